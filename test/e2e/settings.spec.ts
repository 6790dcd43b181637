import { expect, test } from '@playwright/test'
import { createLibrary, openWindow, settle, violations } from './window'
import { startHost, type RunningHost } from './webHost'

let host: RunningHost
test.beforeAll(async () => {
  host = await startHost()
  ;(await createLibrary(host)).close()
})
test.afterAll(() => host.stop())

test('settings are kept, logged, and undone', async ({ page }) => {
  const complaints = await openWindow(page, host, '/settings')
  await page.getByRole('textbox', { name: 'Laboratory' }).fill('North laboratory')
  await page.getByRole('radio', { name: 'Blue and vermilion' }).check()
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Settings saved')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Laboratory' })).toHaveValue('North laboratory')
  await expect(page.getByRole('radio', { name: 'Blue and vermilion' })).toBeChecked()
  await page.getByRole('link', { name: 'Audit log' }).click()
  await expect(page.getByText('Settings changed: laboratory, palette')).toBeVisible()
  expect(complaints).toEqual([])
})

test('the scale of conclusions is reordered, and an empty level is refused beside it', async ({ page }) => {
  await openWindow(page, host, '/settings')
  const second = page.getByLabel('Level 2', { exact: true })
  const words = await second.inputValue()
  await page.getByRole('button', { name: 'Move level 2 up' }).click()
  await expect(page.getByLabel('Level 1', { exact: true })).toHaveValue(words)
  await page.getByRole('button', { name: 'Add level' }).click()
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByLabel('Level 8', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Remove level 8' }).click()
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Settings saved')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Level 2', { exact: true })).toHaveValue(words)
})

test('a model of one’s own takes its file and its threshold', async ({ page }) => {
  await openWindow(page, host, '/settings')
  await page.getByRole('combobox', { name: 'Recognition model' }).click()
  await page.getByRole('option', { name: 'Own ONNX file' }).click()
  await expect(page.getByLabel('ONNX file')).toBeVisible()
  await expect(page.getByText(/No error rates are known/)).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByLabel('ONNX file')).toHaveCount(0)
})

for (const place of ['settings', 'about', 'models'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`no accessibility violations on ${place}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await openWindow(page, host, `/${place}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await settle(page)
      expect(await violations(page)).toEqual([])
    })
