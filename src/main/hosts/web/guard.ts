import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is refused: the status, and one line for the person who sees it. */
export interface Refusal {
  status: 401 | 403
  message: string
}

/**
 * Decides who may talk to the web host: only pages that this host itself served to the person who was given the
 * printed address. Other programs' pages fail on Host (DNS rebinding), on Origin, or for want of the token.
 */
export class Guard {
  readonly token = randomBytes(32).toString('base64url')
  #authority = ''

  /** Set once the port is known. */
  listenOn(port: number): void {
    this.#authority = `127.0.0.1:${port}`
  }

  get origin(): string {
    return `http://${this.#authority}`
  }

  /** The address to print. */
  get address(): string {
    return `${this.origin}/?token=${this.token}`
  }

  /** Keeps the token for the requests that follow. The port is in the name because cookies do not tell ports apart. */
  get cookie(): string {
    return `${this.#cookieName}=${this.token}; HttpOnly; SameSite=Strict; Path=/`
  }

  /** A page or file: right host, no foreign origin, and the token in the address or the cookie. */
  refuseRequest(request: IncomingMessage): Refusal | undefined {
    return this.#refuseHost(request) ?? (request.headers.origin === undefined ? undefined : this.#refuseOrigin(request)) ?? this.#refuseToken(request)
  }

  /** A WebSocket: browsers let any page open one, so here the origin must be named and ours. */
  refuseSocket(request: IncomingMessage): Refusal | undefined {
    return this.#refuseHost(request) ?? this.#refuseOrigin(request) ?? this.#refuseToken(request)
  }

  /** What changes something: our own page must be named, and the token must come in the cookie, which no address can carry. */
  refuseUpload(request: IncomingMessage): Refusal | undefined {
    return this.#refuseHost(request) ?? this.#refuseOrigin(request) ?? this.#refuseTokens([this.#cookieToken(request)])
  }

  #refuseHost({ headers }: IncomingMessage): Refusal | undefined {
    return headers.host === this.#authority ? undefined : { status: 403, message: `Wrong host: Vidimus answers at ${this.#authority} alone.` }
  }

  #refuseOrigin({ headers }: IncomingMessage): Refusal | undefined {
    return headers.origin === this.origin ? undefined : { status: 403, message: 'Refused: the request comes from another page than Vidimus.' }
  }

  #refuseToken(request: IncomingMessage): Refusal | undefined {
    return this.#refuseTokens([this.#queryToken(request), this.#cookieToken(request)])
  }

  #refuseTokens(given: (string | undefined)[]): Refusal | undefined {
    if (given.some(token => token !== undefined && same(token, this.token))) return undefined
    return { status: 401, message: 'Open the whole address that Vidimus printed when it started, with its token.' }
  }

  get #cookieName(): string {
    return `vidimus-${this.#authority.split(':')[1]}`
  }

  #queryToken({ url }: IncomingMessage): string | undefined {
    return new URLSearchParams(url?.split('?')[1]).get('token') ?? undefined
  }

  #cookieToken({ headers }: IncomingMessage): string | undefined {
    const cookies = headers.cookie?.split(';').map(pair => pair.trim().split('=')) ?? []
    return cookies.find(([name]) => name === this.#cookieName)?.[1]
  }
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
