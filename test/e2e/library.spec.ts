import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openWindow, settle, violations } from './window'
import { startHost, type RunningHost } from './webHost'

let host: RunningHost
test.beforeEach(async () => {
  host = await startHost()
})
test.afterEach(() => host.stop())

test('the first run asks who works here and makes the library at the suggested folder', async ({ page }) => {
  const complaints = await openWindow(page, host)
  await expect(page.getByRole('heading', { name: 'Welcome to Vidimus' })).toBeVisible()
  await expect(page.getByLabel('Folder of the new library')).toHaveValue(join(host.home, 'library'))
  await expect(page.getByRole('button', { name: 'Create library' })).toBeDisabled()
  await page.getByLabel('Your name').fill('A. Examiner')
  await page.getByLabel('Laboratory').fill('Test laboratory')
  await page.getByRole('button', { name: 'Create library' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'No cases yet' })).toBeVisible()
  await page.getByRole('button', { name: 'New case' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Examiner' })).toHaveValue('A. Examiner')
  expect(complaints).toEqual([])
})

test('a library in use elsewhere is told with its holder, and opens for reading only', async ({ page }) => {
  const other = await startHost()
  const folder = join(other.home, 'library')
  const elsewhere = await page.context().newPage()
  await openWindow(elsewhere, other)
  await elsewhere.getByLabel('Your name').fill('B. Examiner')
  await elsewhere.getByRole('button', { name: 'Create library' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'No cases yet' })).toBeVisible()

  await openWindow(page, host)
  await page.getByRole('textbox', { name: 'Folder of the library', exact: true }).fill(folder)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByText('Another Vidimus has this library open')).toBeVisible()
  await expect(page.getByText(`process ${other.process.pid}`)).toBeVisible()
  await page.getByRole('alert').locator('..').getByRole('button', { name: 'Open for reading only' }).click()
  await expect(page.getByText('Read-only')).toBeVisible()
  await expect(page.getByRole('button', { name: 'New case' }).first()).toBeDisabled()
  await other.stop()
})

test('a damaged library is refused with the way to recover, one that is gone is marked', async ({ page }) => {
  const folder = join(host.home, 'damaged')
  mkdirSync(folder)
  writeFileSync(join(folder, 'library.sqlite'), 'not a database at all'.repeat(400))
  await openWindow(page, host)
  await page.getByRole('textbox', { name: 'Folder of the library', exact: true }).fill(folder)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByText('This library is damaged')).toBeVisible()
  await expect(page.getByText(/backup|copy/i).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openWindow(page, host)
    await expect(page.getByRole('heading', { name: 'Welcome to Vidimus' })).toBeVisible()
    await settle(page)
    expect(await violations(page)).toEqual([])
  })
