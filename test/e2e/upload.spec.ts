import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { build, type Rollup } from 'vite'
import type { FileSource } from '../../src/shared/domain/exhibit'
import type { ErrorData } from '../../src/shared/errors'
import { startHost, type RunningHost } from './webHost'

const MB = 1024 * 1024
const work = mkdtempSync(join(tmpdir(), 'vidimus-upload-'))
let host: RunningHost
let code: string
test.beforeAll(async () => {
  host = await startHost()
  const built = await build({
    logLevel: 'error',
    configFile: false,
    build: { write: false, minify: false, lib: { entry: join(import.meta.dirname, 'fixture/upload.ts'), formats: ['iife'], name: 'fixture' } }
  })
  code = (built as Rollup.RollupOutput[])[0]!.output[0].code
})
test.afterAll(async () => {
  await host.stop()
  rmSync(work, { recursive: true })
})

/** A file of a size on disk; its bytes are zero and take no room. */
function file(name: string, bytes: number): string {
  const path = join(work, name)
  writeFileSync(path, '')
  truncateSync(path, bytes)
  return path
}

/** The window with the fixture in it, as a script of its own origin: the page's policy applies to it. */
async function openWith(page: Page, { address, origin }: RunningHost): Promise<void> {
  await page.route(`${origin}/fixture.js`, route => route.fulfill({ contentType: 'text/javascript', body: code }))
  await page.goto(address)
  await page.addScriptTag({ url: '/fixture.js' })
}

/** The same, and a file chosen by a person. */
async function choose(page: Page, path: string): Promise<void> {
  await openWith(page, host)
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' })
    document.body.append(input)
    return (globalThis as unknown as Fixture).sender.opened
  })
  await page.locator('#chosen').setInputFiles(path)
}

interface Fixture {
  sender: {
    fileSource(file: File, options: { onProgress?: (sent: number, total: number) => void; signal?: AbortSignal; path?: string }): Promise<FileSource>
    dropSource(source: FileSource): Promise<void>
    opened: Promise<unknown>
  }
}

type Outcome = { source: FileSource; progress: [number, number][] } | { error: ErrorData }

/** Sends the chosen file; aborts once `abortAt` bytes have gone. */
const send = (page: Page, abortAt?: number): Promise<Outcome> =>
  page.evaluate(async limit => {
    const chosen = document.querySelector<HTMLInputElement>('#chosen')!.files![0]!
    const controller = new AbortController()
    const progress: [number, number][] = []
    const onProgress = (sent: number, total: number): void => {
      progress.push([sent, total])
      if (limit !== undefined && sent >= limit) controller.abort()
    }
    try {
      return { source: await (globalThis as unknown as Fixture).sender.fileSource(chosen, { onProgress, signal: controller.signal }), progress }
    } catch (error) {
      const { kind, code, message } = error as ErrorData
      return { error: { kind, code, message } }
    }
  }, abortAt)

test('a file goes up with progress, and keeps its name and date', async ({ page }) => {
  await choose(page, file('photo ä.jpg', 60 * MB))
  const sent = await send(page)
  if ('error' in sent) throw new Error(sent.error.message)
  expect(sent.source).toMatchObject({ kind: 'upload', name: 'photo ä.jpg', path: null, upload: expect.stringMatching(/^[\w-]{36}$/), modified: expect.stringMatching(/^\d{4}-.*Z$/) })
  expect(sent.progress.at(-1)).toEqual([60 * MB, 60 * MB])
  expect(sent.progress.every(([done], at) => at === 0 || done >= sent.progress[at - 1]![0])).toBe(true)
  await page.evaluate(source => (globalThis as unknown as Fixture).sender.dropSource(source), sent.source)
})

test('an upload that is stopped rejects as cancelled', async ({ page }) => {
  await choose(page, file('large.tif', 400 * MB))
  expect(await send(page, 1)).toMatchObject({ error: { kind: 'cancelled', code: 'upload.aborted' } })
})

test('a file above the limit is refused in words, before all of it has gone', async ({ page }) => {
  await choose(page, file('video.jpg', 33 * 1024 * MB))
  expect(await send(page)).toMatchObject({ error: { kind: 'input', code: 'upload.too-large', message: expect.stringContaining('32768 MB is the limit for a file') as unknown as string } })
})

test('a file that is gone from the disk is told as such', async ({ page }) => {
  const path = file('gone.jpg', 5 * MB)
  await choose(page, path)
  rmSync(path)
  expect(await send(page)).toMatchObject({ error: { kind: 'fault', code: 'connection.lost', message: expect.stringContaining('removed meanwhile') as unknown as string } })
})

test('without the host, that is told', async ({ page }) => {
  const own = await startHost()
  await openWith(page, own)
  await own.stop()
  const outcome = await page.evaluate(() => (globalThis as unknown as Fixture).sender.fileSource(new File(['x'], 'a.jpg'), {}).catch((error: ErrorData) => error.code))
  expect(outcome).toBe('connection.lost')
})
