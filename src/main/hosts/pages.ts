import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { VidimusError } from '../../shared/errors'
import { programRoot } from '../runtime/resources'

/** One answer of a host to its window. */
export interface Page {
  headers: Record<string, string>
  body: Buffer
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2'
}

/** Stands in the built index.html where each answer gets a nonce of its own. */
const NONCE_MARK = '__VIDIMUS_NONCE__'

/**
 * The built window as a fixed table of files: only a path that was in the folder when the program started is ever
 * answered, so no path, however written, leads out of it. Both hosts answer from here with the same headers.
 */
export class Pages {
  private constructor(
    private readonly folder: string,
    private readonly paths: ReadonlySet<string>
  ) {}

  /** @throws VidimusError `window.not-built` */
  static open(folder = join(programRoot(), 'out', 'renderer')): Pages {
    const paths = new Set(existsSync(folder) ? filesBelow(folder) : [])
    if (!paths.has('/index.html')) throw new VidimusError('fault', 'window.not-built', `The window is not built: ${folder} holds no index.html. Run "npm run build".`)
    return new Pages(folder, paths)
  }

  /** The file at a URL path ("/" is the window itself), or undefined. */
  async get(path: string): Promise<Page | undefined> {
    const file = path === '/' ? '/index.html' : path
    if (!this.paths.has(file)) return undefined
    const body = await readFile(join(this.folder, file))
    const nonce = randomBytes(16).toString('base64')
    const isPage = file.endsWith('.html')
    return {
      headers: { 'content-type': types[extname(file)] ?? 'application/octet-stream', ...securityHeaders(nonce) },
      body: isPage ? Buffer.from(body.toString('utf8').replaceAll(NONCE_MARK, nonce)) : body
    }
  }
}

/** URL paths of the files below a folder; links are left out. One call a folder: that much works inside a packed archive, too. */
function filesBelow(folder: string, path = ''): string[] {
  const entries = readdirSync(join(folder, path), { withFileTypes: true })
  return entries.flatMap(entry => {
    const below = `${path}/${entry.name}`
    return entry.isDirectory() ? filesBelow(folder, below) : entry.isFile() ? [below] : []
  })
}

/**
 * What the window may do: run and show what came with it, talk to its own host, and nothing else. Style elements that
 * the component library adds carry the nonce.
 */
export function securityHeaders(nonce: string): Record<string, string> {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' blob: data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'"
  }
  return {
    'content-security-policy': Object.entries(policy).map(parts => parts.join(' ')).join('; '),
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY'
  }
}
