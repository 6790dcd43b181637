import { Menu, app } from 'electron'
import type { Broadcast } from '../../services/events'
import type { Handlers } from '../../services/handlers'
import { recordFault } from '../faultLog'
import { menuTemplate, type MenuActions, type MenuState } from './menu'

/** Changes come in bursts, above all while photos are imported. */
const SETTLE_MS = 500
const RECENT_CASES = 10

const unwatched = { report: () => undefined, signal: new AbortController().signal }

/** Sets the menus, and again whenever the library or its cases change. */
export function keepMenu(handlers: Handlers, events: Broadcast, actions: MenuActions): void {
  const set = (): void => void build(handlers, actions).catch((error: unknown) => recordFault({ what: 'menu', message: `the menus could not be set: ${String(error)}` }))
  let timer: NodeJS.Timeout | undefined
  events.subscribe(({ event, payload }) => {
    if (event !== 'library.changed' || !['library', 'case'].includes((payload as { kind: string }).kind)) return
    clearTimeout(timer)
    timer = setTimeout(set, SETTLE_MS)
  })
  set()
}

async function build(handlers: Handlers, actions: MenuActions): Promise<void> {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(await stateOf(handlers), actions)))
}

async function stateOf(handlers: Handlers): Promise<MenuState> {
  const { open, recent } = await handlers['library.status']({}, unwatched)
  const query = { text: '', status: ['open' as const], tag: null, sort: 'changed' as const, descending: true, offset: 0, limit: RECENT_CASES }
  const cases = open ? (await handlers['case.list'](query, unwatched)).rows : []
  return {
    platform: process.platform,
    packaged: app.isPackaged,
    open: open !== null,
    libraries: recent.filter(({ missing }) => !missing).map(({ folder }) => folder),
    cases: cases.map(({ id, number, title }) => ({ id, label: title === '' ? number : `${number}  ${title}` }))
  }
}
