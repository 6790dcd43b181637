import { createHash } from 'node:crypto'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MAX_FILE_BYTES } from '../../../src/main/faces/limits'
import { readEvidence } from '../../../src/main/services/engineWork/evidence'
import { scratchFolder } from '../../cases/support'

const content = 'a photo'
const sha256 = createHash('sha256').update(content).digest('hex')

it('stored bytes that were replaced are a mismatch with what they are now, whatever was put there', async () => {
  const [path, large, folder] = ['photo', 'large', 'folder'].map(name => join(scratchFolder(), name)) as [string, string, string]
  writeFileSync(path, content)
  expect(Buffer.from(await readEvidence({ path, sha256 })).toString()).toBe(content)
  writeFileSync(path, '')
  await expect(readEvidence({ path, sha256 })).rejects.toMatchObject({ kind: 'input', code: 'evidence.mismatch', detail: { sha256, found: createHash('sha256').digest('hex') } })
  writeFileSync(large, '')
  truncateSync(large, MAX_FILE_BYTES + 1)
  await expect(readEvidence({ path: large, sha256 })).rejects.toMatchObject({ code: 'evidence.mismatch', detail: { found: expect.stringMatching(/^[0-9a-f]{64}$/) as string } })
  mkdirSync(folder)
  await expect(readEvidence({ path: folder, sha256 })).rejects.toMatchObject({ code: 'evidence.mismatch', detail: { found: 'no file any more' } })
  await expect(readEvidence({ path: join(folder, 'none'), sha256 })).rejects.toMatchObject({ code: 'evidence.missing' })
})
