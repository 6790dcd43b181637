import { expect, test } from 'vitest'
import { SelfTestResult, type SelfTestProgress } from '../../src/shared/domain/selfTest'
import { selfTest } from '../../src/main/services/selfTest'

test('passes on this machine, step by step', async () => {
  const steps: SelfTestProgress[] = []
  const result = await selfTest(progress => steps.push(progress), new AbortController().signal)
  expect(SelfTestResult.parse(result)).toMatchObject({ ok: true, provider: 'cpu' })
  expect(result.relativeError).toBeGreaterThan(0)
  expect(steps.map(step => step.done)).toEqual([0, 1, 2, 3])
})

test('stops between two steps when cancelled', async () => {
  const controller = new AbortController()
  const run = selfTest(() => controller.abort(), controller.signal)
  await expect(run).rejects.toMatchObject({ kind: 'cancelled' })
})
