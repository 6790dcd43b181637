import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { chmodSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suitabilityOf } from '../../src/shared/domain/quality'
import { difference, openComparison, pixelAt, pixelsOf, type Pixels, type Rgb } from './compareFixture'
import { startExamination, type Examination } from './examination'
import { holdMessages } from './window'

let bench: Examination
test.beforeAll(async () => {
  test.setTimeout(180_000)
  bench = await startExamination()
})
test.afterAll(() => bench.stop())

const open = (page: Page): Promise<string[]> => openComparison(page, bench, bench.comparison)
const lastRun = async (comparison = bench.comparison) => (await bench.client.call('run.list', { comparison })).rows[0]!
/** Maps are there, and of the threshold that is set. */
async function current(page: Page): Promise<void> {
  await expect(page.getByRole('radio', { name: 'Combined' })).toBeEnabled()
  await expect(page.locator('[data-stale=true]')).toHaveCount(0)
}

const minus = (text: string): string => text.replaceAll('-', '\u2212')

/** The place of the faces in the middle of the panes, and the scale. */
async function viewOf(page: Page, side: 'a' | 'b' | 'both'): Promise<{ x: number; y: number; scale: number }> {
  const pane = page.locator(`[data-pane=${side}]`)
  const [x, y] = (await pane.getAttribute('data-centre'))!.split(' ').map(Number)
  return { x: x!, y: y!, scale: Number(await pane.getAttribute('data-scale')) }
}

async function drag(page: Page, side: 'a' | 'b' | 'both', dx: number, dy: number): Promise<void> {
  const box = (await page.locator(`[data-pane=${side}]`).boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + dx / 2, y + dy / 2)
  await page.mouse.move(x + dx, y + dy)
  await page.mouse.up()
}

async function setThreshold(page: Page, value: string): Promise<void> {
  const input = page.getByRole('textbox', { name: 'Threshold, cosine' })
  await input.fill(value)
  await input.blur()
}

test('before the first run it says what will happen; the run gives the stored numbers', async ({ page }) => {
  const [row, { rows: exhibits }] = [await bench.client.call('comparison.get', { id: bench.comparison }), await bench.client.call('exhibit.list', { case: bench.caseId })]
  const other = exhibits.flatMap(({ faces }) => faces).find(({ mark, quality }) => mark === null && suitabilityOf(quality).suitable)!
  await bench.client.call('face.mark', { id: other.id, role: 'K' })
  const { id } = await bench.client.call('comparison.create', { case: bench.caseId, faceA: row.faceA, faceB: other.id })
  const complaints = await openComparison(page, bench, id)
  await expect(page.getByRole('heading', { name: 'Not compared yet' })).toBeVisible()
  await expect(page.getByText('Maps come with the first run.')).toBeVisible()
  await page.getByRole('button', { name: 'Run comparison' }).click()
  await expect(page.getByTestId('cosine')).toBeVisible({ timeout: 30_000 })
  const { cosine, threshold, decision } = await lastRun(id)
  await expect(page.getByTestId('cosine')).toHaveText(minus(cosine.toFixed(4)))
  await expect(page.getByTestId('statement')).toHaveText(`The score ${decision === 'match' ? 'supports' : 'does not support'} the same-source proposition at threshold ${threshold.toFixed(4)}.`)
  await expect(page.getByTestId('distance')).toContainText(Math.abs(cosine - threshold).toFixed(4))
  await expect(page.getByTestId('threshold-origin')).toContainText('LFW')
  await expect(page.getByTestId('maps-check')).toContainText('SHA-256 equals the one kept with run 1')
  expect(complaints).toEqual([])
})

