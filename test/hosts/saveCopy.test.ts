import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { saveCopy } from '../../src/main/hosts/saveCopy'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vidimus-save-'))
  path = join(folder, 'source')
  writeFileSync(path, 'content')
  chmodSync(path, 0o444)
  return () => rmSync(folder, { recursive: true })
})
const at = (name: string): string => join(folder, name)

describe('saving a copy', () => {
  test('a file of the library stays, one made for this goes', async () => {
    expect(await saveCopy({ path, name: 'x', temporary: false }, at('one'), false)).toEqual({ kind: 'saved', path: at('one') })
    expect(existsSync(path)).toBe(true)
    await saveCopy({ path, name: 'x', temporary: true }, at('two'), false)
    expect(existsSync(path)).toBe(false)
    expect([readFileSync(at('one'), 'utf8'), readFileSync(at('two'), 'utf8')]).toEqual(['content', 'content'])
    writeFileSync(at('one'), 'what is saved may be changed')
  })

  test('a dialog that was closed saves nothing, and what was made for it goes', async () => {
    expect(await saveCopy({ path, name: 'x', temporary: true }, null, true)).toEqual({ kind: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('a file that is there stays unless the user agreed', async () => {
    writeFileSync(at('old'), 'old')
    await expect(saveCopy({ path, name: 'x', temporary: false }, at('old'), false)).rejects.toMatchObject({ kind: 'usage', code: 'save.taken' })
    expect(readFileSync(at('old'), 'utf8')).toBe('old')
    await saveCopy({ path, name: 'x', temporary: false }, at('old'), true)
    expect(readFileSync(at('old'), 'utf8')).toBe('content')
    expect(readdirSync(folder).sort()).toEqual(['old', 'source'])
  })

  test('a folder that is not there is told', async () => {
    await expect(saveCopy({ path, name: 'x', temporary: false }, at('none/x.pdf'), true)).rejects.toMatchObject({ kind: 'fault', code: 'save.unwritable' })
  })

  test('a full disk is told, and nothing of it stays', async context => {
    const disk = mkdtempSync(join(tmpdir(), 'vidimus-disk-'))
    onTestFinished(() => rmSync(disk, { recursive: true }))
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status !== 0) context.skip('no right to mount a small disk')
    onTestFinished(() => void execFileSync('umount', ['-l', disk]))
    chmodSync(path, 0o644)
    writeFileSync(path, Buffer.alloc(200_000))
    const saving = saveCopy({ path, name: 'x', temporary: false }, join(disk, 'x.vidimus'), true)
    await expect(saving).rejects.toMatchObject({ code: 'save.full', message: expect.stringContaining('the disk is full') as string })
    expect(readdirSync(disk)).toEqual([])
  })
})
