import { expect, test, type Page } from '@playwright/test'
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
