import type { MenuItemConstructorOptions as Item } from 'electron'
import type { HostCommand } from '../../../shared/domain/host'

export interface MenuState {
  platform: NodeJS.Platform
  /** Developer tools are for checkouts alone. */
  packaged: boolean
  /** Whether a library is open: without one there is nothing to import into or find. */
  open: boolean
  /** Most recent first. */
  libraries: readonly string[]
  cases: readonly { id: string; label: string }[]
}

/** What choosing an item does. */
export interface MenuActions {
  command: (command: HostCommand, caseId?: string) => void
  openLibrary: (folder: string) => void
  newWindow: () => void
  showLogs: () => void
}

/** The native menus as data. Where the keyboard reaches the window itself (not on macOS), its own keys are shown and left to it. */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const mac = state.platform === 'darwin'
  return [...(mac ? [programMenu(actions)] : []), fileMenu(state, actions), editMenu(state, actions), viewMenu(state, actions), { role: 'windowMenu' }, helpMenu(state, actions)]
}

const separator: Item = { type: 'separator' }

function programMenu({ command }: MenuActions): Item {
  return {
    label: 'Vidimus',
    submenu: [
      { label: 'About Vidimus', click: () => command('about') },
      separator,
      { label: 'Settings…', accelerator: 'Cmd+,', click: () => command('settings') },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' }
    ]
  }
}

function fileMenu({ platform, open, libraries, cases }: MenuState, { command, openLibrary, newWindow }: MenuActions): Item {
  const mac = platform === 'darwin'
  return {
    label: '&File',
    submenu: [
      { label: '&New case…', accelerator: 'CmdOrCtrl+N', enabled: open, click: () => command('new-case') },
      { label: 'Recent &cases', enabled: cases.length > 0, submenu: cases.map(({ id, label }) => ({ label: plain(label), click: () => command('open-case', id) })) },
      { label: '&Import photos…', accelerator: 'CmdOrCtrl+I', enabled: open, click: () => command('import') },
      { label: 'Import case &package…', enabled: open, click: () => command('import-package') },
      separator,
      { label: '&Open library…', accelerator: 'CmdOrCtrl+O', click: () => command('open-library') },
      { label: 'Recent &libraries', enabled: libraries.length > 0, submenu: libraries.map(folder => ({ label: plain(folder), click: () => openLibrary(folder) })) },
      separator,
      { label: 'New &window', accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
      { role: 'close' },
      ...(mac ? [] : [separator, { label: '&Settings…', accelerator: 'Ctrl+,', click: () => command('settings') }, separator, { role: 'quit' } satisfies Item])
    ]
  }
}

function editMenu({ platform, open }: MenuState, { command }: MenuActions): Item {
  const shared = { registerAccelerator: platform === 'darwin' }
  return {
    label: '&Edit',
    submenu: [
      { label: '&Undo', accelerator: 'CmdOrCtrl+Z', ...shared, click: () => command('undo') },
      { label: '&Redo', accelerator: 'CmdOrCtrl+Shift+Z', ...shared, click: () => command('redo') },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      separator,
      { label: '&Find…', accelerator: 'CmdOrCtrl+K', ...shared, enabled: open, click: () => command('find') }
    ]
  }
}

function viewMenu({ packaged, open }: MenuState, { command }: MenuActions): Item {
  return {
    label: '&View',
    submenu: [
      { label: '&Cases', accelerator: 'CmdOrCtrl+1', enabled: open, click: () => command('cases') },
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      separator,
      { label: 'Co&lours', submenu: [
        { label: '&Light', click: () => command('scheme-light') },
        { label: '&Dark', click: () => command('scheme-dark') },
        { label: 'As the &system', click: () => command('scheme-auto') }
      ] },
      // A reload by accident would cost what is typed and not saved yet.
      ...(packaged ? [] : [separator, { role: 'reload' } satisfies Item, { role: 'toggleDevTools' } satisfies Item])
    ]
  }
}

const helpMenu = ({ platform }: MenuState, { command, showLogs }: MenuActions): Item => ({
  role: 'help',
  label: '&Help',
  submenu: [
    { label: 'Show the &log folder', click: showLogs },
    ...(platform === 'darwin' ? [] : [separator, { label: '&About Vidimus', click: () => command('about') }])
  ]
})

/** A label from outside: an ampersand in it is no shortcut, and it stays on one line. */
function plain(text: string): string {
  const line = text.replaceAll('&', '&&').replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 38)}…${line.slice(-38)}` : line
}
