import { expect, it } from 'vitest'
import { leaving } from '../../../../src/renderer/src/features/panels/leaving'
import { createSaver } from '../../../../src/renderer/src/features/panels/saver'

const AN_HOUR = 3_600_000

it('what is typed and rests is stored when the window goes', () => {
  const written: object[] = []
  const saver = createSaver({ note: '' }, AN_HOUR)
  saver.learn({ note: '' }, value => {
    written.push(value)
    return Promise.resolve(true)
  })
  const window = new EventTarget()
  leaving(window, () => saver.leave())
  saver.type({ note: 'a scar' })
  expect(written).toEqual([])
  window.dispatchEvent(new Event('pagehide'))
  expect(written).toEqual([{ note: 'a scar' }])
})

it('a component that goes leaves once, and hears no more of the window', () => {
  let left = 0
  const window = new EventTarget()
  const gone = leaving(window, () => left++)
  gone()
  window.dispatchEvent(new Event('pagehide'))
  expect(left).toBe(1)
})
