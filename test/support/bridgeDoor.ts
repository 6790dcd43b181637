import type { Page } from '@playwright/test'
import { Client, type Transport } from '../../src/shared/ipc/client'
import type { Door } from './conformance/place'

declare global {
  interface Window {
    heard?: (message: unknown) => void
  }
}
type Bridged = { vidimus: { invoke(request: unknown): Promise<unknown>; subscribe(listener: (message: unknown) => void): () => void; pathOf(file: File): string } }

/** A window of the desktop host, through the bridge that its preload made. */
export async function openBridgeDoor(page: Page): Promise<Door> {
  const listeners = new Set<(message: unknown) => void>()
  await page.exposeFunction('heard', (message: unknown) => listeners.forEach(listener => listener(message)))
  await page.evaluate(() => void (window as unknown as Bridged).vidimus.subscribe(message => window.heard?.(message)))
  const raw = (request: unknown): Promise<unknown> => page.evaluate(given => (window as unknown as Bridged).vidimus.invoke(given), request)
  const transport: Transport = {
    invoke: raw,
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
  return { client: new Client(transport), raw, source: async file => ({ kind: 'path', path: file }), close: () => page.close() }
}
