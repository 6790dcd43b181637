import { chmodSync, copyFileSync, globSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { Case } from '../../src/shared/domain/case'
import type { Client } from '../../src/shared/ipc/client'
import { connect, createLibrary, go, holdMessages, openWindow, photo, settle, violations } from './window'
import { startHost, type RunningHost } from './webHost'

let host: RunningHost
let client: Client
let made = 0
test.beforeAll(async () => {
  host = await startHost()
  client = (await createLibrary(host)).client
})
test.afterAll(() => host.stop())

const newCase = (): Promise<Case> => client.call('case.create', { number: `C-${++made}`, title: '', purpose: 'Test of the case screen', examiner: 'A. Examiner' })

/** Chooses files, says where they came from, and waits for the report. */
async function importPhotos(page: Page, files: string[]): Promise<void> {
  await page.getByLabel('Photos to import').setInputFiles(files)
  await page.getByLabel('Source').fill('CCTV camera 3')
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByRole('heading', { name: 'Import report' })).toBeVisible({ timeout: 60_000 })
}

/** A new case on screen with two photos in it. */
async function openFilled(page: Page): Promise<{ complaints: string[]; id: string }> {
  const { id } = await newCase()
  const complaints = await openWindow(page, host, `/case/${id}`)
  await expect(page.getByRole('heading', { name: 'No exhibits yet' })).toBeVisible()
  await importPhotos(page, [photo(1), photo(3)])
  await page.getByRole('button', { name: 'Close report' }).click()
  await expect(page.getByRole('article')).toHaveCount(2)
  return { complaints, id }
}

const card = (page: Page, number: number) => page.getByRole('article', { name: `Exhibit E-${number}` })

test('photos are imported with their source; every file that was not is named with its reason', async ({ page }, { outputDir }) => {
  mkdirSync(outputDir, { recursive: true })
  const [text, copy] = [join(outputDir, 'notes.txt'), join(outputDir, 'copy.jpg')]
  writeFileSync(text, 'no photo')
  copyFileSync(photo(1), copy)
  const { id } = await newCase()
  const complaints = await openWindow(page, host, `/case/${id}`)
  await importPhotos(page, [photo(1), text, copy])
  await expect(page.getByText('1 file imported, 1 already there, 1 refused.')).toBeVisible()
  const report = page.getByRole('table', { name: 'Files of the import' })
  await expect(report.getByRole('row', { name: /Refused notes.txt This is not a photo/ })).toBeVisible()
  await expect(report.getByRole('row', { name: /Already there copy.jpg .* as E-1/ })).toBeVisible()
  await page.getByRole('button', { name: 'Close report' }).click()
  await expect(card(page, 1).getByText('Hash verified')).toBeVisible()
  await expect(card(page, 1).getByText('3 faces')).toBeVisible()
  await card(page, 1).getByRole('link', { name: /E-1/ }).click()
  await expect(page.getByLabel('Source')).toHaveValue('CCTV camera 3')
  expect(complaints).toEqual([])
})

test('files dropped anywhere on the window are imported', async ({ page }) => {
  const { id } = await newCase()
  await openWindow(page, host, `/case/${id}`)
  await expect(page.getByRole('heading', { name: 'No exhibits yet' })).toBeVisible()
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['no photo'], 'dropped.txt'))
    return data
  })
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
  await expect(page.getByText('Drop photos or folders to import them')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await page.getByRole('button', { name: 'Import 1 file' }).click()
  await expect(page.getByRole('row', { name: /Refused dropped.txt/ })).toBeVisible()
})

test('a folder is imported to its depths, with the paths in it', async ({ page }, { outputDir }) => {
  const folder = join(outputDir, 'photos')
  mkdirSync(join(folder, 'inner'), { recursive: true })
  copyFileSync(photo(2), join(folder, 'inner', 'deep.jpg'))
  const { id } = await newCase()
  await openWindow(page, host, `/case/${id}`)
  await page.getByLabel('Folder to import').setInputFiles(folder)
  await page.getByRole('button', { name: 'Import 1 file' }).click()
  await page.getByRole('button', { name: 'Close report' }).click()
  await card(page, 1).getByRole('link', { name: /deep.jpg/ }).click()
  await expect(page.getByText('photos/inner/deep.jpg')).toBeVisible()
})

