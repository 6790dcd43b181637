import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OutgoingFile } from '../../../src/main/services/host'
import { smallHost, type SmallHost } from './smallHost'

async function start(downloadMs?: number): Promise<SmallHost & { offer: (file?: Partial<OutgoingFile>, content?: Buffer<ArrayBuffer>) => string }> {
  const host = await smallHost({}, 50, undefined, downloadMs)
  onTestFinished(host.close)
  const offer = (file: Partial<OutgoingFile> = {}, content = Buffer.from('the file')): string => {
    const path = join(host.folder, 'offered')
    writeFileSync(path, content)
    const delivery = host.downloads.offer({ path, name: 'R-1.pdf', temporary: false, ...file })
    return delivery.kind === 'download' ? delivery.url : ''
  }
  return { ...host, offer }
}

describe('a download', () => {
  test('brings the bytes as a file, never as a page', async () => {
    const { offer, port, good } = await start()
    const content = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251))
    const answer = await fetch(`http://127.0.0.1:${port}${offer({ name: '2026-17 "Müller" 张\r\nX: y.pdf' }, content)}`, { headers: { cookie: good.Cookie } })
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="2026-17 -M_ller- _--X- y.pdf"; filename*=UTF-8\'\'2026-17%20-M%C3%BCller-%20%E5%BC%A0--X-%20y.pdf'
    )
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-length')).toBe('300000')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('expires, and what was made for it goes', async () => {
    const { offer, send, good, folder } = await start(20)
    const url = offer({ temporary: true })
    await expect.poll(async () => (await send(url, 'GET', good)).status).toBe(404)
    expect(existsSync(join(folder, 'offered'))).toBe(false)
    const kept = offer()
    await expect.poll(async () => (await send(kept, 'GET', good)).status).toBe(404)
    expect(existsSync(join(folder, 'offered'))).toBe(true)
  })

  test('a file that is gone is told, not half sent', async () => {
    const { offer, send, good, folder } = await start()
    expect(await send(offer({ path: join(folder, 'gone') }), 'GET', good)).toMatchObject({ status: 404, text: expect.stringContaining('expired') as string })
  })

  test('the end of the program deletes what was made to leave', async () => {
    const { offer, downloads, folder } = await start()
    offer({ temporary: true })
    downloads.close()
    expect(existsSync(join(folder, 'offered'))).toBe(false)
  })
})

describe('who may download', () => {
  test.each<[string, (host: SmallHost) => Record<string, string>, number]>([
    ['a foreign origin', ({ good }) => ({ ...good, Origin: 'http://evil.example' }), 403],
    ['a foreign host', ({ good }) => ({ ...good, Host: 'evil.example' }), 403],
    ['no token', ({ good }) => ({ Origin: good.Origin }), 401],
    ['a wrong token', ({ good, port }) => ({ ...good, Cookie: `vidimus-${port}=wrong` }), 401]
  ])('%s: refused', async (_name, headers, status) => {
    const host = await start()
    expect(await host.send(host.offer(), 'GET', headers(host))).toMatchObject({ status, text: expect.not.stringContaining('the file') as string })
  })

  test('other methods are refused', async () => {
    const { offer, send, good } = await start()
    const url = offer()
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) expect(await send(url, method, good), method).toMatchObject({ status: 405 })
  })

  test('no path names a file of the disk', async () => {
    const { offer, send, good, folder } = await start()
    writeFileSync(join(folder, 'secret'), 'secret')
    const url = offer()
    for (const name of ['../secret', '..%2fsecret', '%2e%2e/secret', '..\\secret', join(folder, 'secret'), '', '.', '__proto__', 'constructor', `${url.slice(10)}/`, `${url.slice(10)}%00`])
      expect(await send(`/download/${name}`, 'GET', good), name).toMatchObject({ status: 404, text: expect.not.stringContaining('secret') as string })
  })
})
