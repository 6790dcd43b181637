import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { startHost, type RunningHost } from './webHost'
import { holdMessages } from './window'

let host: RunningHost
test.beforeAll(async () => {
  host = await startHost()
})
test.afterAll(() => host.stop())

/** Opens the window, and fails the test on anything the page's policy refused or any script error. */
async function open(page: Page): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(`${host.address}#/models`)
  await expect(page.getByRole('heading', { name: /MobileFaceNet/ })).toBeVisible()
  return complaints
}

const token = (): string => new URL(host.address).searchParams.get('token') ?? ''

interface Sent {
  path?: string
  method?: string
  headers?: Record<string, string>
}

/** A raw request: fetch would tidy the path and forbid the headers. */
function send({ path = '/', method = 'GET', headers = {} }: Sent): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: host.port, path, method, headers }, response => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    request.on('error', reject).end()
  })
}

test('the window shows the default model, and its self-test passes', async ({ page }) => {
  const complaints = await open(page)
  await expect(page.getByText('87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581')).toBeVisible()
  await page.getByRole('button', { name: 'Run self-test' }).press('Enter')
  await expect(page.getByText(/^Self-test passed/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/Relative difference/)).toBeVisible()
  expect(complaints).toEqual([])
})

test('the token leaves the address bar, and a reload still works', async ({ page }) => {
  await open(page)
  expect(page.url()).toBe(`${host.origin}/#/models`)
  await page.reload()
  await expect(page.getByRole('heading', { name: /MobileFaceNet/ })).toBeVisible()
})

test('a self-test can be cancelled and run again', async ({ page }) => {
  const messages = await holdMessages(page)
  await open(page)
  messages.hold()
  await page.getByRole('button', { name: 'Run self-test' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(messages.count).toBeGreaterThanOrEqual(2)
  messages.release()
  await expect(page.getByText('The self-test was cancelled.')).toBeVisible()
  await page.getByRole('button', { name: 'Run self-test' }).click()
  await expect(page.getByText(/^Self-test passed/)).toBeVisible({ timeout: 30_000 })
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await open(page)
    await page.getByRole('button', { name: 'Run self-test' }).click()
    await expect(page.getByText(/^Self-test passed/)).toBeVisible({ timeout: 30_000 })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => `${node.html} ${node.failureSummary}`).join(' ')}`)).toEqual([])
  })

test('the window says when the host is gone', async ({ page }) => {
  const own = await startHost()
  await page.goto(`${own.address}#/models`)
  await expect(page.getByRole('heading', { name: /MobileFaceNet/ })).toBeVisible()
  await own.stop()
  await expect(page.getByText(/Vidimus does not answer/)).toBeVisible()
})

test('a library that can’t be opened at the start is told in the window', async ({ page }) => {
  const taken = mkdtempSync(join(tmpdir(), 'vidimus-taken-'))
  writeFileSync(join(taken, 'holiday.jpg'), 'x')
  const own = await startHost({}, ['--library', taken])
  await page.goto(own.address)
  await expect(page.getByRole('heading', { name: 'Welcome to Vidimus' })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: taken })).toBeVisible()
  await own.stop()
  rmSync(taken, { recursive: true })
})

test('without the token, or with a wrong one, nothing is served', async () => {
  const refused = await send({})
  expect(refused.status).toBe(401)
  expect(refused.body).toContain('Open the whole address')
  expect(await send({ path: '/?token=wrong' })).toMatchObject({ status: 401 })
  expect(await send({ path: '/mark.svg' })).toMatchObject({ status: 401 })
  expect(await send({ path: `/?token=${token()}` })).toMatchObject({ status: 200 })
})

test('a foreign Host or Origin is refused even with the token', async () => {
  const path = `/?token=${token()}`
  expect(await send({ path, headers: { Host: 'evil.example' } })).toMatchObject({ status: 403 })
  expect(await send({ path, headers: { Host: `localhost:${host.port}` } })).toMatchObject({ status: 403 })
  expect(await send({ path, headers: { Origin: 'http://evil.example' } })).toMatchObject({ status: 403 })
  expect(await send({ path, headers: { Origin: 'null' } })).toMatchObject({ status: 403 })
})

test('no path leads out of the window’s folder, and nothing can be written', async () => {
  const headers = { Cookie: `vidimus-${host.port}=${token()}` }
  const paths = ['/../main/web.js', '/..%2fmain%2fweb.js', '/%2e%2e/main/web.js', '/....//main/web.js', '//etc/passwd', '/assets/../../main/web.js', '/\\..\\main\\web.js', '/mark.svg%00', '/etc/passwd', '/assets']
  for (const path of paths) expect(await send({ path, headers }), path).toMatchObject({ status: 404 })
  expect(await send({ path: '/mark.svg', headers })).toMatchObject({ status: 200 })
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect(await send({ method, headers }), method).toMatchObject({ status: 405 })
})

test('a WebSocket needs the token and our own origin', async () => {
  const good = { Cookie: `vidimus-${host.port}=${token()}`, Origin: host.origin }
  const outcome = (headers: Record<string, string>): Promise<string> =>
    new Promise(resolve => {
      const socket = new WebSocket(`ws://127.0.0.1:${host.port}/socket?window=window-of-the-test`, { headers })
      socket.on('open', () => resolve('open')).on('error', error => resolve(error.message))
      socket.on('open', () => socket.close())
    })
  expect(await outcome(good)).toBe('open')
  expect(await outcome({ Origin: good.Origin })).toContain('401')
  expect(await outcome({ Cookie: good.Cookie })).toContain('403')
  expect(await outcome({ ...good, Origin: 'http://evil.example' })).toContain('403')
  expect(await outcome({ ...good, Host: 'evil.example' })).toContain('403')
})

test('the host listens on the loopback address alone', async () => {
  const { networkInterfaces } = await import('node:os')
  const other = Object.values(networkInterfaces()).flat().find(address => address && !address.internal && address.family === 'IPv4')?.address
  test.skip(other === undefined, 'this machine has no address but the loopback one')
  const refused = await new Promise(resolve => httpRequest({ host: other, port: host.port }).on('error', error => resolve(error.message)).on('response', () => resolve('answered')).end())
  expect(refused).toContain('ECONNREFUSED')
})
