import { expect, test, type Page } from '@playwright/test'
import { COMPONENTS } from '../../src/shared/domain/checklist'
import { decodeFrame } from '../../src/shared/ipc/frame'
import type { Client } from '../../src/shared/ipc/client'
import { startHost, type RunningHost } from './webHost'
import { createLibrary, go, openWindow, settle, violations } from './window'

let host: RunningHost
let client: Client
let caseId: string
let comparison: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(180_000)
  host = await startHost()
  client = (await createLibrary(host)).client
  caseId = (await client.call('case.createSample', { photos: 'development' })).id
  comparison = (await client.call('comparison.list', { case: caseId })).rows[0]!.id
})
test.afterAll(() => host.stop())

/** Everything that came over the wire since, as text; numbers stand in it as JavaScript writes them. */
function listen(page: Page): () => string {
  const heard: string[] = []
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => heard.push(typeof payload === 'string' ? payload : JSON.stringify(decodeFrame(new Uint8Array(payload)), plain))))
  return () => heard.splice(0).join('\n')
}
/** Photos and maps in a frame: how long they are is enough here, but a map must not come. */
const plain = (_key: string, value: unknown): unknown => (value instanceof Float32Array ? `map of ${value.length}` : value instanceof Uint8Array ? `bytes ${value.length}` : value)

/** What gives a score, a decision or a map away. */
const TELLING = /"cosine":-?\d|"decision":"|"mapsSha256":"|map of \d|supports? the same-source|score -?\d/

const place = (): string => `/case/${caseId}/comparison/${comparison}`
const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click()

async function assessAll(page: Page, finding: (component: string) => string): Promise<void> {
  await tab(page, 'Checklist')
  for (const component of COMPONENTS) await page.getByRole('group', { name: `Finding for ${component}` }).getByRole('button', { name: finding(component), exact: true }).click()
  await expect(page.getByText('19 of 19 assessed')).toBeVisible()
}

/** The name in the settings is who works here. */
async function become(page: Page, name: string): Promise<void> {
  await go(page, '/settings')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Settings saved')).toBeVisible()
}

const nothingTold = async (page: Page, wire: string): Promise<void> => {
  expect(wire).not.toMatch(TELLING)
  expect(await page.content()).not.toMatch(/data-testid="(cosine|statement|regions|distance)"|supports? the same-source/)
}

