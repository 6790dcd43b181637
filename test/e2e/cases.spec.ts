import { expect, test } from '@playwright/test'
import type { Client } from '../../src/shared/ipc/client'
import { createLibrary, openWindow, settle, violations } from './window'
import { startHost, type RunningHost } from './webHost'

let host: RunningHost
let client: Client
test.beforeAll(async () => {
  host = await startHost()
  client = (await createLibrary(host)).client
  await client.call('case.create', draft('first-1'))
})
test.afterAll(() => host.stop())

const draft = (number: string, title = '', tags: string[] = []) => ({ number, title, purpose: `Purpose of ${number}`, examiner: 'A. Examiner', tags })

test('a case needs a number and a purpose; made, it opens', async ({ page }) => {
  const complaints = await openWindow(page, host)
  await page.getByRole('button', { name: 'New case' }).first().click()
  await page.getByRole('button', { name: 'Create case' }).click()
  await expect(page.getByText('A case number is required.')).toBeVisible()
  await expect(page.getByText('A purpose is required.')).toBeVisible()
  await page.getByLabel('Case number').fill('2025-0117')
  await page.getByLabel('Title').fill('Robbery at the station')
  await page.getByLabel('Purpose').fill('Request of the prosecutor')
  await page.getByRole('button', { name: 'Create case' }).click()
  await expect(page.getByRole('heading', { name: '2025-0117 · Robbery at the station' })).toBeVisible()
  await expect(page.getByText(/In use since/)).toBeVisible()
  expect(complaints).toEqual([])
})

test('a number that is taken is refused in the dialog, and nothing typed is lost', async ({ page }) => {
  await client.call('case.create', draft('taken-1'))
  await openWindow(page, host, '/cases')
  await page.getByRole('button', { name: 'New case' }).first().click()
  await page.getByLabel('Case number').fill('taken-1')
  await page.getByLabel('Purpose').fill('Typed at length')
  await page.getByRole('button', { name: 'Create case' }).click()
  await expect(page.getByText(/There is a case with the number/)).toBeVisible()
  await expect(page.getByLabel('Purpose')).toHaveValue('Typed at length')
})

test('cases are found by words, tag and status, and a page is all that is loaded', async ({ page }) => {
  for (let number = 1; number <= 60; number++) await client.call('case.create', draft(`bulk-${number}`, `Series of ${number}`, number === 7 ? ['harbour'] : []))
  await openWindow(page, host, '/cases')
  const table = page.getByRole('table', { name: 'Cases' })
  await expect(table.getByRole('link', { name: /^bulk-/ })).toHaveCount(50)
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(table.getByRole('link', { name: 'bulk-1', exact: true })).toBeVisible()
  await page.getByLabel('Search cases').fill('series 60')
  await expect(table.getByRole('link')).toHaveText(['bulk-60'])
  await page.getByLabel('Search cases').fill('')
  await page.getByRole('combobox', { name: 'Tag' }).click()
  await page.getByRole('option', { name: 'harbour' }).click()
  await expect(table.getByRole('link')).toHaveText(['bulk-7'])
  await page.getByText('Archived', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'No case fits' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear search and filters' }).click()
  await expect(table.getByRole('link', { name: /^bulk-/ })).toHaveCount(50)
})

test('sorting by number is done by the program', async ({ page }) => {
  for (const number of ['sort-10', 'sort-2', 'sort-1']) await client.call('case.create', draft(number))
  await openWindow(page, host, '/cases')
  await page.getByLabel('Search cases').fill('sort')
  const table = page.getByRole('table', { name: 'Cases' })
  await table.getByRole('button', { name: /Number/ }).press('Enter')
  await expect(table.getByRole('link')).toHaveText(['sort-1', 'sort-2', 'sort-10'])
})

test('archiving takes a case from the list; undo brings it back', async ({ page }) => {
  await client.call('case.create', draft('arch-1'))
  await openWindow(page, host, '/cases')
  await page.getByLabel('Search cases').fill('arch-1')
  const link = page.getByRole('link', { name: 'arch-1' })
  await page.getByRole('button', { name: 'Actions for case arch-1' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(link).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone: archiving case arch-1')).toBeVisible()
  await expect(link).toBeVisible()
})

test('what another window makes appears here', async ({ page }) => {
  await openWindow(page, host, '/cases')
  await page.getByLabel('Search cases').fill('elsewhere')
  await expect(page.getByRole('heading', { name: 'No case fits' })).toBeVisible()
  await client.call('case.create', draft('elsewhere-1'))
  await expect(page.getByRole('link', { name: 'elsewhere-1' })).toBeVisible()
})

test('Ctrl+K finds a case by a word of its purpose and opens it with Enter', async ({ page }) => {
  await client.call('case.create', { ...draft('find-1', 'Quay'), purpose: 'Who is on the quarterdeck' })
  await openWindow(page, host, '/about')
  await expect(page.getByRole('heading', { name: 'About Vidimus' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByLabel('Search cases, exhibits and notes').fill('quarterd')
  await expect(page.getByText('quarterdeck')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'find-1 · Quay' })).toBeVisible()
})

test('a change made elsewhere meanwhile is told, and can be taken or overwritten', async ({ page }) => {
  const made = await client.call('case.create', draft('conf-1', 'First'))
  await openWindow(page, host, `/case/${made.id}`)
  await page.getByRole('button', { name: 'Edit case' }).click()
  await page.getByLabel('Title').fill('Mine')
  await client.call('case.update', { id: made.id, revision: made.revision, patch: { title: 'Theirs' } })
  await page.getByRole('button', { name: 'Save case' }).click()
  await expect(page.getByText(/changed meanwhile by A. Examiner/)).toBeVisible()
  await expect(page.getByText('Stored title: Theirs')).toBeVisible()
  await page.getByRole('button', { name: 'Overwrite it with mine' }).click()
  await expect(page.getByRole('heading', { name: 'conf-1 · Mine' })).toBeVisible()
})

test('a screen that breaks says so, and the rest of the window goes on', async ({ page }) => {
  await page.route('**/AboutScreen-*.js', route => route.abort())
  await openWindow(page, host, '/cases')
  await page.getByRole('link', { name: 'About' }).click()
  await expect(page.getByText('This screen broke')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the cases' }).click()
  await expect(page.getByRole('table', { name: 'Cases' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openWindow(page, host, '/cases')
    await expect(page.getByRole('table', { name: 'Cases' })).toBeVisible()
    await settle(page)
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'New case' }).click()
    await page.getByRole('button', { name: 'Create case' }).click()
    await expect(page.getByText('A purpose is required.')).toBeVisible()
    await settle(page)
    expect(await violations(page)).toEqual([])
  })
