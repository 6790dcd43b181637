import { app, protocol, session, type Session } from 'electron'
import type { Pages } from '../pages'
import { SCHEME, isOwn } from './origin'

/** Before Electron is ready: the scheme, and the sandbox for every process that draws. */
export function prepareScheme(): void {
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Once Electron is ready: what windows load comes from `pages`, and whatever they could do beyond that is denied. */
export function lockDown(pages: Pages): void {
  const { defaultSession } = session
  defaultSession.protocol.handle(SCHEME, request => answer(request, pages))
  denyNetwork(defaultSession)
  defaultSession.setPermissionRequestHandler((_contents, permission, callback, { requestingUrl }) => callback(isAllowed(permission, requestingUrl)))
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin))
  defaultSession.setDevicePermissionHandler(() => false)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-frame-navigate', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Our own page may put text on the clipboard, for its copy buttons. Nothing else is allowed to anybody. */
const isAllowed = (permission: string, address: string): boolean => permission === 'clipboard-sanitized-write' && isOwn(address.replace(/\/$/, ''))

async function answer(request: Request, pages: Pages): Promise<Response> {
  const page = isOwn(request.url) && request.method === 'GET' ? await pages.get(new URL(request.url).pathname) : undefined
  return page ? new Response(new Uint8Array(page.body), { headers: page.headers }) : new Response('There is no such page.', { status: 404 })
}

/** Nothing leaves the machine: a request to anywhere else ends here, even one that the page's policy would allow. */
function denyNetwork({ webRequest }: Session): void {
  const local = ['vidimus:', 'blob:', 'data:', 'devtools:', 'chrome:']
  webRequest.onBeforeRequest((details, callback) => callback({ cancel: !local.includes(new URL(details.url).protocol) }))
}
