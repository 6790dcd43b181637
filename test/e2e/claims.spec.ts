import { expect, test, type Locator, type Page } from '@playwright/test'
import { startExamination, type Examination } from './examination'
import { openWindow, violations } from './window'

let examination: Examination
test.beforeAll(async () => {
  test.setTimeout(240_000)
  examination = await startExamination()
})
test.afterAll(() => examination.stop())

async function openPanel(page: Page, name: string): Promise<void> {
  await openWindow(page, examination.host, `/case/${examination.caseId}/comparison/${examination.comparison}`)
  const tab = page.getByRole('tab', { name })
  await tab.click({ timeout: 30_000 })
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click()
}

const NEUTRAL = 'The findings support the same-source proposition to the degree stated in the conclusion.'

test('a claim in a rationale is told with why and another wording, which can be taken', async ({ page }) => {
  await openPanel(page, 'Conclusion')
  await page.getByRole('button', { name: 'Write a conclusion' }).click()
  const rationale = page.getByLabel('Rationale')
  await rationale.fill('The ears are alike. It cannot be called the same person.')
  const live = page.locator('[data-claims]').last()
  await expect(live).toHaveAttribute('aria-live', 'polite')
  await expect(live).toHaveAttribute('data-claims', '0')

  await rationale.fill('The ears are alike. This is the same person. The end.')
  await expect(live).toHaveAttribute('data-claims', '1')
  await expect(live.locator('mark')).toHaveText('is the same person')
  await expect(live).toContainText('It says who a person is.')
  await expect(live).toContainText(NEUTRAL)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), colorScheme).toEqual([])
  }

  await live.getByRole('button', { name: 'Take this wording' }).click()
  await expect(rationale).toHaveValue(`The ears are alike. ${NEUTRAL} The end.`)
  await expect(live).toHaveAttribute('data-claims', '0')
})

test('in a note on the checklist the wording that is taken is stored', async ({ page }) => {
  await openPanel(page, 'Checklist')
  const row = page.locator('[data-component=nose]')
  await row.getByRole('button', { name: 'Note' }).click()
  await row.getByLabel('Note').fill('Die Karte beweist das.')
  const live = row.locator('[data-claims]').last()
  await expect(live).toContainText('Die Karte zeigt, wo der Score des Modells empfindlich ist')
  await live.getByRole('button', { name: 'Take this wording' }).click()
  await expect(live).toHaveAttribute('data-claims', '0')
  const note = async (): Promise<string | undefined> => (await examination.client.call('checklist.get', { comparison: examination.comparison })).items.find(({ component }) => component === 'nose')?.note
  await expect.poll(note).toMatch(/^Die Karte zeigt, wo der Score des Modells empfindlich ist; ob/)
})

/** Writes a claim, takes the wording offered under that field, and sees it there. */
async function rewordClaim(page: Page, within: Page | Locator, label: string): Promise<void> {
  const field = within.getByRole('textbox', { name: label, exact: true })
  await field.fill('This is the same person.')
  await page.getByRole('button', { name: 'Take this wording' }).click()
  await expect(field).toHaveValue(NEUTRAL)
  await expect(page.locator('[data-claims]:not([data-claims="0"])')).toHaveCount(0)
}

test('under a cause, an annotation and what is noted on an exhibit, too', async ({ page }) => {
  await openPanel(page, 'Checklist')
  const row = page.locator('[data-component=ears]')
  await row.getByRole('button', { name: 'Different' }).click()
  await rewordClaim(page, row, 'What may have caused the difference')
  await openPanel(page, 'Annotations')
  await page.getByRole('button', { name: 'Text', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Place in the middle' }).press('Enter')
  await rewordClaim(page, page, 'Text')
  await expect.poll(async () => (await examination.client.call('annotation.list', { comparison: examination.comparison })).rows.map(({ text }) => text)).toEqual([NEUTRAL])
  await openWindow(page, examination.host, `/case/${examination.caseId}/exhibits/${examination.exhibit.id}`)
  await rewordClaim(page, page, 'Notes')
  await rewordClaim(page, page, 'Source')
})
