import { describe, expect, test } from 'vitest'
import { isConcerned } from '../../../src/renderer/src/data/changes'

const mine = '11111111-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'

describe('what is asked again after a change', () => {
  test('lists of the case that changed, not of another one', () => {
    expect(isConcerned(['exhibit.list', { case: mine }], { kind: 'exhibit', case: mine })).toBe(true)
    expect(isConcerned(['exhibit.list', { case: other }], { kind: 'exhibit', case: mine })).toBe(false)
    expect(isConcerned(['case.get', { id: other }], { kind: 'case', case: mine })).toBe(false)
  })

  test('what is about the whole library, or does not say which case', () => {
    expect(isConcerned(['library.audit', { case: null }], { kind: 'audit', case: mine })).toBe(true)
    expect(isConcerned(['exhibit.get', { id: other }], { kind: 'exhibit', case: mine })).toBe(true)
    expect(isConcerned(['case.list', {}], { kind: 'exhibit', case: mine })).toBe(true)
  })

  test('a change that names no case concerns all of them', () => {
    expect(isConcerned(['exhibit.list', { case: mine }], { kind: 'face', case: null })).toBe(true)
  })

  test('another library: everything', () => {
    for (const name of ['app.about', 'face.crop', 'settings.get']) expect(isConcerned([name, {}], { kind: 'library', case: null })).toBe(true)
  })

  test('photos never change, and neither does what a change is not about', () => {
    expect(isConcerned(['exhibit.image', { id: mine, size: 'thumb' }], { kind: 'exhibit', case: mine })).toBe(false)
    expect(isConcerned(['settings.get', {}], { kind: 'case', case: mine })).toBe(false)
  })
})
