import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Pages } from '../../src/main/hosts/pages'

let work: string
let folder: string
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'vidimus-pages-'))
  folder = join(work, 'renderer')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(work, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'index.html'), '<meta content="__VIDIMUS_NONCE__">')
  await writeFile(join(folder, 'assets/a.js'), '1')
})
afterEach(() => rm(work, { recursive: true }))

test('the window and its files are served, each page with a nonce of its own', async () => {
  const pages = Pages.open(folder)
  const [first, second] = [await pages.get('/'), await pages.get('/index.html')]
  const nonce = /content="([^"]+)"/.exec(first?.body.toString() ?? '')?.[1] ?? ''
  expect(first?.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
  expect(second?.body.toString()).not.toContain(nonce)
  expect((await pages.get('/assets/a.js'))?.headers['content-type']).toContain('javascript')
})

test.each(['/../secret.txt', '/assets/../../secret.txt', '/secret.txt', '/assets', '/assets/', '', '//', '/index.html/', '/ASSETS/a.js', '/__proto__'])('%j is no page', async path => {
  expect(await Pages.open(folder).get(path)).toBeUndefined()
})

test('a link that leads out of the folder is not followed', async () => {
  await symlink(join(work, 'secret.txt'), join(folder, 'link.txt'))
  expect(await Pages.open(folder).get('/link.txt')).toBeUndefined()
})

test('a window that was not built is named, with the cure', () => {
  expect(() => Pages.open(join(work, 'none'))).toThrow(/npm run build/)
})
