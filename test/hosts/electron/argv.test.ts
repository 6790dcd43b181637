import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { askedFor, ownArguments } from '../../../src/main/hosts/electron/argv'

test.each<[string[], string | undefined]>([
  [[], undefined],
  [['--library', 'cases'], '/desk/cases'],
  [['--library=cases'], '/desk/cases'],
  [['--library', '/srv/cases'], '/srv/cases'],
  [['--library'], undefined],
  [['--library='], undefined],
  [['case.vidimus'], '/desk/case.vidimus'],
  [['--no-sandbox', '--flag=1', 'a b/case.vidimus'], '/desk/a b/case.vidimus'],
  [['--library', 'cases', 'other.vidimus'], '/desk/cases'],
  [['--original-process-start-time=1', '--allow-file-access-from-files'], undefined]
])('%j asks for %j', (argv, expected) => {
  expect(askedFor(argv, '/desk')).toBe(expected === undefined ? undefined : resolve(expected))
})

test('the program itself, and in a checkout its folder, are no request', () => {
  const asked = (...argv: string[]): string | undefined => askedFor(ownArguments(argv, '/src/vidimus', '/src'), '/src')
  expect(asked('/opt/Vidimus/vidimus', 'x.vidimus')).toBe(resolve('/src/x.vidimus'))
  for (const folder of ['/src/vidimus', 'vidimus', './vidimus/']) expect(asked('/dist/electron', '--inspect=0', folder)).toBeUndefined()
  expect(asked('/dist/electron', '/src/vidimus', '--library', 'cases')).toBe(resolve('/src/cases'))
})
