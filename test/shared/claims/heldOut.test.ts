import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { heldOut } from './heldOut'
import { measure } from './measure'
import { thirdList } from './thirdList'
import { workedOn } from './workedOn'

const page = readFileSync(join(import.meta.dirname, '../../../docs/claims.md'), 'utf8')

it.each([['first', heldOut], ['third', thirdList]])('the %s held-out list is judged as docs/claims.md says, and no harmless sentence of it is found', (_name, list) => {
  const { found, missed, wrong } = measure(list)
  expect(wrong).toEqual([])
  expect(page).toContain(`${found} of ${found + missed.length}`)
})

it('what the rules were worked on with is all found', () => {
  const { missed, wrong } = measure(workedOn)
  expect([missed, wrong]).toEqual([[], []])
})