test('the arguments add up to the score, and the regions are those of the maps', async ({ page }) => {
  await open(page)
  await current(page)
  const { id, cosine } = await lastRun()
  const { record } = await bench.client.call('run.get', { id })
  const { positive, negative, positiveSum, negativeSum } = record.arguments
  await expect(page.getByText(`${positive} positive, +${positiveSum.toFixed(4)}`)).toBeVisible()
  await expect(page.getByText(`${negative} negative, ${minus(negativeSum.toFixed(4))}`)).toBeVisible()
  expect(positiveSum + negativeSum).toBeCloseTo(cosine, 5)
  const shares = await page.getByTestId('regions').locator('tbody td:last-child').allInnerTexts()
  expect(shares).toHaveLength(8)
  expect(shares.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBeGreaterThanOrEqual(96)
})

test('a drag in one pane moves both faces by just as much', async ({ page }) => {
  await open(page)
  await page.keyboard.press('n')
  const before = { a: await pixelsOf(page, 'a'), b: await pixelsOf(page, 'b'), view: await viewOf(page, 'b') }
  await drag(page, 'a', 44, -22)
  const view = { a: await viewOf(page, 'a'), b: await viewOf(page, 'b') }
  expect(view.a).toEqual(view.b)
  expect(view.b.x).toBeCloseTo(before.view.x - 44 / before.view.scale, 2)
  expect(view.b.y).toBeCloseTo(before.view.y + 22 / before.view.scale, 2)
  for (const side of ['a', 'b'] as const) {
    const after = await pixelsOf(page, side)
    expect(difference(before[side], after, (x, y) => ({ x: x + 44, y: y - 22 }))).toBeLessThan(2)
    expect(difference(before[side], after)).toBeGreaterThan(5)
  }
})

test('the wheel zooms both about the pointer, and the cross-hair marks the same place on both', async ({ page }) => {
  await open(page)
  // What comes with the maps takes its place below the panes: they have their size then.
  await expect(page.getByRole('img', { name: /^Colour scale/ })).toBeVisible({ timeout: 30_000 })
  const box = (await page.locator('[data-pane=b]').boundingBox())!
  await page.mouse.move(box.x + 100, box.y + 150)
  const place = await page.getByTestId('read-out').locator('> :first-child').innerText()
  const { scale } = await viewOf(page, 'a')
  await page.mouse.wheel(0, -200)
  await expect.poll(async () => (await viewOf(page, 'a')).scale / scale).toBeCloseTo(1.25 ** 2, 2)
  expect(await viewOf(page, 'a')).toEqual(await viewOf(page, 'b'))
  expect(await page.getByTestId('read-out').locator('> :first-child').innerText()).toBe(place)
  const marks = await page.getByTestId('crosshair').evaluateAll(all => all.map(mark => ({ x: Number(mark.dataset.x), y: Number(mark.dataset.y) })))
  expect(marks[0]).toEqual(marks[1])
  expect(Math.hypot(marks[0]!.x - 100, marks[0]!.y - 150)).toBeLessThan(1)
})

test('keys move, zoom, fit and turn', async ({ page }) => {
  await open(page)
  const fitted = await viewOf(page, 'a')
  await page.keyboard.press('ArrowRight')
  expect((await viewOf(page, 'b')).x).toBeCloseTo(fitted.x + 24 / fitted.scale, 2)
  await page.keyboard.press('+')
  expect((await viewOf(page, 'b')).scale).toBeCloseTo(fitted.scale * 1.25, 2)
  await page.keyboard.press('-')
  await page.keyboard.press('0')
  expect(await viewOf(page, 'a')).toEqual(fitted)
  await page.keyboard.press('9')
  expect((await viewOf(page, 'a')).scale).toBeLessThan(fitted.scale)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys of the comparison' })).toBeVisible()
})

test('keys that type a character can be switched off; the others stay', async ({ page }) => {
  await bench.client.call('settings.set', { patch: { characterKeys: false } })
  await open(page)
  const fitted = await viewOf(page, 'a')
  for (const key of ['3', 'r', '+', '9', '?']) await page.keyboard.press(key)
  expect(await viewOf(page, 'a')).toEqual(fitted)
  await expect(page.locator('[data-pane=b]')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Fit the faces' })).not.toHaveAttribute('aria-keyshortcuts')
  await page.keyboard.press('ArrowRight')
  expect((await viewOf(page, 'b')).x).toBeCloseTo(fitted.x + 24 / fitted.scale, 2)
  await bench.client.call('settings.set', { patch: { characterKeys: true } })
  await expect(page.getByRole('button', { name: 'Fit the faces' })).toHaveAttribute('aria-keyshortcuts', '0')
})

test('flip mirrors the face, four quarter turns are none', async ({ page }) => {
  await open(page)
  await page.keyboard.press('n')
  const before = await pixelsOf(page, 'a')
  await page.keyboard.press('f')
  const flipped = await pixelsOf(page, 'a')
  expect(difference(before, flipped, (x, y) => ({ x: before.width - 1 - x, y }))).toBeLessThan(2)
  expect(difference(before, flipped)).toBeGreaterThan(5)
  await page.keyboard.press('f')
  for (let turn = 0; turn < 4; turn++) await page.keyboard.press('r')
  expect(difference(before, await pixelsOf(page, 'a'))).toBeLessThan(0.5)
})

const isGrey = ([red, green, blue]: Rgb): boolean => Math.max(red, green, blue) - Math.min(red, green, blue) <= 1

test('each layer draws other pixels over the face, and none is the photo itself', async ({ page }) => {
  await open(page)
  await current(page)
  const pictures: Pixels[] = []
  for (const key of ['n', 's', 'd', 'c']) {
    await page.keyboard.press(key)
    pictures.push(await pixelsOf(page, 'a'))
  }
  const [none, similar, dissimilar, combined] = pictures
  for (const [one, other] of [[none, similar], [similar, dissimilar], [similar, combined], [dissimilar, combined]] as const) expect(difference(one!, other!)).toBeGreaterThan(0.5)
  // Similar alone has no pink, dissimilar alone no green: red above green, or below.
  const share = (picture: Pixels, test: (colour: Rgb) => boolean): number => {
    const [x, y] = [picture.width / 2, picture.height / 2]
    let hits = 0
    for (let dx = -60; dx <= 60; dx += 5) for (let dy = -60; dy <= 60; dy += 5) hits += Number(test(pixelAt(picture, x + dx, y + dy)))
    return hits
  }
  expect(share(similar!, ([red, green]) => red > green + 1)).toBe(0)
  expect(share(similar!, ([red, green]) => green > red + 10)).toBeGreaterThan(50)
  expect(share(dissimilar!, ([red, green]) => green > red + 1)).toBe(0)
  expect(share(dissimilar!, ([red, green]) => red > green + 10)).toBeGreaterThan(50)
  expect(share(none!, isGrey)).toBeLessThan(30)
})

test('the palette changes the colours and nothing of the scale; without opacity the crop is grey', async ({ page }) => {
  await open(page)
  await current(page)
  const paper = await pixelsOf(page, 'b')
  const scale = await page.getByRole('img', { name: /^Colour scale/ }).getAttribute('aria-label')
  await page.getByRole('button', { name: 'Colours of the maps' }).click()
  await page.getByRole('menuitem', { name: /Blue and vermilion/ }).click()
  expect(difference(paper, await pixelsOf(page, 'b'))).toBeGreaterThan(0.5)
  expect(await page.getByRole('img', { name: /^Colour scale/ }).getAttribute('aria-label')).toBe(scale)
  await page.getByRole('slider', { name: 'Opacity of the map' }).press('Home')
  const grey = await pixelsOf(page, 'b')
  for (let d = -60; d <= 60; d += 10) expect(isGrey(pixelAt(grey, grey.width / 2 + d, grey.height / 2 + d))).toBe(true)
})

test('a moved threshold changes decision, distance and maps; the old map is marked until the new one is there', async ({ page }) => {
  const messages = await holdMessages(page)
  await open(page)
  await current(page)
  const { cosine } = await lastRun()
  const before = await pixelsOf(page, 'a')
  const lower = cosine - 0.05
  messages.hold()
  await setThreshold(page, lower.toFixed(4))
  await expect(page.locator('[data-stale=true]')).toHaveCount(2)
  await expect(page.locator('[data-pane=a] [role=status]')).toContainText(`Computing at ${lower.toFixed(4)}`)
  messages.release()
  await expect(page.getByTestId('statement')).toHaveText(`The score supports the same-source proposition at threshold ${lower.toFixed(4)}.`)
  await expect(page.getByTestId('distance')).toContainText('0.0500 above the threshold (+0.0500)')
  await expect(page.getByTestId('threshold-origin')).toContainText('set by the user; no error rates are known')
  await current(page)
  expect(difference(before, await pixelsOf(page, 'a'))).toBeGreaterThan(0.1)
  const live = await bench.client.call('comparison.explain', { id: bench.comparison, threshold: Number(lower.toFixed(4)) })
  const positive = live.arguments.filter(value => value >= live.bound).length
  await expect(page.getByText(new RegExp(`^${positive} positive, `))).toBeVisible()

  await page.getByRole('button', { name: 'Back to the calibrated threshold' }).click()
  await expect(page.getByTestId('threshold-origin')).toContainText('LFW')
  await current(page)
  expect(difference(before, await pixelsOf(page, 'a'))).toBe(0)
})

test('the read-out gives the maps\u2019 own values', async ({ page }) => {
  await open(page)
  await current(page)
  const live = await bench.client.call('comparison.explain', { id: bench.comparison })
  const box = (await page.locator('[data-pane=a]').boundingBox())!
  await page.mouse.move(box.x + box.width / 2 + 20, box.y + box.height / 2 + 10)
  const { x, y, scale } = await viewOf(page, 'a')
  const [column, row] = [Math.round(x + 20 / scale), Math.round(y + 10 / scale)]
  for (const side of ['a', 'b'] as const) {
    const value = live[side].combined[row * live[side].width + column]!
    const text = minus(`${value < 0 ? '-' : '+'}${Math.abs(value).toExponential(2)}`)
    await expect(page.getByTestId('read-out').locator(`[data-side=${side}]`)).toContainText(text)
  }
})

test('one pane for both: overlay ends at either face, the difference is theirs, and the wipe divides them', async ({ page }) => {
  await open(page)
  await page.keyboard.press('n')
  await page.keyboard.press('2')
  const mix = page.getByRole('slider', { name: 'Share of B' })
  await mix.press('Home')
  const a = await pixelsOf(page, 'both')
  await mix.press('End')
  const b = await pixelsOf(page, 'both')
  expect(difference(a, b)).toBeGreaterThan(10)

  await page.keyboard.press('6')
  const differences = await pixelsOf(page, 'both')
  const [x, y] = [a.width / 2, a.height / 2]
  for (let d = -80; d <= 80; d += 16) {
    const [ofA, ofB, found] = [pixelAt(a, x + d, y + d), pixelAt(b, x + d, y + d), pixelAt(differences, x + d, y + d)]
    for (const channel of [0, 1, 2] as const) expect(Math.abs(found[channel] - Math.abs(ofA[channel] - ofB[channel]))).toBeLessThanOrEqual(2)
  }

  await page.keyboard.press('3')
  const wiped = await pixelsOf(page, 'both')
  for (let dy = -80; dy <= 80; dy += 20) {
    expect(pixelAt(wiped, x - 40, y + dy)).toEqual(pixelAt(a, x - 40, y + dy))
    expect(pixelAt(wiped, x + 40, y + dy)).toEqual(pixelAt(b, x + 40, y + dy))
  }
  const border = page.getByRole('slider', { name: 'Border between A and B' })
  await border.press('ArrowLeft')
  await expect(border).toHaveAttribute('aria-valuenow', '48')
  await page.keyboard.press('5')
  await page.keyboard.press('x')
  expect(difference(await pixelsOf(page, 'both'), b)).toBe(0)
})

test('a kept run is added, and an older one can be shown again', async ({ page }) => {
  await open(page)
  await current(page)
  const { number } = await lastRun()
  await setThreshold(page, '0.3000')
  await page.getByRole('button', { name: 'Keep this run' }).click()
  await expect(page.getByText(`Run ${number + 1} of ${number + 1}`)).toBeVisible()
  expect(await lastRun()).toMatchObject({ number: number + 1, threshold: 0.3, thresholdKind: 'user' })
  await page.getByRole('tab', { name: 'History' }).click()
  await page.getByRole('button', { name: /Run 1/ }).click()
  await page.getByRole('tab', { name: 'Result' }).click()
  await expect(page.getByText(`This is run 1 of ${number + 1}.`)).toBeVisible()
  await expect(page.getByTestId('maps-check')).toContainText('equals the one kept with run 1')
  await page.getByRole('button', { name: 'Show the last' }).click()
  await expect(page.getByTestId('statement')).toContainText('0.3000')
})

test('the stage is kept', async ({ page }) => {
  await open(page)
  await page.getByRole('radiogroup', { name: 'Stage of the comparison' }).getByText('Evaluation').click()
  await expect.poll(async () => (await bench.client.call('comparison.get', { id: bench.comparison })).stage).toBe('evaluation')
})

test('corrected points: the old score stays beside the new one', async ({ page }) => {
  const { faceA, a } = await bench.client.call('comparison.get', { id: bench.comparison })
  const face = (await bench.client.call('exhibit.get', { id: a.exhibit })).faces.find(({ id }) => id === faceA)!
  const points = { ...face.automatic!, nose: { x: face.automatic!.nose.x + 6, y: face.automatic!.nose.y + 4 } }
  await open(page)
  await current(page)
  const { number } = await lastRun()
  await bench.client.call('face.correct', { id: faceA, revision: face.revision, points })
  await expect(page.getByText('The points were changed')).toBeVisible()
  await page.getByRole('button', { name: 'Run again with the present points' }).click()
  await expect(page.getByText(`Run ${number + 1} of ${number + 1}`)).toBeVisible()
  const run = await bench.client.call('run.get', { id: (await lastRun()).id })
  const scores = page.getByRole('table', { name: 'Scores of this pair' })
  await expect(scores).toContainText(run.cosine.toFixed(4))
  await expect(scores).toContainText(run.automaticCosine!.toFixed(4))
  expect(run.automaticCosine).not.toBeCloseTo(run.cosine, 4)
})

test('enhanced copies are seen and explained in the photos\u2019 place, both scores on the screen', async ({ page }) => {
  await open(page)
  await bench.client.call('enhancement.set', { comparison: bench.comparison, enhancement: { a: [{ kind: 'gamma', gamma: 2.5 }], b: [] } })
  await page.keyboard.press('n')
  const before = { a: await pixelsOf(page, 'a'), b: await pixelsOf(page, 'b') }
  await expect(page.getByRole('button', { name: 'Enhanced copies', exact: true })).toBeEnabled()
  await page.keyboard.press('e')
  await expect.poll(async () => difference(before.a, await pixelsOf(page, 'a'))).toBeGreaterThan(5)
  const { cosine } = await bench.client.call('comparison.explain', { id: bench.comparison, enhanced: true })
  await expect(page.getByRole('table', { name: 'Scores of this pair' })).toContainText(cosine.toFixed(4))
  await expect(page.getByRole('heading', { name: 'Arguments, enhanced copies' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await open(page)
    await current(page)
    for (const act of [() => undefined, () => page.keyboard.press('3'), () => page.getByRole('tab', { name: 'History' }).click()]) {
      await act()
      const { violations } = await new AxeBuilder({ page }).include('main').analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => `${node.html} ${node.failureSummary}`).join(' ')}`)).toEqual([])
    }
  })

test('a face of red quality needs the examiner\u2019s reason', async ({ page }) => {
  const row = await bench.client.call('comparison.get', { id: bench.comparison })
  const { x, y } = { x: 300, y: 300 }
  const tiny = { leftEye: { x, y }, rightEye: { x: x + 6, y }, nose: { x: x + 3, y: y + 3 }, mouthLeft: { x, y: y + 6 }, mouthRight: { x: x + 6, y: y + 6 } }
  const added = await bench.client.call('face.add', { exhibit: row.b.exhibit, points: tiny })
  await bench.client.call('face.mark', { id: added.id, role: 'K' })
  const { id } = await bench.client.call('comparison.create', { case: bench.caseId, faceA: row.faceA, faceB: added.id })
  await openComparison(page, bench, id)
  await expect(page.getByText(/is not suitable for comparison/)).toBeVisible()
  await expect(page.getByText(/6 pixels between the eyes/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run comparison' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Reason' }).fill('The only photo there is.')
  await page.getByRole('button', { name: /all the same/ }).click()
  await page.getByRole('button', { name: 'Run comparison' }).click()
  await expect(page.getByTestId('cosine')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/reason: The only photo there is\./)).toBeVisible()
})

test('evidence that is not what came in blocks the comparison, with what to do', async ({ page }) => {
  await open(page)
  await current(page)
  const { a } = await bench.client.call('comparison.get', { id: bench.comparison })
  const { sha256, number } = await bench.client.call('exhibit.get', { id: a.exhibit })
  const file = globSync(`**/${sha256}*`, { cwd: join(bench.host.home, 'library', 'evidence') })[0]!
  tamper(join(bench.host.home, 'library', 'evidence', file))
  await page.getByRole('button', { name: 'Keep this run' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'The evidence is not what came in' })).toBeVisible()
  await expect(page.getByText(`E-${number} sample`)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Audit log' }).first()).toBeVisible()
  await expect(page.locator('canvas')).toHaveCount(0)
})

function tamper(path: string): void {
  chmodSync(path, 0o600)
  const bytes = readFileSync(path)
  bytes[bytes.length - 3]! ^= 1
  writeFileSync(path, bytes)
}
