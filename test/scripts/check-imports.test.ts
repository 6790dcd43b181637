import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkImports } from '../../scripts/check-imports'

const made: string[] = []
afterEach(() => made.splice(0).forEach(folder => rmSync(folder, { recursive: true })))

function project(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'vidimus-imports-'))
  made.push(root)
  for (const name of ['package.json', 'tsconfig.base.json']) cpSync(name, join(root, name))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const session = { 'src/main/runtime/session.ts': 'export const session = 1\n' }

test.each([
  ['compiler-is-pure', { 'src/main/compiler/a.ts': "import 'node:fs'\n" }],
  ['compiler-is-pure', { ...session, 'src/main/compiler/a.ts': "import { session } from '../runtime/session'\nsession\n" }],
  ['onnxruntime-in-runtime-alone', { 'src/main/faces/a.ts': "import 'onnxruntime-node'\n" }],
  ['renderer-sees-shared-alone', { ...session, 'src/renderer/a.ts': "import '../main/runtime/session'\n" }],
  ['renderer-has-no-node', { 'src/renderer/a.ts': "import 'node:fs'\n" }],
  ['shared-imports-zod-alone', { 'src/shared/a.ts': "import 'node:path'\n" }],
  ['layer-runtime', { ...session, 'src/main/runtime/a.ts': "import '../faces/b'\n", 'src/main/faces/b.ts': '' }],
  ['window-never-loads-onnxruntime', { ...session, 'src/main/hosts/web/a.ts': "import '../../services/b'\n", 'src/main/services/b.ts': "import '../runtime/session'\n" }]
])('%s is broken by %j', async (rule, files) => {
  const { violations } = await checkImports(project(files))
  expect(violations.filter(line => line.startsWith(`${rule}:`))).not.toEqual([])
})

test('allowed imports pass, and every file is counted', async () => {
  const report = await checkImports(project({ ...session, 'src/main/faces/a.ts': "import '../runtime/session'\n" }))
  expect(report).toEqual({ modules: 2, violations: [] })
})

test('no sources at all is a failure, not a pass', async () => {
  await expect(checkImports(project({}))).rejects.toThrow(/No source files/)
})
