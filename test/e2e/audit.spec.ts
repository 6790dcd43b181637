import { expect, test } from '@playwright/test'
import type { Client } from '../../src/shared/ipc/client'
import { createLibrary, openWindow, settle, violations } from './window'
import { startHost, type RunningHost } from './webHost'

let host: RunningHost
let client: Client
test.beforeAll(async () => {
  host = await startHost()
  client = (await createLibrary(host)).client
  for (const number of ['A-1', 'A-2']) await client.call('case.create', { number, title: '', purpose: `Purpose of ${number}`, examiner: 'A. Examiner' })
})
test.afterAll(() => host.stop())

test('the log tells what was done, case by case, with the hashes of a row', async ({ page }) => {
  const complaints = await openWindow(page, host, '/audit')
  await expect(page.getByText('Case A-1 created, for: Purpose of A-1')).toBeVisible()
  await page.getByRole('combobox', { name: 'Case' }).fill('A-2')
  await page.getByRole('option', { name: 'A-2' }).click()
  await expect(page.getByText('Case A-2 created, for: Purpose of A-2')).toBeVisible()
  await expect(page.getByText('Case A-1 created, for: Purpose of A-1')).toHaveCount(0)
  await page.getByRole('button', { name: /Details of row/ }).first().press('Enter')
  await expect(page.getByText('case.created')).toBeVisible()
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toHaveCount(2)
  expect(complaints).toEqual([])
})

test('the chain and the evidence are verified from here', async ({ page }) => {
  await openWindow(page, host, '/audit')
  await page.getByRole('button', { name: 'Verify log' }).click()
  await expect(page.getByText('The log is whole')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Verify all evidence' }).click()
  await expect(page.getByText('All photos are as they came in')).toBeVisible()
})

test('the records are compared with the log from here', async ({ page }) => {
  await openWindow(page, host, '/audit')
  await page.getByRole('button', { name: 'Verify records' }).click()
  await expect(page.getByText('The records are as the log says they were written')).toBeVisible()
  await settle(page)
  expect(await violations(page)).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openWindow(page, host, '/audit')
    await page.getByRole('button', { name: /Details of row/ }).first().click()
    await settle(page)
    expect(await violations(page)).toEqual([])
  })
