import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { isPackage } from '../../src/main/hosts/openLibrary'
import { buildCli, scratch, vidimus } from '../support/cli'

beforeAll(buildCli)

it('a case package is a file of that name, not the folder that explain writes', () => {
  const folder = scratch()
  writeFileSync(join(folder, 'a.VIDIMUS'), '')
  writeFileSync(join(folder, 'library.sqlite'), '')
  mkdirSync(join(folder, 'a-b.vidimus'))
  expect(['a.VIDIMUS', 'a-b.vidimus', 'library.sqlite', 'none.vidimus'].map(name => isPackage(join(folder, name)))).toEqual([true, false, false, false])
})

it('serve refuses a package in words, and makes no library beside it', async () => {
  const folder = scratch()
  writeFileSync(join(folder, 'case.vidimus'), '')
  const { status, stderr } = await vidimus(['serve', '--library', 'case.vidimus'], folder)
  expect(status).toBe(2)
  expect(stderr).toContain('is a case package, not a library')
})
