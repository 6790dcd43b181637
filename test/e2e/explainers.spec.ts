import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { difference, openComparison, pixelsOf } from './compareFixture'
import { startExamination, type Examination } from './examination'

let bench: Examination
test.beforeAll(async () => {
  test.setTimeout(180_000)
  bench = await startExamination()
})
test.afterAll(() => bench.stop())

const current = (page: Page): Promise<void> => expect(page.locator('[data-stale=true]')).toHaveCount(0)
const minus = (text: string): string => text.replaceAll('-', '\u2212')
const signed = (value: number): string => minus(`${value < 0 ? '' : '+'}${value.toFixed(4)}`)

async function choose(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /^Explainer: / }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${title} ?[A-Z]`) }).click()
}

test('another explainer draws other maps under its own name; its margin adds up; runs keep xSSAB', async ({ page }) => {
  const complaints = await openComparison(page, bench, bench.comparison)
  await current(page)
  await expect(page.getByRole('button', { name: 'Explainer: xSSAB' })).toBeVisible()
  await expect(page.getByText(/^map by/)).toHaveCount(0)
  const usual = await pixelsOf(page, 'a')
  const live = await bench.client.call('comparison.explain', { id: bench.comparison, explainer: 'xssab-l-margin' })

  await choose(page, 'xSSAB-L, parts of the margin')
  await expect(page.getByText('map by xSSAB-L, parts of the margin')).toHaveCount(2, { timeout: 30_000 })
  await expect(page.getByRole('img', { name: /^Colour scale/ })).toHaveAccessibleName(/xSSAB-L, parts of the margin: part of score minus threshold/)
  await expect(page.getByRole('img', { name: /^Face A/ })).toHaveAccessibleName(/Combined map by xSSAB-L, parts of the margin/)
  expect(difference(usual, await pixelsOf(page, 'a'))).toBeGreaterThan(0.2)
  const table = page.getByTestId('regions').getByRole('table')
  for (const side of ['a', 'b'] as const) {
    const { regions, rest } = live.margin![side]
    const column = side === 'a' ? 0 : 1
    for (const [name, value] of [...Object.entries(regions), ['without a place', rest] as const])
      await expect(table.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell').nth(column)).toHaveText(signed(value))
    await expect(table.getByRole('row', { name: /^Together/ }).getByRole('cell').nth(column)).toHaveText(signed(live.cosine - live.threshold))
  }
  await expect(page.getByTestId('maps-check')).toContainText('Run 1 and reports keep the maps of xSSAB')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await choose(page, 'xSSAB')
  await expect(page.getByText(/^map by/)).toHaveCount(0)
  await expect(page.getByTestId('maps-check')).toContainText('SHA-256 equals the one kept with run 1')
  await current(page)
  expect(difference(usual, await pixelsOf(page, 'a'))).toBe(0)
  expect((await bench.client.call('run.list', { comparison: bench.comparison })).rows).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('a long explanation tells how far it is, shows no other explainer\u2019s maps meanwhile, and stops for another', async ({ page }) => {
  await openComparison(page, bench, bench.comparison)
  await current(page)
  await choose(page, 'xFace2')
  await expect(page.getByText(/xFace2, forward passes: \d+ of 2262/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('img', { name: /^Colour scale/ })).toHaveCount(0)
  await expect(page.getByRole('img', { name: /^Face A/ })).not.toHaveAccessibleName(/map/)
  await choose(page, 'Centre prior')
  await expect(page.getByText('map by Centre prior')).toHaveCount(2, { timeout: 30_000 })
})