test('an import is put aside, shown in the header, and cancelled; what it did not reach is counted', async ({ page }) => {
  const { id } = await newCase()
  const messages = await holdMessages(page)
  await openWindow(page, host, `/case/${id}`)
  await page.getByLabel('Photos to import').setInputFiles([1, 2, 3, 4, 5, 6].map(number => photo(number as 1)))
  await expect(page.getByRole('button', { name: 'Import 6 files' })).toBeVisible()
  messages.hold()
  await page.getByRole('button', { name: 'Import 6 files' }).click()
  await page.getByRole('button', { name: 'Go on in the background' }).click()
  await page.getByRole('button', { name: 'Import of 6 files' }).click()
  await page.getByRole('button', { name: 'Cancel: Import of 6 files' }).click()
  messages.release()
  await expect(page.getByText(/files? not reached/)).toBeVisible()
  const { total } = await client.call('exhibit.list', { case: id })
  const told = await page.getByText(/files? not reached/).textContent()
  expect(Number.parseInt(told ?? '') + total).toBe(6)
})

test('faces are marked from their boxes, by keyboard too, and a mark is undone', async ({ page }) => {
  const { complaints } = await openFilled(page)
  await card(page, 1).getByRole('button', { name: /^Face 1, unmarked/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(card(page, 1).getByRole('button', { name: /^Face 2/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Mark as questioned' }).press('Enter')
  await expect(card(page, 1).getByRole('button', { name: /^Face 2, Q-1/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: mark Q-1')).toBeVisible()
  await expect(card(page, 1).getByRole('button', { name: /^Face 2, unmarked/ })).toBeVisible()
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(card(page, 1).getByRole('button', { name: /^Face 2, Q-/ })).toBeVisible()
  expect(complaints).toEqual([])
})

test('two faces chosen from the grid become a comparison', async ({ page }) => {
  await openFilled(page)
  await card(page, 1).getByRole('button', { name: /^Face 1/ }).click()
  await page.getByRole('menuitem', { name: /Compare as A/ }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
  const tray = page.getByRole('region', { name: 'Next comparison' })
  await expect(tray.getByRole('button', { name: 'Compare' })).toBeDisabled()
  await card(page, 2).getByRole('button', { name: /^Face 1/ }).click()
  await page.getByRole('menuitem', { name: /Compare as B/ }).click()
  await tray.getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL(/\/comparison\//)
  await page.goBack()
  await expect(tray).toHaveCount(0)
})

test('two faces chosen by keyboard become a comparison, listed with score, decision and checklist', async ({ page }) => {
  const { id } = await openFilled(page)
  await page.getByRole('tab', { name: 'Comparisons' }).click()
  await expect(page.getByRole('heading', { name: 'No comparisons yet' })).toBeVisible()
  await page.getByRole('button', { name: 'New comparison' }).click()
  await page.getByRole('button', { name: /^E-1 face 1/ }).press('b')
  await page.getByRole('button', { name: /^E-2 face 1/ }).press('a')
  await expect(page.getByRole('button', { name: /E-2 face 1.*chosen as A/ })).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page).toHaveURL(/\/comparison\//)
  const { rows } = await client.call('comparison.list', { case: id })
  await client.call('case.begin', { id })
  const run = await client.call('comparison.run', { id: rows[0]!.id })
  await go(page, `/case/${id}/comparisons`)
  const row = page.getByRole('row', { name: /C-1/ })
  await expect(row.getByText(run.cosine.toFixed(4))).toBeVisible()
  await expect(row.getByText(run.decision === 'match' ? 'supports same source' : 'does not support same source')).toBeVisible()
  await expect(row.getByText('0/19')).toBeVisible()
  await expect(row.getByText('not recorded')).toBeVisible()
})

test('an exhibit is removed with a reason and restored; the history tells both', async ({ page }) => {
  const { id } = await openFilled(page)
  await card(page, 2).getByRole('link', { name: /E-2/ }).click()
  await page.getByRole('textbox', { name: 'Notes' }).fill('Blurred on the left')
  await page.getByRole('button', { name: 'Save exhibit' }).click()
  await page.getByRole('button', { name: 'Remove exhibit' }).click()
  await page.getByLabel('Reason').fill('Belongs to another case')
  await page.getByRole('dialog', { name: 'Remove exhibit E-2' }).getByRole('button', { name: 'Remove exhibit' }).click()
  await expect(page.getByRole('button', { name: 'Restore exhibit' })).toBeVisible()
  await go(page, `/case/${id}`)
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.getByLabel('Show removed').check()
  await card(page, 2).getByRole('link', { name: /E-2/ }).click()
  await page.getByRole('button', { name: 'Restore exhibit' }).click()
  await expect(page.getByRole('button', { name: 'Remove exhibit' })).toBeVisible()
  await go(page, `/case/${id}/history`)
  await expect(page.getByText('Removed exhibit E-2 “sample3.jpg”. Reason: Belongs to another case')).toBeVisible()
  await expect(page.getByText('Restored exhibit E-2 “sample3.jpg”')).toBeVisible()
  await expect(page.getByText('Changed exhibit E-2 “sample3.jpg”: notes')).toBeVisible()
})

test('a use begins with a purpose and ends by leaving; both are logged', async ({ page }) => {
  const { id } = await newCase()
  await openWindow(page, host, `/case/${id}`)
  await page.getByRole('button', { name: 'State another purpose for this use' }).click()
  await page.getByRole('dialog').getByLabel('Purpose').fill('Second opinion')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText(/for: Second opinion/)).toBeVisible()
  await page.getByRole('link', { name: 'Cases' }).click()
  await expect(page.getByRole('heading', { name: 'Cases', exact: true })).toBeVisible()
  await expect.poll(async () => (await client.call('library.audit', { case: id, newestFirst: false })).rows.map(({ action }) => action).filter(action => /begun|ended/.test(action))).toEqual(['case.begun', 'case.ended', 'case.begun', 'case.ended'])
})

test('tampered evidence is told when the case is opened, and stays told', async ({ page }) => {
  const { id } = await openFilled(page)
  await page.getByRole('link', { name: 'Cases' }).click()
  await expect(page.getByRole('heading', { name: 'Cases', exact: true })).toBeVisible()
  const { rows } = await client.call('exhibit.list', { case: id })
  const [stored] = globSync(`**/${rows[0]!.sha256}*`, { cwd: join(host.home, 'library') })
  const path = join(host.home, 'library', stored!)
  chmodSync(path, 0o600)
  writeFileSync(path, 'other bytes')
  await go(page, `/case/${id}`)
  await expect(page.getByText('Stored photos no longer have the hash they came in with')).toBeVisible()
  await expect(card(page, 1).getByText('Hash mismatch')).toBeVisible()
  await expect(card(page, 2).getByText('Hash verified')).toBeVisible()
  // Other cases of this library hold the same photo.
  copyFileSync(photo(1), path)
})

test('what another window does in the case appears in this one', async ({ page }) => {
  const { id } = await openFilled(page)
  const other = await connect(host)
  const { rows } = await other.client.call('exhibit.list', { case: id })
  await other.client.call('face.mark', { id: rows[0]!.faces[0]!.id, role: 'K' })
  await expect(card(page, 1).getByRole('button', { name: /^Face 1, K-1/ })).toBeVisible()
  other.close()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility violations, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme })
    const { id } = await openFilled(page)
    const clean = async (): Promise<void> => {
      await settle(page)
      expect(await violations(page)).toEqual([])
    }
    await card(page, 1).getByRole('button', { name: /^Face 1/ }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await clean()
    await page.getByRole('menuitem', { name: /Compare as A/ }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
    await clean()
    await card(page, 1).getByRole('link', { name: /E-1/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await clean()
    await go(page, `/case/${id}/comparisons`)
    await page.getByRole('button', { name: 'New comparison' }).click()
    await expect(page.getByRole('button', { name: /^E-2 face 1/ })).toBeVisible()
    await clean()
    await go(page, `/case/${id}/history`)
    await expect(page.getByText(/^Imported exhibit E-1/)).toBeVisible()
    await clean()
  })
