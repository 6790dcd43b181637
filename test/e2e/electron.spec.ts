import { _electron, expect, test } from '@playwright/test'
import { whyNoElectron } from '../../scripts/electron-runtime'

const reason = whyNoElectron({ fetch: false })

test('the desktop window shows the default model, and its self-test passes', async () => {
  if (reason !== undefined) console.log(`skipped: Electron can't run here, ${reason}`)
  test.skip(reason !== undefined, `Electron: ${reason}`)
  const app = await _electron.launch({ args: ['.'] })
  const page = await app.firstWindow()
  await expect(page.getByRole('heading', { name: /MobileFaceNet/ })).toBeVisible()
  expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe('undefined')
  await page.getByRole('button', { name: 'Run self-test' }).click()
  await expect(page.getByText(/^Self-test passed/)).toBeVisible({ timeout: 30_000 })
  await app.close()
})
