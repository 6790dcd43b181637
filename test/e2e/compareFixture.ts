import { expect, type Page } from '@playwright/test'
import type { Examination } from './examination'

/** Opens a comparison in the window. Whatever the console complains about ends up in the list. */
export async function openComparison(page: Page, { host, caseId }: Examination, comparison: string): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(host.address)
  await expect(page).toHaveURL(/#\//)
  await page.evaluate(hash => void (location.hash = hash), `/case/${caseId}/comparison/${comparison}`)
  await expect(page.getByRole('img', { name: /^Face A/ })).toBeVisible()
  return complaints
}

export interface Pixels {
  width: number
  height: number
  /** Four bytes a pixel. */
  data: Buffer
}

/** What a pane shows, once what was asked for last is drawn. @param side 'both' in a shared pane */
export async function pixelsOf(page: Page, side: 'a' | 'b' | 'both'): Promise<Pixels> {
  const { width, height, base64 } = await page.locator(`[data-pane=${side}] canvas`).evaluate(async (canvas: HTMLCanvasElement) => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame)
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    let text = ''
    for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode(...data.subarray(i, i + 8192))
    return { width: canvas.width, height: canvas.height, base64: btoa(text) }
  })
  return { width, height, data: Buffer.from(base64, 'base64') }
}

export type Rgb = readonly [number, number, number]

export function pixelAt({ width, data }: Pixels, x: number, y: number): Rgb {
  const at = (Math.round(y) * width + Math.round(x)) * 4
  return [data[at]!, data[at + 1]!, data[at + 2]!]
}

/**
 * Mean difference of two pictures over the places that both have, 0..255, looked up at (x, y) in one and wherever
 * `other` says in the other. Some hundred places, spread over the whole.
 */
export function difference(one: Pixels, two: Pixels, other: (x: number, y: number) => { x: number; y: number } = (x, y) => ({ x, y })): number {
  let sum = 0
  let count = 0
  for (let y = 5; y < one.height - 5; y += 11)
    for (let x = 5; x < one.width - 5; x += 11) {
      const place = other(x, y)
      if (place.x < 0 || place.y < 0 || place.x >= two.width || place.y >= two.height) continue
      const [a, b] = [pixelAt(one, x, y), pixelAt(two, place.x, place.y)]
      sum += (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2])) / 3
      count++
    }
  expect(count).toBeGreaterThan(200)
  return sum / count
}
