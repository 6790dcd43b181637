import type { MenuItemConstructorOptions as Item } from 'electron'
import { expect, test } from 'vitest'
import { menuTemplate, type MenuActions, type MenuState } from '../../../src/main/hosts/electron/menu'
import { HostCommand } from '../../../src/shared/domain/host'

const state: MenuState = {
  platform: 'linux',
  packaged: true,
  open: true,
  libraries: ['/srv/Tom & Jerry'],
  cases: [{ id: '6f0e3c2e-93c4-4a65-8d5c-0d2f3a1b4c5d', label: '2026-17 Bank & Co' }]
}

function recording(): { actions: MenuActions; done: unknown[][] } {
  const done: unknown[][] = []
  const note = (name: string) => (...given: unknown[]): void => void done.push([name, ...given])
  return { done, actions: { command: note('command'), openLibrary: note('openLibrary'), newWindow: note('newWindow'), showLogs: note('showLogs') } }
}

/** Every item at any depth; a submenu built by Electron itself (windowMenu) has none here. */
function flat(items: readonly Item[]): Item[] {
  return items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}
const click = (item: Item | undefined): void => (item!.click as () => void)()
const platforms = ['linux', 'win32', 'darwin'] as const

test.each(platforms)('%s: every command has an item', platform => {
  const { actions, done } = recording()
  for (const item of flat(menuTemplate({ ...state, platform }, actions))) if (item.click) click(item)
  const commands = new Set(done.filter(([name]) => name === 'command').map(([, command]) => command))
  expect([...commands].sort()).toEqual([...HostCommand.options].sort())
  expect(done.map(([name]) => name)).toEqual(expect.arrayContaining(['openLibrary', 'newWindow', 'showLogs']))
})

test.each(platforms)('%s: no two items share keys, no two in a menu share a letter', platform => {
  const template = menuTemplate({ ...state, platform }, recording().actions)
  const keys = flat(template).flatMap(({ accelerator }) => (accelerator ? [accelerator] : []))
  expect(new Set(keys).size).toBe(keys.length)
  for (const { label, submenu } of template) {
    const letters = (submenu as Item[] | undefined)?.flatMap(item => /(?<!&)&([^&])/.exec(item.label ?? '')?.[1]?.toLowerCase() ?? []) ?? []
    expect(new Set(letters).size, label).toBe(letters.length)
  }
})

test('recent cases and libraries open what they name, and an ampersand in a name stays one', () => {
  const { actions, done } = recording()
  const items = flat(menuTemplate(state, actions))
  click(items.find(({ label }) => label === '2026-17 Bank && Co'))
  click(items.find(({ label }) => label === '/srv/Tom && Jerry'))
  expect(done).toEqual([['command', 'open-case', state.cases[0]!.id], ['openLibrary', '/srv/Tom & Jerry']])
})

test('without a library, nothing that needs one can be chosen', () => {
  const items = flat(menuTemplate({ ...state, open: false, libraries: [], cases: [] }, recording().actions))
  const off = items.filter(({ enabled }) => enabled === false).map(({ label }) => label?.replaceAll('&', ''))
  expect(off).toEqual(['New case…', 'Recent cases', 'Import photos…', 'Import case package…', 'Recent libraries', 'Find…', 'Cases'])
})

test('a window’s own keys are left to it, but on macOS, where the menu gets them', () => {
  const undo = (platform: NodeJS.Platform): Item | undefined => flat(menuTemplate({ ...state, platform }, recording().actions)).find(({ label }) => label === '&Undo')
  expect(undo('linux')?.registerAccelerator).toBe(false)
  expect(undo('darwin')?.registerAccelerator).toBe(true)
})

test('developer tools are for checkouts', () => {
  const roles = (packaged: boolean): unknown[] => flat(menuTemplate({ ...state, packaged }, recording().actions)).map(({ role }) => role)
  expect(roles(true)).not.toContain('toggleDevTools')
  expect(roles(false)).toContain('toggleDevTools')
})
