import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createLibrary, openWindow, settle, violations } from './window'
import { startHost, type RunningHost } from './webHost'

const PASSPHRASE = 'correct horse battery staple'

let host: RunningHost
test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async () => {
  host = await startHost()
  ;(await createLibrary(host)).close()
})
test.afterAll(() => host.stop())

const passphrases = (page: Page) => page.getByRole('tabpanel', { name: 'Laboratory key' })

test('a key is made with a passphrase of some length, typed twice', async ({ page }) => {
  const complaints = await openWindow(page, host, '/settings/key')
  const part = passphrases(page)
  await expect(part.getByLabel('Laboratory')).toHaveValue('Test laboratory')
  await part.getByLabel('Passphrase *', { exact: true }).fill('short')
  await expect(part.getByText('5 of at least 10 characters')).toBeVisible()
  await expect(part.getByRole('button', { name: 'Create key' })).toBeDisabled()
  await part.getByLabel('Passphrase *', { exact: true }).fill(PASSPHRASE)
  await part.getByLabel('Passphrase again *').fill('correct horse battery stable')
  await expect(part.getByText('It differs from the one above.')).toBeVisible()
  await part.getByLabel('Passphrase again *').fill(PASSPHRASE)
  await settle(page)
  expect(await violations(page)).toEqual([])
  await part.getByRole('button', { name: 'Create key' }).click()
  await expect(page.getByRole('heading', { name: 'Key in use' })).toBeVisible()
  await expect(page.getByText(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)).toBeVisible()
  expect(complaints).toEqual([])
})

test('the key is backed up, retired with a reason, and restored with its passphrase alone', async ({ page }, { outputDir }) => {
  await openWindow(page, host, '/settings/key')
  const fingerprint = await page.getByText(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/).textContent()
  const [given] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download public half' }).click()])
  const publicHalf = join(outputDir, 'public')
  await given.saveAs(publicHalf)
  expect(readFileSync(publicHalf, 'utf8')).toContain('BEGIN PUBLIC KEY')
  const [arrived] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download backup' }).click()])
  const backup = join(outputDir, arrived.suggestedFilename())
  await arrived.saveAs(backup)

  await page.getByRole('button', { name: 'Retire key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('The machine goes back to its owner.')
  await dialog.getByRole('button', { name: 'Retire key' }).click()
  await expect(page.getByRole('heading', { name: 'Create the key' })).toBeVisible()

  await page.getByLabel('Backup of the key').setInputFiles(backup)
  await page.getByLabel('Its passphrase *', { exact: true }).fill('not the passphrase')
  await page.getByRole('button', { name: 'Restore key' }).click()
  await expect(page.getByLabel('Its passphrase *', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Its passphrase *', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Restore key' }).click()
  await expect(page.getByText(fingerprint ?? '')).toBeVisible()
})

test('a text is found, reworded, marked, and taken back', async ({ page }) => {
  const complaints = await openWindow(page, host, '/settings/texts')
  await page.getByLabel('Search the texts').fill('subtitle.case')
  const wording = page.getByLabel('Your wording')
  await expect(wording).toHaveValue('Case {number}: {title}')
  await wording.fill('Case of {nobody}')
  await expect(page.getByText('Not known to this text: {nobody}')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save text' })).toBeDisabled()
  await wording.fill('Matter {number}: {title}')
  await page.getByRole('button', { name: 'Save text' }).click()
  await expect(page.getByRole('group', { name: 'Texts' }).getByText('Edited')).toBeVisible()
  await page.getByLabel('Search the texts').fill('')
  await page.getByLabel('Edited only').check()
  await expect(page.getByText(/^1 text, 1 of/)).toBeVisible()
  await page.getByRole('button', { name: 'Back to the original' }).click()
  await expect(page.getByRole('heading', { name: 'No text fits' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all texts' }).click()
  await page.getByText('German', { exact: true }).click()
  await page.getByLabel('Search the texts').fill('subtitle.case')
  await expect(wording).toHaveValue('Fall {number}: {title}')
  expect(complaints).toEqual([])
})

test('the arrows go through the texts', async ({ page }) => {
  await openWindow(page, host, '/settings/texts')
  const texts = page.getByRole('group', { name: 'Texts' }).getByRole('button')
  await texts.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(texts.nth(1)).toBeFocused()
  await expect(texts.nth(1)).toHaveAttribute('aria-current', 'true')
})

for (const place of ['key', 'texts'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`no accessibility violations on ${place}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await openWindow(page, host, `/settings/${place}`)
      await expect(page.getByRole('tab', { selected: true })).toBeVisible()
      await settle(page)
      expect(await violations(page)).toEqual([])
    })
