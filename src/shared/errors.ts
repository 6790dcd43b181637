/**
 * The one error type that reaches a person. `message` says what was found, where, and what to do;
 * `code` is stable for programs (`noun.problem`); `kind` decides the exit status and the tone on screen.
 */
export type ErrorKind =
  /** The call itself is wrong (unknown option, impossible combination). CLI exit status 2. */
  | 'usage'
  /** The input can't be used (not an image, no face, a model with an unknown op). CLI exit status 3. */
  | 'input'
  /** Something broke here: a full disk, a bug, a crashed engine. CLI exit status 1. */
  | 'fault'
  /** The user stopped it. CLI exit status 130. */
  | 'cancelled'

export interface ErrorData {
  kind: ErrorKind
  code: string
  message: string
  /** JSON-serialisable facts for programs, e.g. the list of faces found. */
  detail?: unknown
}

export class VidimusError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly detail: unknown

  constructor(kind: ErrorKind, code: string, message: string, options: { detail?: unknown; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'VidimusError'
    this.kind = kind
    this.code = code
    this.detail = options.detail
  }
}

export const inputError = (code: string, message: string, options: { detail?: unknown; cause?: unknown } = {}): VidimusError =>
  new VidimusError('input', code, message, options)

export const usageError = (code: string, message: string, detail?: unknown): VidimusError =>
  new VidimusError('usage', code, message, { detail })

/** Any thrown value as plain data; what is not a VidimusError is a fault of ours. */
export function toErrorData(error: unknown): ErrorData {
  if (error instanceof VidimusError) {
    const { kind, code, message, detail } = error
    return detail === undefined ? { kind, code, message } : { kind, code, message, detail }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { kind: 'fault', code: 'internal.unexpected', message }
}
