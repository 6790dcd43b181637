import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { whyNoElectron } from '../../scripts/electron-runtime'
import { openBridgeDoor } from '../support/bridgeDoor'
import { checks } from '../support/conformance/conformance'
import { makePhotos } from '../support/conformance/photos'
import { journey } from './journey'
import type { Door, Place } from '../support/conformance/place'

const reason = whyNoElectron({ fetch: false })
if (reason !== undefined) console.log(`skipped: Electron can't run here, ${reason}`)

test.describe.configure({ mode: 'serial' })
test.skip(reason !== undefined, `Electron: ${reason}`)

let work: string
let app: ElectronApplication
let photos: string[]
test.beforeAll(async () => {
  if (reason !== undefined) return
  work = mkdtempSync(join(tmpdir(), 'vidimus-electron-'))
  photos = await makePhotos(work, 12)
  app = await _electron.launch({ args: ['.'], env: { ...process.env, VIDIMUS_HOME: join(work, 'home') } })
})
test.afterAll(async () => {
  if (reason !== undefined) return
  await app.close()
  rmSync(work, { recursive: true })
})

/** As the menu does it. */
async function newWindow(): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File')
    file?.submenu?.items.find(({ label }) => label === 'New &window')?.click()
  })
  const page = await opened
  await page.waitForLoadState()
  return page
}

test('the window has no way to Node, and its pages no way out', async () => {
  const page = await app.firstWindow()
  expect(await page.evaluate(() => [typeof (globalThis as { require?: unknown }).require, typeof (globalThis as { process?: unknown }).process])).toEqual(['undefined', 'undefined'])
  expect(await page.evaluate(() => Object.keys((window as unknown as { vidimus: object }).vidimus).sort())).toEqual(['invoke', 'pathOf', 'subscribe'])
  expect(await page.evaluate(() => window.open('https://example.org'))).toBeNull()
  const outside = await page.evaluate(() => fetch('https://example.org').then(() => 'answered', () => 'refused'))
  expect(outside).toBe('refused')
  await page.evaluate(() => void (location.href = 'https://example.org'))
  await page.waitForTimeout(200)
  expect(page.url()).toMatch(/^vidimus:\/\/app\//)
  expect(await page.evaluate(() => navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state))).toBe('denied')
})

test('a window whose page dies is loaded again', async () => {
  const page = await newWindow()
  await app.evaluate(({ BrowserWindow }) => {
    const [newest] = BrowserWindow.getAllWindows()
    newest?.webContents.forcefullyCrashRenderer()
  })
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().every(({ webContents }) => !webContents.isCrashed() && !webContents.isLoading()))).toBe(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2)
  await page.close().catch(() => undefined)
})

for (const check of checks)
  test(`bridge: ${check.name}`, async () => {
    const open = async (): Promise<Door> => openBridgeDoor(await newWindow())
    const place: Place = { open, libraryFolder: join(work, 'library'), photos, skipped: ['host.pick'] }
    await check.run(place)
  })

test('the self-test passes in Electron', async () => {
  const { client, close } = await openBridgeDoor(await newWindow())
  expect(await client.call('engine.selfTest', {})).toMatchObject({ ok: true })
  expect((await client.call('app.about', {})).electron).toBeDefined()
  await close()
})

test('a day of work in the desktop program', async () => {
  test.setTimeout(240_000)
  const home = join(work, 'journey')
  let program: ElectronApplication
  const open = async (): Promise<Page> => {
    program = await _electron.launch({ args: ['.'], env: { ...process.env, VIDIMUS_HOME: home } })
    return program.firstWindow()
  }
  await app.close()
  await journey({
    open,
    choosePhotos: async (_page, button, filePaths) => {
      await program.evaluate(({ dialog }, paths) => void (dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths })), filePaths)
      await button.click()
    },
    killAndReopen: async () => {
      program.process().kill('SIGKILL')
      await program.waitForEvent('close')
      return open()
    }
  })
  await program!.close()
})
