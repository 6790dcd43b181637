import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Comparison } from '../../src/shared/domain/comparison'

/** A host that a person works in: the web host with a browser, or the desktop program. */
export interface Workplace {
  /** The window, with nothing kept from before. */
  open: () => Promise<Page>
  /** Answers the dialog that the button opens: the browser's or the desktop's. */
  choosePhotos: (page: Page, button: Locator, photos: string[]) => Promise<void>
  /** Kills the program without a word and starts it again on the same data; gives the new window. */
  killAndReopen: () => Promise<Page>
}

const PHOTOS = [1, 3].map(number => resolve(`node_modules/@vladmandic/face-api/demo/sample${number}.jpg`))
/** Faces as the command line counts them, from 0; the window counts from 1. */
const [FACE_A, FACE_B] = [2, 1] as const

/**
 * A day's work, from an empty program to a concluded comparison that outlives a kill. The numbers on screen are those that
 * the command line gives for the same photos.
 */
export async function journey({ open, choosePhotos, killAndReopen }: Workplace): Promise<void> {
  const said = explainOnCommandLine()
  const page = await open()
  await beginCase(page)
  await choosePhotos(page, page.getByRole('button', { name: 'Add photos' }).first(), PHOTOS)
  await importPhotos(page)
  await markFaces(page)
  await compare(page)
  await expectScore(page, said.cosine)
  await expect(page.getByText(said.wording.statement)).toBeVisible()
  await switchLayers(page)
  await moveThreshold(page, said)
  await correctPoint(page)
  await annotate(page)
  await assess(page)
  await conclude(page)

  const again = await killAndReopen()
  await expectAllKept(again, said)
}

/** The score to four decimals, with the sign that the screen gives it. */
const shown = (cosine: number): string => cosine.toFixed(4).replace('-', '\u2212')

function explainOnCommandLine(): Comparison {
  const out = mkdtempSync(join(tmpdir(), 'vidimus-journey-'))
  try {
    const args = ['bin/vidimus.mjs', 'explain', ...PHOTOS, '--face-a', String(FACE_A), '--face-b', String(FACE_B), '--json', '--out', join(out, 'result')]
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as Comparison
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

async function beginCase(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('A. Examiner')
  await page.getByRole('button', { name: 'Create library' }).click()
  await page.getByRole('button', { name: 'New case' }).first().click()
  await page.getByLabel('Case number').fill('2026-0117')
  await page.getByLabel('Title').fill('Robbery at the station')
  await page.getByLabel('Purpose').fill('Request of the prosecutor')
  await page.getByRole('button', { name: 'Create case' }).click()
  await expect(page.getByRole('heading', { name: '2026-0117 · Robbery at the station' })).toBeVisible()
}

async function importPhotos(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import 2 files' }).click()
  await expect(page.getByText('2 files imported, 0 already there, 0 refused.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Close report' }).click()
}

const card = (page: Page, exhibit: string) => page.getByRole('article', { name: `Exhibit ${exhibit}` })

async function markFaces(page: Page): Promise<void> {
  await card(page, 'E-1').getByRole('button', { name: `Face ${FACE_A + 1},` }).click()
  await page.getByRole('menuitem', { name: 'Mark as questioned' }).click()
  await expect(card(page, 'E-1').getByRole('button', { name: `Face ${FACE_A + 1}, Q-1` })).toBeVisible()
  await card(page, 'E-2').getByRole('button', { name: `Face ${FACE_B + 1},` }).click()
  await page.getByRole('menuitem', { name: 'Mark as known' }).click()
  await expect(card(page, 'E-2').getByRole('button', { name: `Face ${FACE_B + 1}, K-1` })).toBeVisible()
}

async function compare(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Comparisons' }).click()
  await page.getByRole('button', { name: 'New comparison' }).click()
  const dialog = page.getByRole('dialog', { name: 'New comparison' })
  await dialog.getByRole('button', { name: /^(Q-1|E-1 face 3)/ }).first().click()
  await dialog.getByRole('button', { name: /^(K-1|E-2 face 2)/ }).first().click()
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByRole('button', { name: 'Run comparison' }).click()
}

const score = (page: Page) => page.getByRole('region', { name: 'Score' })

async function expectScore(page: Page, cosine: number): Promise<void> {
  await expect(score(page).getByText(shown(cosine), { exact: true })).toBeVisible({ timeout: 60_000 })
}

async function switchLayers(page: Page): Promise<void> {
  const pane = page.getByRole('group', { name: /^Face A\./ }).locator('canvas').first()
  const pictures = new Set<string>()
  await expect(page.getByRole('radio', { name: 'Combined' })).toBeEnabled({ timeout: 30_000 })
  for (const layer of ['None', 'Similar', 'Dissimilar', 'Combined']) {
    await page.getByRole('radiogroup', { name: 'Map' }).getByText(layer, { exact: true }).click()
    // What was asked for last is drawn in the next frame, in no fixed time.
    await page.evaluate(async () => {
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame)
    })
    pictures.add((await pane.screenshot()).toString('base64'))
  }
  expect(pictures.size).toBe(4)
}

/** Below the score the decision turns over; back at the calibrated threshold it is the old one. */
async function moveThreshold(page: Page, { cosine, wording }: Comparison): Promise<void> {
  const lower = Math.max(-1, cosine - 0.05).toFixed(4)
  await page.getByRole('textbox', { name: 'Threshold, cosine' }).fill(lower)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`The score supports the same-source proposition at threshold ${lower.replace('-', '\u2212')}.`).or(page.getByText(`The score supports the same-source proposition at threshold ${lower}.`))).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Back to the calibrated threshold' }).click()
  await expect(page.getByText(wording.statement)).toBeVisible({ timeout: 30_000 })
}

