import { expect, test, type Locator, type Page } from '@playwright/test'
import type { FivePoints, Point } from '../../src/shared/domain/face'
import { pointsOf, type MarkedFace } from '../../src/shared/domain/markedFace'
import { startExamination, type Examination } from './examination'
import { openWindow, violations } from './window'

let examination: Examination
test.beforeAll(async () => {
  test.setTimeout(240_000)
  examination = await startExamination()
})
test.afterAll(() => examination.stop())

const exhibit = () => examination.exhibit
const place = (face?: MarkedFace): string => `/case/${examination.caseId}/exhibit/${exhibit().id}${face ? `/${face.id}` : ''}`

/** The face as the library holds it. */
async function stored(id: string): Promise<MarkedFace> {
  const { faces } = await examination.client.call('exhibit.get', { id: exhibit().id })
  const face = faces.find(other => other.id === id)
  if (!face) throw new Error(`face ${id} is not in the library`)
  return face
}

async function middle(locator: Locator): Promise<Point> {
  const { x, y, width, height } = (await locator.boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}

/** Where the table prints a point now, photo pixels. */
async function printed(page: Page, label: string): Promise<Point> {
  const [x, y] = (await page.getByRole('row', { name: label }).getByRole('cell').first().innerText()).split(', ').map(Number)
  return { x: x!, y: y! }
}

const handle = (page: Page, label: string): Locator => page.getByRole('button', { name: new RegExp(`^${label}, at`) })

/** Opens the editor at a face and waits for the exact crop: everything is there then. */
async function openFace(page: Page, face: MarkedFace): Promise<string[]> {
  const complaints = await openWindow(page, examination.host, place(face))
  await expect(page.locator('[data-crop=exact]')).toBeVisible({ timeout: 30_000 })
  return complaints
}

async function dragBy(page: Page, handle: Locator, dx: number, dy: number): Promise<void> {
  const { x, y } = await middle(handle)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + dx, y + dy, { steps: 4 })
}

test('faces are chosen by a press on the photo, and with the keys in the list', async ({ page }) => {
  const complaints = await openWindow(page, examination.host, place())
  await expect(page.getByText('Choose a face')).toBeVisible()
  await page.getByRole('button', { name: /^Face 2, / }).click()
  await expect(page.getByRole('heading', { name: /^Face 2/ })).toBeVisible()
  await page.getByRole('option', { name: /^Face 2\b/ }).press('ArrowLeft')
  await expect(page.getByRole('heading', { name: /^Face 1/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /^Face 1\b/ })).toBeFocused()
  expect(complaints).toEqual([])
})

