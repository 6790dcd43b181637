import { expect, it } from 'vitest'
import { inWords } from '../../../../src/main/hosts/cli/verify/words'
import type { Verification } from '../../../../src/main/services/replay/verification'

const verification: Verification = {
  kind: 'document', file: 'report.pdf', sha256: 'a'.repeat(64), state: 'identical', faults: [], signature: null, log: null, logs: [], records: null, runs: [], unchecked: [], notes: []
}

it('a PDF is called unchanged, since nothing in it was computed', () => {
  expect(inWords(verification)).toContain('UNCHANGED')
  expect(inWords({ ...verification, kind: 'package' })).toContain('IDENTICAL')
})

it('what a file says of itself reaches the terminal without control characters, one line a finding', () => {
  const text = inWords({ ...verification, state: 'differs', faults: [{ code: 'x', where: 'y', message: 'E-1 "\u001b[2Ja\nIDENTICAL\u202e"' }] })
  expect(text.split('\n')).toHaveLength(4)
  expect(text).not.toMatch(/[\u001b\u202e]/)
  expect(text.split('\n').at(-1)).toContain('DIFFERS')
})
