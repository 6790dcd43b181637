import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { compilerFingerprint } from '../../scripts/compiler-fingerprint'

it('changes with the compiler\u2019s sources, and refuses to hash nothing', () => {
  const root = mkdtempSync(join(tmpdir(), 'vidimus-fingerprint-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  expect(() => compilerFingerprint(root)).toThrow('were not found')
  cpSync('src/main/compiler', join(root, 'src/main/compiler'), { recursive: true })
  const before = compilerFingerprint(root)
  expect(before).toBe(compilerFingerprint('.'))
  writeFileSync(join(root, 'src/main/compiler/walk.ts'), '// another compiler')
  expect(compilerFingerprint(root)).not.toBe(before)
})