test('a point is dragged with a preview of the crop, then the exact one; saved, and what was found stays on record', async ({ page }) => {
  const face = exhibit().faces[0]!
  const complaints = await openFace(page, face)
  const before = await printed(page, 'Nose')
  await dragBy(page, handle(page, 'Nose'), 24, -10)
  await expect(page.locator('[data-crop=preview]')).toBeVisible()
  await expect(page.locator('[data-magnifier]')).toBeVisible()
  await page.mouse.up()
  await expect(page.locator('[data-crop=exact]')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/Runs made so far stay as they are/)).toBeVisible()

  const after = await printed(page, 'Nose')
  const moved = Math.hypot(after.x - before.x, after.y - before.y)
  expect(Number.parseFloat(await page.getByRole('row', { name: 'Nose' }).getByRole('cell').last().innerText())).toBeCloseTo(moved, 0)
  expect(after.x).toBeGreaterThan(before.x)
  expect(after.y).toBeLessThan(before.y)

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Points saved')).toBeVisible()
  const { automatic, corrected } = await stored(face.id)
  expect(automatic).toEqual(face.automatic)
  expect(corrected?.nose.x).toBeCloseTo(after.x, 0)
  expect(corrected?.nose.y).toBeCloseTo(after.y, 0)

  await page.getByRole('button', { name: 'As found' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Points saved')).toBeVisible()
  expect((await stored(face.id)).corrected).toBeNull()
  expect(complaints).toEqual([])
})

test('arrow keys move a point by 1, 0.1 and 5 pixels; every move is undone and done again', async ({ page }) => {
  const face = exhibit().faces[1]!
  await openFace(page, face)
  const eye = handle(page, 'Left eye')
  const start = pointsOf(face).leftEye
  const at = (x: number, y: number): Promise<void> => expect(page.getByRole('row', { name: 'Left eye' }).getByRole('cell').first()).toHaveText(`${(start.x + x).toFixed(1)}, ${(start.y + y).toFixed(1)}`)
  await eye.press('ArrowRight')
  await at(1, 0)
  await eye.press('Shift+ArrowRight')
  await at(1.1, 0)
  await eye.press('Control+ArrowDown')
  await at(1.1, 5)
  await page.keyboard.press('Control+z')
  await at(1.1, 0)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await at(0, 0)
  await page.keyboard.press('Control+Shift+z')
  await at(1, 0)
  await page.getByRole('button', { name: 'Discard' }).click()
  await at(0, 0)
})

test('points not saved stay while other faces are looked at', async ({ page }) => {
  await openFace(page, exhibit().faces[1]!)
  await handle(page, 'Nose').press('Control+ArrowRight')
  await page.getByRole('option', { name: /^Face 1\b/ }).click()
  await expect(page.getByText('Points saved')).toBeVisible()
  await page.getByRole('option', { name: /^Face 2\b.*not saved/ }).click()
  await expect(page.getByText('Points not saved', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
})

test('points that another window saved meanwhile are not overwritten unseen', async ({ page }) => {
  const face = exhibit().faces[2]!
  await openFace(page, face)
  await handle(page, 'Nose').press('ArrowRight')
  const { revision } = await stored(face.id)
  const theirs: FivePoints = { ...pointsOf(face), nose: { x: pointsOf(face).nose.x + 7, y: pointsOf(face).nose.y } }
  await examination.client.call('face.correct', { id: face.id, revision, points: theirs })
  await expect(page.getByText('Another window saved other points meanwhile')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Points saved')).toBeVisible()
  expect((await stored(face.id)).corrected?.nose.x).toBeCloseTo(pointsOf(face).nose.x + 1, 3)
})

test('a face is marked questioned or known, and that is undone', async ({ page }) => {
  const face = exhibit().faces[1]!
  await openFace(page, face)
  await page.getByText('Known', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Face 2 · K-2' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Face 2', exact: true })).toBeVisible()
  expect((await stored(face.id)).mark).toBeNull()
})

test('a face is set by hand in five presses, and removed', async ({ page }) => {
  const complaints = await openWindow(page, examination.host, place())
  const wanted = pointsOf(exhibit().faces[0]!)
  await expect(page.getByRole('button', { name: /^Face 1, / })).toBeVisible()
  const stage = (await page.getByRole('group', { name: /^Photo/ }).boundingBox())!
  await page.getByRole('button', { name: 'Set a face by hand' }).click()
  for (const label of ['Left eye', 'Right eye', 'Nose', 'Mouth, left', 'Mouth, right']) await expect(page.getByRole('listitem').filter({ hasText: `${label}:` })).toBeVisible()
  // The whole photo is shown: its scale and place on the stage follow from its size.
  const photo = exhibit().photo!
  const scale = Math.min(stage.width / photo.width, stage.height / photo.height) / 1.04
  for (const { x, y } of [wanted.leftEye, wanted.rightEye, wanted.nose, wanted.mouthLeft, wanted.mouthRight])
    await page.mouse.click(stage.x + stage.width / 2 + (x + 0.5 - photo.width / 2) * scale, stage.y + stage.height / 2 + (y + 0.5 - photo.height / 2) * scale)
  await expect(page.getByText('All five are set')).toBeVisible()
  await expect(page.locator('[data-crop=preview]')).toBeVisible()
  await page.getByRole('button', { name: 'Add this face' }).click()
  await expect(page.getByRole('heading', { name: 'Face 4' })).toBeVisible()
  await expect(page.getByText('Set by hand: nothing was found here.')).toBeVisible()

  const { faces } = await examination.client.call('exhibit.get', { id: exhibit().id })
  const added = faces.at(-1)!
  expect(added.automatic).toBeNull()
  // A press is as fine as a screen pixel.
  expect(Math.hypot(added.corrected!.nose.x - wanted.nose.x, added.corrected!.nose.y - wanted.nose.y)).toBeLessThan(1.5 / scale)

  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('option')).toHaveCount(3)
  expect(complaints).toEqual([])
})

test('the wheel zooms at the pointer, a drag moves the photo', async ({ page }) => {
  await openFace(page, exhibit().faces[0]!)
  const nose = handle(page, 'Nose')
  const before = await middle(nose)
  await page.mouse.move(before.x, before.y)
  await page.mouse.wheel(0, -300)
  await expect(page.getByText(/^\d+ %$/)).not.toHaveText('176 %')
  const zoomed = await middle(nose)
  expect(Math.hypot(zoomed.x - before.x, zoomed.y - before.y)).toBeLessThan(2)
  await page.mouse.move(before.x + 90, before.y + 60)
  await page.mouse.down()
  await page.mouse.move(before.x + 50, before.y + 40, { steps: 4 })
  await page.mouse.up()
  const panned = await middle(nose)
  expect(panned.x - zoomed.x).toBeCloseTo(-40, -1)
  expect(panned.y - zoomed.y).toBeCloseTo(-20, -1)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openFace(page, exhibit().faces[0]!)
    expect(await violations(page)).toEqual([])
    await page.getByRole('tab', { name: 'Exhibit' }).click()
    await expect(page.getByText(exhibit().sha256)).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Set a face by hand' }).click()
    expect(await violations(page)).toEqual([])
  })