test('blind first is switched on in the case, with a reason, and seen in the lists', async ({ page }) => {
  const complaints = await openWindow(page, host, `/case/${caseId}`)
  await page.getByRole('button', { name: 'Edit case' }).click()
  const part = page.getByRole('region', { name: 'Blind first' })
  await expect(part).toContainText('seeing a decision first shifts a person’s judgement')
  await settle(page)
  expect(await violations(page)).toEqual([])
  await part.getByRole('button', { name: /Switch on/ }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('Laboratory rule 7')
  await page.getByRole('button', { name: 'Switch on', exact: true }).click()
  await expect(page.getByRole('main').getByText('Blind first')).toBeVisible()
  expect((await client.call('case.get', { id: caseId })).blindFirst).toBe(true)
  await go(page, `/case/${caseId}/comparisons`)
  await expect(page.getByRole('row', { name: /C-1/ })).toContainText('withheld')
  await go(page, '/cases')
  await expect(page.getByRole('row', { name: /SAMPLE-1/ })).toContainText('Blind first')
  expect(complaints).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`blind comparison without accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openWindow(page, host, place())
    for (const name of ['Result', 'Opinions', 'Conclusion', 'History']) {
      await tab(page, name)
      await settle(page)
      expect(await violations(page), name).toEqual([])
    }
  })

test('the first examiner judges before anything is shown, locks, and then sees the result beside the provisional opinion', async ({ page }) => {
  const heard = listen(page)
  const complaints = await openWindow(page, host, place())
  await expect(page.getByRole('heading', { name: 'The result is withheld' })).toBeVisible()
  const lock = page.getByRole('button', { name: 'Lock my opinion and show the result' })
  await expect(page.getByText('0 of 19 components assessed')).toBeVisible()
  await expect(lock).toBeDisabled()
  await expect(page.getByText('Maps are withheld until your opinion is locked.')).toBeVisible()

  await assessAll(page, () => 'Similar')
  await tab(page, 'Conclusion')
  await page.getByRole('button', { name: 'Write a conclusion' }).click()
  await page.getByRole('radio', { name: 'The findings give limited support to the same source' }).check()
  await page.getByLabel('Rationale').fill('Ears and brows alike.')
  await tab(page, 'Result')
  await expect(lock).toBeDisabled()
  await tab(page, 'Conclusion')
  await page.getByRole('button', { name: 'Save as version 1' }).click()
  await expect(page.getByText(/^Version 1, A\. Examiner/)).toBeVisible()
  await tab(page, 'Result')
  await expect(page.getByText('Everything is there.')).toBeVisible()
  await nothingTold(page, heard())

  await lock.click()
  await expect(page.getByRole('dialog')).toContainText('This can’t be undone')
  await page.getByRole('button', { name: 'Lock it' }).click()
  await expect(page.getByTestId('cosine')).toBeVisible({ timeout: 60_000 })
  const { run } = await client.call('comparison.get', { id: comparison })
  await expect(page.getByTestId('cosine')).toHaveText(run!.cosine.toFixed(4).replace('-', '\u2212'))
  // What was listened for is heard now: it was not for want of ears.
  expect(heard()).toMatch(TELLING)

  await tab(page, 'Opinions')
  const provisional = page.getByRole('region', { name: 'Provisional opinion' })
  await expect(provisional).toContainText('The findings give limited support to the same source')
  await expect(provisional).toContainText('Nothing was changed since.')
  await tab(page, 'Conclusion')
  await page.getByRole('button', { name: 'Write a new version' }).click()
  await page.getByRole('radio', { name: 'The findings are inconclusive' }).check()
  await page.getByRole('button', { name: 'Save as version 2' }).click()
  await tab(page, 'Opinions')
  await expect(provisional.getByRole('list', { name: 'Changed since the opinion was locked' })).toContainText('level: The findings give limited support to the same source \u2192 The findings are inconclusive')
  await expect(page.getByRole('button', { name: 'Begin an independent second opinion' })).toBeDisabled()
  await expect(page.getByText(/has worked on C-1 already/)).toBeVisible()
  await settle(page)
  expect(await violations(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('a second examiner judges without seeing anything of it, and both opinions stand side by side', async ({ page }) => {
  const heard = listen(page)
  await openWindow(page, host, '/settings')
  await become(page, 'B. Verifier')
  await go(page, place())
  await expect(page.getByText('an opinion of yours is no longer independent')).toBeVisible()
  await settle(page)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Begin an independent second opinion' }).click()
  await expect(page.getByRole('heading', { name: 'You are forming an independent opinion' })).toBeVisible()
  heard()

  await page.reload()
  await expect(page.getByRole('heading', { name: 'You are forming an independent opinion' })).toBeVisible()
  await expect(page.getByText('0 of 19 components assessed')).toBeVisible()
  await tab(page, 'History')
  await expect(page.getByText('Earlier runs and their scores are withheld')).toBeVisible()
  await assessAll(page, component => (component === 'nose' ? 'Different' : 'Similar'))
  // Another window of the same examiner.
  const { forming } = await client.call('opinion.sight', { comparison })
  await client.call('opinion.set', { id: forming!.id, item: { component: 'neck', finding: 'inconclusive', note: 'collar', cause: '' } })
  await expect(page.locator('[data-component=neck]').getByLabel('Note')).toHaveValue('collar')
  await tab(page, 'Conclusion')
  await page.getByRole('radio', { name: 'The findings give limited support to different sources' }).check()
  await page.getByLabel('Rationale').fill('The nose differs.')
  await page.getByLabel('Rationale').blur()
  await go(page, `/case/${caseId}/comparisons`)
  await expect(page.getByRole('row', { name: /C-1/ })).toContainText('Blind')
  await go(page, `/case/${caseId}/history`)
  await expect(page.getByRole('table')).toBeVisible()
  await settle(page)
  const { run } = await ofFirst(() => client.call('comparison.get', { id: comparison }))
  expect(await page.content()).not.toContain(run!.cosine.toFixed(4))
  await go(page, place())
  await tab(page, 'Result')
  await expect(page.getByText('Everything is there.')).toBeVisible()
  const wire = heard()
  await nothingTold(page, wire)
  for (const told of [String(run!.cosine).slice(0, 8), 'Ears and brows alike', '"version":2,"level"']) expect(wire).not.toContain(told)
  expect(await page.content()).not.toContain('Ears and brows alike')

  await page.getByRole('button', { name: 'Lock my opinion and show the result' }).click()
  await page.getByRole('button', { name: 'Lock it' }).click()
  await expect(page.getByTestId('cosine')).toBeVisible({ timeout: 30_000 })
  expect(heard()).toMatch(TELLING)
  await tab(page, 'Opinions')
  const both = page.getByRole('region', { name: /B\. Verifier, second$/ })
  await expect(both.getByRole('row', { name: /^Nose/ })).toContainText('differ')
  await expect(both.getByRole('row', { name: /^Skin/ })).toContainText('agree')
  await expect(both).toContainText('The nose differs.')
  await expect(both).toContainText('Ears and brows alike.')
  await settle(page)
  expect(await violations(page)).toEqual([])
})

/** The numbers as the first examiner may see them, while the second one forms an opinion: names are the installation's. */
async function ofFirst<T>(ask: () => Promise<T>): Promise<T> {
  await client.call('settings.set', { patch: { examiner: 'A. Examiner' } })
  const answer = await ask()
  await client.call('settings.set', { patch: { examiner: 'B. Verifier' } })
  return answer
}

test('a second opinion can be withdrawn, with a reason, and stays on record', async ({ page }) => {
  await openWindow(page, host, '/settings')
  await become(page, 'C. Third')
  await go(page, place())
  await page.getByRole('button', { name: 'Begin an independent second opinion' }).click()
  await page.getByRole('button', { name: /Withdraw this opinion/ }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('I know the person.')
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await expect(page.getByTestId('cosine')).toBeVisible({ timeout: 30_000 })
  await tab(page, 'Opinions')
  await expect(page.getByText(/A second opinion by C\. Third was withdrawn .* I know the person\./)).toBeVisible()
})

test('a comparison that a signed report holds is read only until it is amended, with a reason', async ({ page }) => {
  test.setTimeout(180_000)
  await client.call('settings.set', { patch: { examiner: 'A. Examiner' } })
  await client.call('key.create', { laboratory: 'Test laboratory', passphrase: 'ten letters at least' })
  await client.call('report.create', { case: caseId, comparisons: [comparison], language: 'en', sign: { passphrase: 'ten letters at least' } })
  await openWindow(page, host, place())
  const banner = page.getByRole('note', { name: 'Signed' })
  await expect(banner).toContainText(/^Version 1 was signed in R-1 at \d{4}-\d\d-\d\d \d\d:\d\d UTC by A\. Examiner\./)
  await expect(page.getByRole('button', { name: 'Keep this run' })).toBeDisabled()
  await tab(page, 'Enhancement')
  await expect(page.getByRole('button', { name: 'Add a step' })).toBeDisabled()
  await tab(page, 'Checklist')
  await expect(page.getByRole('group', { name: 'Finding for skin' }).getByRole('button', { name: 'Similar' })).toBeDisabled()
  await settle(page)
  expect(await violations(page)).toEqual([])
  await go(page, `/case/${caseId}/comparisons`)
  await expect(page.getByRole('row', { name: /C-1/ })).toContainText('Signed R-1')
  await go(page, place())
  await banner.getByRole('button', { name: /Amend/ }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('A better photo came in.')
  await page.getByRole('button', { name: 'Begin version 2' }).click()
  await expect(banner).toHaveCount(0)
  await tab(page, 'Enhancement')
  await expect(page.getByRole('button', { name: 'Add a step' })).toBeEnabled()
  expect(await client.call('comparison.get', { id: comparison })).toMatchObject({ version: 2, locked: null })
})

test('a closed case is read only, and every control says so', async ({ page }) => {
  await client.call('settings.set', { patch: { examiner: 'A. Examiner' } })
  const { revision } = await client.call('case.get', { id: caseId })
  await client.call('case.update', { id: caseId, revision, patch: { status: 'closed' } })
  await openWindow(page, host, place())
  await expect(page.getByRole('note', { name: 'Case closed' })).toBeVisible()
  const reason = 'This case is closed: reopen it to change anything.'
  await tab(page, 'Checklist')
  const nose = page.getByRole('group', { name: 'Finding for nose' }).getByRole('button', { name: 'Similar' })
  await expect(nose).toBeDisabled()
  await expect(nose).toHaveAttribute('title', reason)
  await tab(page, 'Conclusion')
  await expect(page.getByRole('button', { name: 'Write a new version' })).toBeDisabled()
  await tab(page, 'Annotations')
  await expect(page.getByRole('button', { name: 'Arrow', exact: true })).toBeDisabled()
  await expect(page.getByRole('radio', { name: 'Evaluation' })).toBeDisabled()
  await settle(page)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Reopen' }).click()
  await expect(page.getByRole('note', { name: 'Case closed' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Arrow', exact: true })).toBeEnabled()
})
