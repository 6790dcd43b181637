import { expect, test, type Locator, type Page } from '@playwright/test'
import { cropTransform } from '../../src/shared/geometry/alignment'
import { apply } from '../../src/shared/geometry/similarity'
import type { Point } from '../../src/shared/domain/face'
import { pointsOf } from '../../src/shared/domain/markedFace'
import { startExamination, type Examination } from './examination'
import { openWindow, violations } from './window'

let examination: Examination
test.beforeAll(async () => {
  test.setTimeout(240_000)
  examination = await startExamination()
})
test.afterAll(() => examination.stop())

const comparison = (): { comparison: string } => ({ comparison: examination.comparison })
const annotations = async () => (await examination.client.call('annotation.list', comparison())).rows
const entry = async (component: string) => (await examination.client.call('checklist.get', comparison())).items.find(item => item.component === component)!

async function openPanel(page: Page, name: string): Promise<string[]> {
  const complaints = await openWindow(page, examination.host, `/case/${examination.caseId}/comparison/${examination.comparison}`)
  const tab = page.getByRole('tab', { name })
  await tab.click({ timeout: 30_000 })
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click()
  // Marks have places once both photos are there.
  await expect(page.locator('[data-pane=b] canvas').first()).toBeVisible({ timeout: 30_000 })
  return complaints
}

/** A place of a pane by shares of its width and height, screen pixels. */
async function inPane(page: Page, side: 'a' | 'b', x: number, y: number): Promise<Point> {
  const box = (await page.locator(`[data-pane=${side}]`).boundingBox())!
  return { x: box.x + box.width * x, y: box.y + box.height * y }
}

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

const tool = (page: Page, name: string): Locator => page.getByRole('toolbar', { name: 'Annotation tools' }).getByRole('button', { name, exact: true })
const mark = (page: Page, side: 'A' | 'B', name: RegExp): Locator => page.getByRole('group', { name: `Annotations on photo ${side}` }).getByRole('button', { name })

