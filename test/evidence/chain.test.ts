import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuditRow } from '../../src/shared/domain/audit'
import { canonicalJson } from '../../src/main/evidence/canonicalJson'
import { GENESIS, checkChain, hashRow, type Anchor, type StoredAuditRow } from '../../src/main/evidence/chain'

type Written = Pick<AuditRow, 'at' | 'who' | 'where' | 'action' | 'case' | 'object' | 'details'>

const written: fc.Arbitrary<Written> = fc.record({
  at: fc.constant('2024-05-03T00:00:00.000Z'), who: fc.string({ unit: 'grapheme' }), where: fc.string(), action: fc.constantFrom('case.created', 'exhibit.imported'),
  case: fc.option(fc.uuid()), object: fc.option(fc.string()), details: fc.dictionary(fc.string(), fc.jsonValue())
})

function chain(rows: readonly Written[]): StoredAuditRow[] {
  let previous = GENESIS
  return rows.map((row, i) => {
    const details = JSON.parse(canonicalJson(row.details)) as AuditRow['details']
    const whole = { ...row, details, sequence: i + 1, previous }
    previous = hashRow(whole)
    return { ...whole, details: canonicalJson(details), hash: previous }
  })
}

function verdict(rows: readonly StoredAuditRow[], anchor: Anchor | null = null) {
  const check = checkChain(anchor)
  rows.forEach(check.add)
  return check.end()
}

const log = fc.array(written, { minLength: 2, maxLength: 12 }).map(chain)
const logAndPlace = log.chain(rows => fc.tuple(fc.constant(rows), fc.nat(rows.length - 1)))
const anchorOf = (rows: readonly StoredAuditRow[]): Anchor => ({ sequence: rows.length, hash: rows.at(-1)!.hash })

/** What a row may hold instead of each of its fields. */
const ALTERATIONS: { [K in keyof StoredAuditRow]: (row: StoredAuditRow) => Partial<StoredAuditRow> } = {
  sequence: ({ sequence }) => ({ sequence: sequence + 0.5 }),
  at: () => ({ at: '2024-05-03T00:00:00.001Z' }),
  who: ({ who }) => ({ who: `${who}.` }),
  where: ({ where }) => ({ where: ` ${where}` }),
  action: ({ action }) => ({ action: `${action}d` }),
  case: row => ({ case: row.case === null ? '00000000-0000-4000-8000-000000000000' : null }),
  object: ({ object }) => ({ object: object === null ? '' : null }),
  details: ({ details }) => ({ details: canonicalJson({ ...(JSON.parse(details) as object), added: true }) }),
  previous: ({ previous }) => ({ previous: previous.replace(/^./, digit => (digit === '0' ? '1' : '0')) }),
  hash: ({ hash }) => ({ hash: hash.replace(/^./, digit => (digit === '0' ? '1' : '0')) })
}

describe('the chain of the audit log', () => {
  it('is intact as it was written', () => {
    fc.assert(fc.property(log, rows => {
      expect(verdict(rows, anchorOf(rows))).toEqual({ ok: true, rows: rows.length, head: rows.at(-1)!.hash, broken: null })
    }))
    expect(verdict([])).toEqual({ ok: true, rows: 0, head: null, broken: null })
  })

  it.each(Object.keys(ALTERATIONS) as (keyof StoredAuditRow)[])('names the row whose %s was changed', field => {
    fc.assert(fc.property(logAndPlace, ([rows, place]) => {
      const altered = rows.with(place, { ...rows[place]!, ...ALTERATIONS[field](rows[place]!) })
      const { ok, broken } = verdict(altered)
      expect([ok, Math.floor(broken?.sequence ?? 0)]).toEqual([false, place + 1])
    }))
  })

  it('names the row whose details were written in another way', () => {
    const [row] = chain([{ at: '2024-05-03T00:00:00.000Z', who: '', where: '', action: 'a', case: null, object: null, details: { b: 1, a: 2 } }])
    for (const details of ['{"b":1,"a":2}', '{ "a":2,"b":1}', '{"a":2,"b":1', ''])
      expect(verdict([{ ...row!, details }]).broken).toEqual({ sequence: 1, reason: 'its details are not the JSON that was written' })
  })

  it('names a row that was taken out', () => {
    fc.assert(fc.property(logAndPlace, ([rows, place]) => {
      expect(verdict(rows.toSpliced(place, 1), anchorOf(rows)).broken?.sequence).toBe(place + 1)
    }))
  })

  it('names a row that was put in, whatever number it was given', () => {
    fc.assert(fc.property(logAndPlace, written, fc.constantFrom(0, 1), ([rows, place], more, shift) => {
      const before = rows[place]!
      const forged = { ...more, details: canonicalJson(more.details), sequence: before.sequence + shift, previous: before.hash, hash: before.hash }
      expect(verdict(rows.toSpliced(place + 1, 0, forged)).broken?.sequence).toBe(before.sequence + shift)
    }))
  })

  it('names the first of two rows that were swapped, with their numbers or without', () => {
    fc.assert(fc.property(logAndPlace, fc.boolean(), ([rows, place], renumbered) => {
      const first = Math.min(place, rows.length - 2)
      const [a, b] = [rows[first]!, rows[first + 1]!]
      const swapped = renumbered ? [{ ...b, sequence: a.sequence }, { ...a, sequence: b.sequence }] : [b, a]
      expect(verdict(rows.toSpliced(first, 2, ...swapped)).broken?.sequence).toBe(first + 1)
    }))
  })

  it('names what was cut off the end, by the head that was noted', () => {
    fc.assert(fc.property(logAndPlace, ([rows, place]) => {
      expect(verdict(rows.slice(0, place), anchorOf(rows)).broken?.sequence).toBe(place + 1)
      expect(verdict(rows.slice(0, place)).ok).toBe(true)
    }))
  })

  it('tells a chain that was made anew from some row on, by the head that was noted', () => {
    fc.assert(fc.property(logAndPlace, ([rows, place]) => {
      const forged = chain(rows.map((row, i) => ({ ...row, details: JSON.parse(row.details) as AuditRow['details'], who: i < place ? row.who : `${row.who}!` })))
      expect(verdict(forged).ok).toBe(true)
      expect(verdict(forged, anchorOf(rows)).broken?.sequence).toBe(rows.length)
    }))
  })
})

describe('canonical JSON', () => {
  it('is the same for the same value, in whatever order its fields were written, and reads back', () => {
    fc.assert(fc.property(fc.jsonValue(), value => {
      const text = canonicalJson(value)
      expect(canonicalJson(reversed(value))).toBe(text)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }))
  })

  it('is spelt as RFC 8785 spells it', () => {
    expect(canonicalJson({ peach: 'x', 'p\u00eache': 1, 10: 1e21, 1: 0.000001, '': [-0, null, true], left: undefined })).toBe('{"":[0,null,true],"1":0.000001,"10":1e+21,"peach":"x","p\u00eache":1}')
  })

  it.each([[NaN], [Infinity], [undefined], [1n], [() => 1], [[undefined]], [{ deep: { at: NaN } }]])('refuses %s', value => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, item]) => [key, reversed(item)])) : value
}
