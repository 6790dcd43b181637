/**
 * `npm run screens`: docs/screens made anew, from the built window and a sample case of the test photos. Look at them
 * before committing: they are what the README shows.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { chromiumArguments, findChromium } from './chromium.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs/screens')
const home = mkdtempSync(join(tmpdir(), 'vidimus-screens-'))

async function save(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(700)
  await sharp(await page.screenshot()).webp({ quality: 88 }).toFile(join(folder, `${name}.webp`))
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()

/** From the first start to a comparison, a picture at every screen. */
async function walk(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('A. Examiner')
  await save(page, 'first-start')
  await page.getByRole('button', { name: 'Create library' }).click()
  await page.getByRole('button', { name: 'Sample case from the test photos' }).click()
  await page.waitForURL(/case\//, { timeout: 120_000 })
  await save(page, 'case')
  await tab(page, 'Comparisons')
  await page.getByRole('link', { name: 'C-1' }).click()
  await page.getByRole('button', { name: 'Run comparison' }).click()
  await page.getByRole('radio', { name: 'Combined' }).and(page.locator(':enabled')).waitFor({ state: 'attached', timeout: 60_000 })
  await save(page, 'compare-result')
  for (const panel of ['Checklist', 'Annotations', 'Enhancement', 'Conclusion', 'History']) {
    await tab(page, panel)
    await save(page, `compare-${panel.toLowerCase()}`)
  }
  await page.getByRole('link', { name: 'Report', exact: true }).click()
  await page.getByText('The report will say that this is missing').waitFor()
  await save(page, 'report-new')
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await page.getByText('Draft R-1 is made').waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: 'All reports' }).click()
  await page.getByRole('article', { name: 'R-1' }).waitFor()
  await save(page, 'reports')
  await page.getByRole('button', { name: 'Actions for case SAMPLE-1' }).click()
  await page.getByRole('menuitem', { name: 'Export case' }).click()
  await save(page, 'package-export')
  const [packed] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export case' }).click()])
  await page.getByRole('button', { name: 'Close', exact: true }).last().click()
  const file = join(home, packed.suggestedFilename())
  await packed.saveAs(file)
  await page.getByRole('link', { name: 'Cases', exact: true }).click()
  await page.getByRole('button', { name: 'Import case' }).click()
  await page.getByLabel('Case package to import').setInputFiles(file)
  await page.getByText('Everything is as it was packed').waitFor({ timeout: 60_000 })
  await save(page, 'package-import')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('link', { name: 'SAMPLE-1' }).first().click()
  await tab(page, 'Comparisons')
  await page.getByRole('link', { name: 'C-1' }).click()
  await page.getByRole('link', { name: 'Q-1' }).click()
  await page.getByRole('option', { name: /Q-1/ }).click()
  await save(page, 'face-editor')
  for (const place of ['Cases', 'Audit log', 'Models & self-test', 'Settings', 'About']) {
    await page.getByRole('link', { name: place, exact: true }).click()
    await save(page, place.toLowerCase().split(' ')[0] ?? place)
  }
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await tab(page, 'Texts of reports')
  await page.getByLabel('Your wording').waitFor()
  await save(page, 'settings-texts')
  await tab(page, 'Laboratory key')
  const passphrase = 'four words nobody would guess'
  await page.getByLabel('Passphrase *', { exact: true }).fill(passphrase)
  await page.getByLabel('Passphrase again *').fill(passphrase)
  await page.getByRole('tabpanel', { name: 'Laboratory key' }).getByRole('textbox', { name: 'Laboratory' }).fill('Test laboratory')
  await page.getByRole('button', { name: 'Create key' }).click()
  await page.getByRole('heading', { name: 'Key in use' }).waitFor()
  await save(page, 'settings-key')
}

mkdirSync(folder, { recursive: true })
const host = spawn(process.execPath, [join(root, 'out/main/web.js')], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, VIDIMUS_HOME: home } })
const [address] = (await once(createInterface(host.stdout), 'line')) as [string]
const executablePath = findChromium()
const browser = await chromium.launch({ args: chromiumArguments, ...(executablePath === undefined ? {} : { executablePath }) })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 })
  await page.goto(address)
  await walk(page)
} finally {
  await browser.close()
  host.kill('SIGTERM')
  await once(host, 'exit')
  rmSync(home, { recursive: true, force: true })
}
