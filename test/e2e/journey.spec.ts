import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type Locator, type Page } from '@playwright/test'
import { journey } from './journey'
import { startHost, type RunningHost } from './webHost'

let host: RunningHost
const home = mkdtempSync(join(tmpdir(), 'vidimus-journey-home-'))
test.afterAll(async () => {
  await host.stop()
  rmSync(home, { recursive: true, force: true })
})

test('a day of work in a browser, through the web host', async ({ browser }) => {
  test.setTimeout(240_000)
  const open = async (): Promise<Page> => {
    host = await startHost({ VIDIMUS_HOME: home })
    const page = await browser.newPage()
    await page.goto(host.address)
    return page
  }
  const killAndReopen = async (): Promise<Page> => {
    host.process.kill('SIGKILL')
    await once(host.process, 'exit')
    return open()
  }
  const choosePhotos = async (page: Page, button: Locator, photos: string[]): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
    await chooser.setFiles(photos)
  }
  await journey({ open, choosePhotos, killAndReopen })
})