/** The score of the corrected points stands beside that of the points as found. */
async function correctPoint(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Q-1' }).click()
  const face = page.getByRole('option', { name: new RegExp(`^Face ${FACE_A + 1} ?,`) })
  await face.click()
  await page.getByRole('button', { name: /^Left eye, at/ }).focus()
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Points saved')).toBeVisible()
  await page.getByRole('link', { name: 'C-1' }).click()
  await page.getByRole('button', { name: /^(Run comparison|Keep this run)/ }).click()
  await expect(score(page).getByText('Run 2 of 2')).toBeVisible({ timeout: 60_000 })
}

const panel = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })

async function annotate(page: Page): Promise<void> {
  await panel(page, 'Annotations').click()
  await page.getByRole('button', { name: 'Circle', exact: true }).click()
  const box = (await page.getByRole('group', { name: /^Face A\./ }).boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 40, y + 10, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByRole('tabpanel', { name: 'Annotations' }).getByText('1', { exact: true }).first()).toBeVisible()
}

async function assess(page: Page): Promise<void> {
  await panel(page, 'Checklist').click()
  await page.getByRole('group', { name: 'Finding for nose' }).getByRole('button', { name: 'Similar' }).click()
  await expect(page.getByText('1 of 19 assessed')).toBeVisible()
}

async function conclude(page: Page): Promise<void> {
  await panel(page, 'Conclusion').click()
  await page.getByRole('button', { name: 'Write a conclusion' }).click()
  await page.getByRole('radio', { name: 'The findings are inconclusive' }).check()
  await page.getByLabel('Rationale').fill('Few comparable components; the probe is tilted.')
  await page.getByRole('button', { name: 'Save as version 1' }).click()
  await expect(page.getByRole('button', { name: 'Write a new version' })).toBeVisible()
}

async function expectAllKept(page: Page, said: Comparison): Promise<void> {
  await page.getByRole('link', { name: /2026-0117/ }).first().click()
  await page.getByRole('tab', { name: 'Comparisons' }).click()
  const row = page.getByRole('row', { name: /C-1/ })
  await expect(row).toContainText('1/19')
  await expect(row).toContainText('The findings are inconclusive')
  await row.getByRole('link', { name: 'C-1' }).click()
  await expect(score(page).getByText(/^Run 2 of 2/)).toBeVisible({ timeout: 60_000 })
  await expect(score(page)).toContainText(shown(said.cosine))
  await panel(page, 'Annotations').click()
  await expect(page.getByRole('tabpanel', { name: 'Annotations' }).getByText('1', { exact: true }).first()).toBeVisible()
  await panel(page, 'Conclusion').click()
  await expect(page.getByText('Few comparable components; the probe is tilted.').first()).toBeVisible()
  await page.getByRole('link', { name: 'Audit log' }).click()
  await page.getByRole('button', { name: 'Verify log' }).click()
  await expect(page.getByText('The log is whole')).toBeVisible({ timeout: 30_000 })
}
