import assert from 'node:assert/strict'
import { VidimusError } from '../../../src/shared/errors'
import { Reply } from '../../../src/shared/ipc/reply'

/** The code of a reply that is an error; the reply itself in words where it is none. */
export function codeOf(reply: unknown): string {
  const parsed = Reply.parse(reply)
  return parsed.ok ? `no error: ${JSON.stringify(parsed.value)}` : parsed.error.code
}

export async function until(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    assert.ok(Date.now() < end, `not within ${withinMs} ms: ${holds.toString()}`)
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}

/** What a cancelled job may throw; anything else goes on. */
export function cancelled(error: unknown): undefined {
  assert.ok(error instanceof VidimusError && error.kind === 'cancelled', String(error))
}
