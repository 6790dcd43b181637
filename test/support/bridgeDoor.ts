import type { Page } from '@playwright/test'
import { Client, type Transport } from '../../src/shared/ipc/client'
import type { Request } from '../../src/shared/ipc/contract'
import type { Door } from './conformance/place'

declare global {
  interface Window {
    heard?: (message: unknown) => void
  }
}
/** A window of the desktop host, through the bridge that its preload made. */
export async function openBridgeDoor(page: Page): Promise<Door> {
  const listeners = new Set<(message: unknown) => void>()
  await page.exposeFunction('heard', (message: unknown) => listeners.forEach(listener => listener(message)))
  await page.evaluate(() => void window.vidimus!.subscribe(message => window.heard?.(message)))
  const raw = (request: unknown): Promise<unknown> => page.evaluate(given => window.vidimus!.invoke(given as Request), request)
  const transport: Transport = {
    invoke: raw,
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
  return { client: new Client(transport), raw, source: async file => ({ kind: 'path', path: file }), close: () => page.close() }
}
