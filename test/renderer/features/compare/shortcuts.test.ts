import { expect, test } from 'vitest'
import { isCharacter } from '../../../../src/renderer/src/features/compare/shortcuts'

test.each(['a', 'R', '9', '+', '[', '?', '\u00e9', '\u{1d49c}'])('%j types a character', key => expect(isCharacter(key)).toBe(true))

test.each([' ', 'ArrowLeft', 'Enter', 'Escape', 'Tab', 'F1'])('%j types none that could come by accident', key => expect(isCharacter(key)).toBe(false))
