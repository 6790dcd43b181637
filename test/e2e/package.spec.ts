import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { startExamination, type Examination } from './examination'
import { createLibrary, openWindow, settle, violations } from './window'
import { startHost, type RunningHost } from './webHost'

const PASSPHRASE = 'correct horse battery staple'

let examination: Examination
/** Another laboratory's. */
let other: RunningHost
/** The package of the sample case, as it came out of the browser. */
let packed: Buffer
test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async () => {
  examination = await startExamination()
  other = await startHost()
  ;(await createLibrary(other)).close()
  await examination.client.call('key.create', { laboratory: 'Test laboratory', passphrase: PASSPHRASE })
})
test.afterAll(async () => {
  await other.stop()
  await examination.stop()
})

async function choose(page: Page, bytes: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Import case' }).click()
  await page.getByLabel('Case package to import').setInputFiles({ name: 'SAMPLE-1.vidimus', mimeType: 'application/octet-stream', buffer: bytes })
}
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Import case' })

test('a case is exported from its menu, signed', async ({ page }, { outputDir }) => {
  const complaints = await openWindow(page, examination.host, `/case/${examination.caseId}`)
  await page.getByRole('button', { name: 'Actions for case SAMPLE-1' }).click()
  await page.getByRole('menuitem', { name: 'Export case' }).click()
  await page.getByRole('switch', { name: 'Sign it' }).check()
  await settle(page)
  expect(await violations(page)).toEqual([])
  const field = page.getByLabel('Passphrase of the key')
  await field.fill('not the passphrase')
  await page.getByRole('button', { name: 'Sign and export' }).click()
  await expect(field).toHaveAttribute('aria-invalid', 'true', { timeout: 60_000 })
  await field.fill(PASSPHRASE)
  const [arrived] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Sign and export' }).click()])
  expect(arrived.suggestedFilename()).toMatch(/\.vidimus$/)
  const path = join(outputDir, arrived.suggestedFilename())
  await arrived.saveAs(path)
  packed = readFileSync(path)
  await expect(page.getByText('The case is packed')).toBeVisible()
  expect(complaints).toEqual([])
})

test('another library looks into it, imports it, and opens the case with its run', async ({ page }) => {
  const complaints = await openWindow(page, other, '/cases')
  await choose(page, packed)
  await expect(page.getByText('Everything is as it was signed, by a key not known here')).toBeVisible()
  await expect(dialog(page).getByText('SAMPLE-1 · Sample case')).toBeVisible()
  await settle(page)
  expect(await violations(page)).toEqual([])
  await dialog(page).getByRole('button', { name: 'Import case' }).click()
  await expect(page).toHaveURL(/\/case\//, { timeout: 60_000 })
  await page.getByRole('tab', { name: 'Comparisons' }).click()
  const { run } = await examination.client.call('comparison.get', { id: examination.comparison })
  await expect(page.getByText(run!.cosine.toFixed(4))).toBeVisible()
  expect(complaints).toEqual([])
})

test('a case that is here already comes in as a copy with a number of its own', async ({ page }) => {
  await openWindow(page, other, '/cases')
  await choose(page, packed)
  await expect(page.getByText('This case is in the library already')).toBeVisible()
  await settle(page)
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Number of the copy').fill('SAMPLE-1/B')
  await dialog(page).getByRole('button', { name: 'Import as a copy' }).click()
  await expect(page.getByRole('heading', { name: 'SAMPLE-1/B · Sample case' })).toBeVisible({ timeout: 60_000 })
})

test('a changed byte is named, and nothing can be imported', async ({ page }) => {
  const changed = Buffer.from(packed)
  // In a stored photo, which makes up most of the package.
  changed[Math.floor(changed.length / 2)]! ^= 1
  await openWindow(page, other, '/cases')
  await choose(page, changed)
  await expect(page.getByText(/not as (it was|they were) packed/)).toBeVisible()
  await expect(dialog(page).getByRole('listitem').first()).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Import case' })).toHaveCount(0)
  await settle(page)
  expect(await violations(page)).toEqual([])
})

test('what is no package is refused where it was chosen; another can be chosen at once', async ({ page }) => {
  await openWindow(page, other, '/cases')
  await choose(page, Buffer.from('no package'))
  await expect(dialog(page).getByRole('alert')).toBeVisible()
  await page.getByLabel('Case package to import').setInputFiles({ name: 'again.vidimus', mimeType: 'application/octet-stream', buffer: packed })
  await expect(page.getByText('This case is in the library already')).toBeVisible()
})

test('a package dropped on the list of cases is looked into', async ({ page }) => {
  await openWindow(page, other, '/cases')
  await expect(page.getByRole('heading', { name: 'Cases' })).toBeVisible()
  const transfer = await page.evaluateHandle(bytes => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(atob(bytes), character => character.charCodeAt(0))], 'dropped.vidimus'))
    return data
  }, packed.toString('base64'))
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
  await expect(page.getByText('Drop a case package to import it')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.getByText('This case is in the library already')).toBeVisible()
})
