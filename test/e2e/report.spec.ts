import { createHash } from 'node:crypto'
import { chmodSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { flatSetText, noPoppler } from '../support/poppler'
import { startExamination, type Examination } from './examination'
import { openWindow, settle, violations } from './window'

const PASSPHRASE = 'correct horse battery staple'
const CLAIM = 'Both photos show the same person.'

let examination: Examination
test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.skip(noPoppler !== null, noPoppler ?? '')
test.beforeAll(async () => {
  examination = await startExamination()
})
test.afterAll(() => examination.stop())

const reports = (): string => `/case/${examination.caseId}/reports`
const card = (page: Page, number: number) => page.getByRole('article', { name: `R-${number}` })

/** Downloads a file of the report on screen, and gives where it lies. */
async function download(page: Page, number: number, name: RegExp, folder: string): Promise<string> {
  const [arrived] = await Promise.all([page.waitForEvent('download'), card(page, number).getByRole('button', { name }).click()])
  const path = join(folder, arrived.suggestedFilename())
  await arrived.saveAs(path)
  return path
}

/** Which of these the text lacks: a failure names them, not forty pages. */
const lacking = (text: string, ...wanted: string[]): string[] => wanted.filter(words => !text.includes(words))
const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

test('a case without reports says what one is; a draft is made, and its PDF holds the case, the score and that it is a draft', async ({ page }, { outputDir }) => {
  const complaints = await openWindow(page, examination.host, reports())
  await expect(page.getByRole('heading', { name: 'No reports yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Make a report' }).click()
  await expect(page.getByText('The report will say that this is missing')).toBeVisible()
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await expect(page.getByText('Draft R-1 is made')).toBeVisible({ timeout: 60_000 })

  const pdf = await download(page, 1, /\.pdf$/, outputDir)
  const text = flatSetText(pdf)
  const { run } = await examination.client.call('comparison.get', { id: examination.comparison })
  expect(lacking(text, 'SAMPLE-1', 'DRAFT. Not signed', run!.cosine.toFixed(4))).toEqual([])
  await expect(card(page, 1).getByText(sha256(pdf))).toBeVisible()
  expect(complaints).toEqual([])
})

test('the comparison’s own screen leads to a report of it alone, in German', async ({ page }, { outputDir }) => {
  await openWindow(page, examination.host, `/case/${examination.caseId}/comparison/${examination.comparison}`)
  await page.getByRole('link', { name: 'Report', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: /^C-1/ })).toBeChecked()
  await page.getByText('German', { exact: true }).click()
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await expect(page.getByText('Draft R-2 is made')).toBeVisible({ timeout: 60_000 })
  expect(lacking(flatSetText(await download(page, 2, /\.pdf$/, outputDir)), 'ENTWURF. Nicht signiert')).toEqual([])
})

test('a sentence that claims too much stops it, until it stands with a reason, which is printed', async ({ page }, { outputDir }) => {
  const { client, comparison } = examination
  const conclusion = { level: null, same: '', different: '', rationale: CLAIM }
  const before = await client.call('conclusion.list', { comparison })
  await client.call('conclusion.save', { comparison, after: before.rows.length, conclusion })
  await openWindow(page, examination.host, `/case/${examination.caseId}/report`)
  const finding = page.getByRole('article', { name: 'Conclusion of C-1, rationale' })
  await expect(finding.locator('mark')).toHaveText(/same person/)
  await expect(finding.getByText('Neutral:')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make the draft' })).toBeDisabled()
  await settle(page)
  expect(await violations(page)).toEqual([])

  await finding.getByRole('checkbox', { name: /Let it stand/ }).check()
  await expect(page.getByText(/neither reworded nor let stand/)).toBeVisible()
  await finding.getByRole('textbox', { name: 'Reason' }).fill('Quoted from the request of the court.')
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await expect(page.getByText('Draft R-3 is made')).toBeVisible({ timeout: 60_000 })
  expect(lacking(flatSetText(await download(page, 3, /\.pdf$/, outputDir)), CLAIM, 'Quoted from the request of the court.')).toEqual([])
})

test('the link of a finding leads to the place where it stands', async ({ page }) => {
  await openWindow(page, examination.host, `/case/${examination.caseId}/report`)
  await page.getByRole('link', { name: /Go there/ }).click()
  await expect(page).toHaveURL(new RegExp(examination.comparison))
  await expect(page.getByRole('tab', { name: 'Conclusion' })).toHaveAttribute('aria-selected', 'true')
})

test('signing needs the key and its passphrase, and locks the comparison', async ({ page }, { outputDir }) => {
  const { client, comparison } = examination
  const { rows } = await client.call('conclusion.list', { comparison })
  await client.call('conclusion.save', { comparison, after: rows.length, conclusion: { level: null, same: '', different: '', rationale: 'The findings are inconclusive.' } })
  await openWindow(page, examination.host, `/case/${examination.caseId}/report`)
  await page.getByText('Signed', { exact: true }).click()
  await expect(page.getByText('This laboratory has no key yet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign and make the report' })).toBeDisabled()
  const { fingerprint } = await client.call('key.create', { laboratory: 'Test laboratory', passphrase: PASSPHRASE })
  const field = page.getByLabel('Passphrase of the key')
  await field.fill('not the passphrase')
  await page.getByRole('button', { name: 'Sign and make the report' }).click()
  await expect(field).toHaveAttribute('aria-invalid', 'true', { timeout: 60_000 })
  await field.fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Sign and make the report' }).click()
  await expect(page.getByText('R-4 is made and signed')).toBeVisible({ timeout: 60_000 })
  await expect(card(page, 4).getByText(fingerprint.match(/.{4}/g)!.join(' '))).toBeVisible()
  expect(lacking(flatSetText(await download(page, 4, /\.pdf$/, outputDir)), 'DRAFT. Not signed')).toHaveLength(1)
  expect((await client.call('comparison.get', { id: comparison })).locked).toMatchObject({ number: 4 })
})

test('the reports are listed newest first, each with its files; the comparisons come as CSV', async ({ page }, { outputDir }) => {
  const complaints = await openWindow(page, examination.host, reports())
  await expect(page.getByRole('article')).toHaveCount(4)
  await expect(page.getByRole('article').first()).toHaveAccessibleName('R-4')
  await expect(card(page, 4).getByText('Signed', { exact: true })).toBeVisible()
  await expect(card(page, 1).getByText('Draft', { exact: true })).toBeVisible()
  const [arrived] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Comparisons as CSV' }).click()])
  const path = join(outputDir, 'comparisons.csv')
  await arrived.saveAs(path)
  expect(readFileSync(path, 'utf8')).toMatch(/C-1/)
  expect(complaints).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openWindow(page, examination.host, reports())
    await expect(page.getByRole('article')).toHaveCount(4)
    await settle(page)
    expect(await violations(page)).toEqual([])
  })

test('a photo that changed on disk blocks the report, and is named', async ({ page }) => {
  const { host, exhibit } = examination
  const [stored] = globSync(join(host.home, `**/${exhibit.sha256}*`))
  chmodSync(stored!, 0o600)
  writeFileSync(stored!, 'not the photo any more')
  await openWindow(page, host, `/case/${examination.caseId}/report`)
  const blocked = page.getByRole('alert').filter({ hasText: 'No report can be made' })
  await expect(blocked.getByText(/E-1/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make the draft' })).toBeDisabled()
  await settle(page)
  expect(await violations(page)).toEqual([])
})
