import { expect, test } from 'vitest'
import { strengthOf } from '../../../../src/renderer/src/features/key/strength'

test('a passphrase is judged by its length, signs counted as people count them', () => {
  expect(strengthOf('short')).toMatchObject({ color: 'red', words: '5 of at least 10 characters' })
  expect(strengthOf('🔑'.repeat(9)).color).toBe('red')
  expect(strengthOf('ten signs.').color).toBe('yellow')
  expect(strengthOf('correct horse battery staple')).toMatchObject({ color: 'teal', words: '28 characters: very good' })
})

test('the bar is full at last, and never more than full', () => {
  expect(strengthOf('x'.repeat(15)).share).toBe(0.5)
  expect(strengthOf('x'.repeat(500)).share).toBe(1)
})
