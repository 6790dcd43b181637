import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { Client } from '../../src/shared/ipc/client'
import { decodeFrame, encodeFrame } from '../../src/shared/ipc/frame'
import type { RunningHost } from './webHost'

/** Group photos with many faces. */
export const photo = (number: 1 | 2 | 3 | 4 | 5 | 6): string => `node_modules/@vladmandic/face-api/demo/sample${number}.jpg`

/** Opens the window; what it gives fills with every script error and everything that the page's policy refused. */
export async function openWindow(page: Page, host: RunningHost, place = '/'): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(`${host.address}#${place}`)
  return complaints
}

/** Goes to a place of the window as a link would. */
export const go = (page: Page, place: string): Promise<void> =>
  page.evaluate(hash => {
    location.hash = hash
  }, place)

/** What axe finds, one line a finding. */
export async function violations(page: Page): Promise<string[]> {
  // Colours in the middle of a change are nobody's contrast.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter(animation => animation instanceof CSSTransition).map(({ finished }) => finished)))
  const found = await new AxeBuilder({ page }).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => `${node.html} ${node.failureSummary}`).join(' ')}`)
}

/** Another window's calls, without a window: to prepare what a test is not about. */
export async function connect(host: RunningHost): Promise<{ client: Client; close: () => void }> {
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}/socket?window=${randomUUID()}`, { headers: { Cookie: `vidimus-${host.port}=${host.token}`, Origin: host.origin } })
  const pending = new Map<number, (reply: unknown) => void>()
  const listeners = new Set<(message: unknown) => void>()
  let next = 1
  socket.on('message', data => {
    const message = decodeFrame(new Uint8Array(data as Buffer)) as { id: number; reply: unknown } | { event: string }
    if ('event' in message) return listeners.forEach(listener => listener(message))
    pending.get(message.id)?.(message.reply)
  })
  await once(socket, 'open')
  const client = new Client({
    invoke: request =>
      new Promise(resolve => {
        pending.set(next, resolve)
        socket.send(encodeFrame({ id: next++, request }))
      }),
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  })
  return { client, close: () => socket.close() }
}

/** A host's first library, with somebody who works in it. */
export async function createLibrary(host: RunningHost): Promise<{ client: Client; close: () => void }> {
  const connection = await connect(host)
  await connection.client.call('settings.set', { patch: { examiner: 'A. Examiner', laboratory: 'Test laboratory' } })
  await connection.client.call('library.open', { folder: join(host.home, 'library'), create: true })
  return connection
}

/** Waits until no question of the window is open and nothing moves, so that what follows sees it whole. */
export async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.locator('.mantine-Loader-root:visible, .mantine-Skeleton-root:visible')).toHaveCount(0)
  await page.waitForFunction(() => document.getAnimations().every(animation => !(animation instanceof CSSTransition)))
}

/** What the window sends, on request held back: a quick machine is done before a hand reaches the next button. */
export interface HeldMessages {
  hold: () => void
  /** How many wait. */
  count: () => number
  /** Sends what waits, in its order, and holds nothing from then on. */
  release: () => void
}

/** Before the page is opened. */
export async function holdMessages(page: Page): Promise<HeldMessages> {
  const held: (() => void)[] = []
  let isHolding = false
  await page.routeWebSocket(/./, socket => {
    const server = socket.connectToServer()
    socket.onMessage(message => (isHolding ? held.push(() => server.send(message)) : server.send(message)))
  })
  return {
    hold: () => void (isHolding = true),
    count: () => held.length,
    release: () => {
      isHolding = false
      held.splice(0).forEach(send => send())
    }
  }
}