test.describe('annotations', () => {
  test('an arrow drawn on A is mirrored on B at the same place of the face, numbered, described, undone', async ({ page }) => {
    const complaints = await openPanel(page, 'Annotations')
    await tool(page, 'Arrow').click()
    await drag(page, await inPane(page, 'a', 0.3, 0.4), await inPane(page, 'a', 0.45, 0.5))
    await page.getByRole('textbox', { name: 'Text' }).fill('raised brow')
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await expect(mark(page, 'A', /^annotation 1, arrow: raised brow\./)).toBeVisible()

    const [stored] = await annotations()
    expect(stored).toMatchObject({ number: 1, kind: 'arrow', text: 'raised brow', by: 'A. Examiner' })
    const { rows } = await examination.client.call('exhibit.list', { case: examination.caseId })
    const faces = rows.flatMap(exhibit => exhibit.faces)
    const { faceA, faceB } = await examination.client.call('comparison.get', { id: examination.comparison })
    const [toA, toB] = [faceA, faceB].map(id => cropTransform(pointsOf(faces.find(face => face.id === id)!)))
    stored!.a.forEach((point, i) => {
      const [onA, onB] = [apply(toA!, point), apply(toB!, stored!.b[i]!)]
      expect(onB.x).toBeCloseTo(onA.x, 6)
      expect(onB.y).toBeCloseTo(onA.y, 6)
    })
    // In both panes at the same place of the screen, as both look at the same place of the face.
    const [a, b] = [(await mark(page, 'A', /^annotation 1/).boundingBox())!, (await mark(page, 'B', /^annotation 1/).boundingBox())!]
    const [paneA, paneB] = [(await page.locator('[data-pane=a]').boundingBox())!, (await page.locator('[data-pane=b]').boundingBox())!]
    expect(b.x - paneB.x).toBeCloseTo(a.x - paneA.x, 0)
    expect(b.y - paneB.y).toBeCloseTo(a.y - paneA.y, 0)

    await mark(page, 'A', /^annotation 1/).press('Delete')
    await expect(page.getByText('No annotations yet')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(mark(page, 'B', /^annotation 1, arrow: raised brow\./)).toBeVisible()
    expect(complaints).toEqual([])
  })

  test('drawing does not move the photos; a mark is dragged on B and moves on A', async ({ page }) => {
    await openPanel(page, 'Annotations')
    const centre = await page.locator('[data-pane=a]').getAttribute('data-centre')
    await tool(page, 'Circle').click()
    await drag(page, await inPane(page, 'b', 0.5, 0.55), await inPane(page, 'b', 0.6, 0.55))
    await page.getByRole('textbox', { name: 'Text' }).fill('mole')
    await expect(mark(page, 'B', /^annotation \d+, circle: mole\./)).toBeVisible()
    const before = (await annotations()).at(-1)!
    await drag(page, await inPane(page, 'b', 0.6, 0.55), await inPane(page, 'b', 0.6, 0.62))
    // The point at the rim has a handle: the circle is larger now, its centre where it was.
    await expect.poll(async () => (await annotations()).at(-1)!.a[1]).not.toEqual(before.a[1])
    const after = (await annotations()).at(-1)!
    expect(after.a[0]).toEqual(before.a[0])
    expect(await page.locator('[data-pane=a]').getAttribute('data-centre')).toBe(centre)
  })

  test('polygons and texts, with keys; what is nudged is stored', async ({ page }) => {
    await openPanel(page, 'Annotations')
    await tool(page, 'Polygon').click()
    for (const [x, y] of [[0.4, 0.7], [0.6, 0.7], [0.5, 0.8]] as const) {
      const at = await inPane(page, 'a', x, y)
      await page.mouse.click(at.x, at.y)
    }
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await annotations()).at(-1)?.kind).toBe('polygon')
    await tool(page, 'Text').press('Enter')
    await page.getByRole('button', { name: 'Place in the middle' }).press('Enter')
    await expect.poll(async () => (await annotations()).at(-1)?.kind).toBe('text')
    await page.getByRole('textbox', { name: 'Text' }).fill('seen in both')
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    const before = (await annotations()).at(-1)!
    await mark(page, 'A', /^annotation \d+, text: seen in both/).press('ArrowRight')
    await expect.poll(async () => (await annotations()).at(-1)!.a[0]!.x).not.toBe(before.a[0]!.x)
    const numbers = (await annotations()).map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('what another window draws appears', async ({ page }) => {
    await openPanel(page, 'Annotations')
    const [first] = await annotations()
    await examination.client.call('annotation.put', { comparison: examination.comparison, annotation: { id: crypto.randomUUID(), kind: 'text', text: 'from elsewhere', a: [first!.a[0]!], b: [first!.b[0]!] } })
    await expect(page.getByRole('button', { name: /^Annotation \d+\s?, text: from elsewhere$/ })).toBeVisible()
  })
})

test.describe('checklist', () => {
  test('a finding by one press, by a key, with note and cause; saved and undone', async ({ page }) => {
    const complaints = await openPanel(page, 'Checklist')
    await expect(page.getByText('0 of 19 assessed')).toBeVisible()
    const nose = page.locator('[data-component=nose]')
    await nose.getByRole('button', { name: 'Different' }).click()
    await expect(page.getByText('1 of 19 assessed')).toBeVisible()
    await nose.getByLabel('What may have caused the difference').fill('pose')
    await nose.getByLabel('Note').fill('tip longer on Q-1')
    await expect(nose.getByText('Saved', { exact: true })).toBeVisible()
    expect(await entry('nose')).toMatchObject({ finding: 'different', cause: 'pose', note: 'tip longer on Q-1', by: 'A. Examiner' })

    const skin = page.getByRole('button', { name: /^Skin/ })
    await skin.press('5')
    await expect(page.getByText('2 of 19 assessed')).toBeVisible()
    await skin.press('ArrowDown')
    await expect(page.getByRole('button', { name: /^Face outline/ })).toBeFocused()
    await page.keyboard.press('1')
    await expect(page.getByText('3 of 19 assessed')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('2 of 19 assessed')).toBeVisible()
    expect((await entry('face outline')).finding).toBeNull()
    // The keys of the panel are not the viewer's: the two faces still stand side by side.
    await expect(page.locator('[data-pane=b]')).toBeVisible()
    expect(complaints).toEqual([])
  })

  test('the filter shows what is open, and nothing vanishes under the hand', async ({ page }) => {
    await openPanel(page, 'Checklist')
    await page.getByLabel('Only those not assessed yet').check({ force: true })
    await expect(page.locator('[data-component=nose]')).toHaveCount(0)
    const ears = page.locator('[data-component=ears]')
    await ears.getByRole('button', { name: 'Not visible' }).click()
    await expect(ears).toHaveAttribute('data-assessed')
  })

  test('a change by another window is shown, and what is being typed stays', async ({ page }) => {
    await openPanel(page, 'Checklist')
    const mouth = page.locator('[data-component=mouth]')
    await mouth.getByRole('button', { name: 'Note' }).click()
    const note = mouth.getByLabel('Note')
    await note.pressSequentially('being ty')
    await expect(mouth.getByText('Saved', { exact: true })).toBeVisible()
    await examination.client.call('checklist.set', { comparison: examination.comparison, item: { component: 'mouth', finding: 'similar', note: 'theirs', cause: '' } })
    await expect(mouth).toHaveAttribute('data-assessed')
    await note.pressSequentially('ped')
    await expect(note).toHaveValue('being typed')
    // Neither of the two notes goes in silence.
    const told = mouth.getByRole('alert').filter({ hasText: 'Changed in another window meanwhile' })
    await expect(told).toContainText('theirs')
    await note.blur()
    expect((await entry('mouth')).note).toBe('theirs')
    await told.getByRole('button', { name: 'Keep mine' }).click()
    await expect.poll(async () => (await entry('mouth')).note).toBe('being typed')
    expect((await entry('mouth')).finding).toBe('similar')
    await expect(told).toHaveCount(0)
  })

  test('a note survives that the panel is left at once', async ({ page }) => {
    await openPanel(page, 'Checklist')
    await page.locator('[data-component=neck]').getByRole('button', { name: 'Note' }).click()
    await page.locator('[data-component=neck]').getByLabel('Note').fill('collar')
    await page.getByRole('tab', { name: 'Result' }).click()
    await expect.poll(async () => (await entry('neck')).note).toBe('collar')
  })
})

test.describe('enhancement', () => {
  const steps = async () => (await examination.client.call('enhancement.get', comparison())).a

  test('steps are added, set, moved and removed; the copies have a score beside the original', async ({ page }) => {
    const complaints = await openPanel(page, 'Enhancement')
    for (const name of [/^Local contrast/, /^Gamma/]) {
      await page.getByRole('button', { name: 'Add a step' }).click()
      await page.getByRole('menuitem', { name }).click()
    }
    await expect.poll(async () => (await steps()).map(({ kind }) => kind)).toEqual(['clahe', 'gamma'])
    await page.getByRole('slider', { name: 'Gamma: Gamma' }).press('ArrowRight')
    await expect.poll(async () => (await steps())[1]).toEqual({ kind: 'gamma', gamma: 1.45 })
    await page.getByRole('button', { name: 'Move Gamma up' }).click()
    await expect.poll(async () => (await steps()).map(({ kind }) => kind)).toEqual(['gamma', 'clahe'])
    await page.locator('[data-step=gamma] [draggable]').dragTo(page.locator('[data-step=clahe]'))
    await expect.poll(async () => (await steps()).map(({ kind }) => kind)).toEqual(['clahe', 'gamma'])

    const record = page.getByRole('row', { name: 'Original, of record' })
    const before = await record.innerText()
    await page.getByRole('button', { name: 'Score the enhanced copies' }).click()
    await expect(page.locator('[data-score=enhanced]')).toHaveText(/^-?0\.\d{4}$/, { timeout: 30_000 })
    expect(before).not.toContain(await page.locator('[data-score=enhanced]').innerText())
    expect(await record.innerText()).toBe(before)

    await page.getByRole('button', { name: 'Remove Gamma' }).click()
    await expect.poll(steps).toHaveLength(1)
    // Another list is another copy: its score is not known.
    await expect(page.locator('[data-score=enhanced]')).toHaveText('not scored')
    await page.keyboard.press('Control+z')
    await expect.poll(steps).toHaveLength(2)
    expect(complaints).toEqual([])
  })

  test('the copies are shown in the panes and left again', async ({ page }) => {
    await openPanel(page, 'Enhancement')
    const shown = page.getByLabel('Show the enhanced copies in the panes')
    await shown.check({ force: true })
    await expect(page.getByRole('button', { name: /Enhanced copies/ })).toHaveAttribute('aria-pressed', 'true')
    await shown.uncheck({ force: true })
    await expect(page.getByRole('button', { name: /Enhanced copies/ })).toHaveAttribute('aria-pressed', 'false')
  })
})

test.describe('conclusion', () => {
  const versions = async () => (await examination.client.call('conclusion.list', comparison())).rows

  test('begins empty, is kept unsaved over a reload, and is saved as a version', async ({ page }) => {
    const complaints = await openPanel(page, 'Conclusion')
    const frame = page.getByRole('region', { name: 'The examiner’s conclusion' })
    await expect(frame.getByText('Not recorded.')).toBeVisible()
    await frame.getByRole('button', { name: 'Write a conclusion' }).click()
    await expect(frame.getByLabel('None chosen')).toBeChecked()
    for (const label of ['Proposition: same source', 'Proposition: different sources', 'Rationale']) await expect(frame.getByLabel(label)).toHaveValue('')
    // The machine's numbers have no place here.
    await expect(frame.getByText(/0\.\d{4}|score of/)).toHaveCount(0)
    await frame.getByLabel('Rationale').fill('Half a thought')

    await page.reload()
    await expect(frame.getByText('A draft that was not saved')).toBeVisible({ timeout: 30_000 })
    await frame.getByRole('button', { name: 'Go on with it' }).click()
    await expect(frame.getByLabel('Rationale')).toHaveValue('Half a thought')
    await frame.getByLabel('The findings are inconclusive').check()
    await frame.getByRole('button', { name: 'Save as version 1' }).click()
    await expect(frame.getByText(/^Version 1, A\. Examiner/)).toBeVisible()
    expect(await versions()).toMatchObject([{ version: 1, level: 'The findings are inconclusive', rationale: 'Half a thought', by: 'A. Examiner' }])
    await page.reload()
    await expect(frame.getByText(/^Version 1/)).toBeVisible({ timeout: 30_000 })
    await expect(frame.getByText('A draft that was not saved')).toHaveCount(0)
    expect(complaints).toEqual([])
  })

  test('a version that another window saved meanwhile is not overwritten unseen', async ({ page }) => {
    await openPanel(page, 'Conclusion')
    const frame = page.getByRole('region', { name: 'The examiner’s conclusion' })
    await frame.getByRole('button', { name: 'Write a new version' }).click()
    await frame.getByLabel('Rationale').fill('Mine')
    const after = (await versions()).length
    await examination.client.call('conclusion.save', { comparison: examination.comparison, after, conclusion: { level: null, same: '', different: '', rationale: 'Theirs' } })
    await expect(frame.getByText(`Version ${after + 1} was saved meanwhile`)).toBeVisible()
    await expect(frame.getByRole('button', { name: `Save as version ${after + 1}` })).toBeDisabled()
    await frame.getByRole('button', { name: `Go on after version ${after + 1}` }).click()
    await frame.getByRole('button', { name: `Save as version ${after + 2}` }).click()
    await expect(frame.getByText(new RegExp(`^Version ${after + 2},`))).toBeVisible()
    expect((await versions()).map(({ rationale }) => rationale).toSorted()).toEqual(['Half a thought', 'Mine', 'Theirs'])
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openPanel(page, 'Result')
    for (const name of ['Checklist', 'Annotations', 'Enhancement', 'Conclusion']) {
      await page.getByRole('tab', { name }).click()
      await expect(page.getByRole('tabpanel', { name })).toBeVisible()
      expect(await violations(page), name).toEqual([])
    }
  })
