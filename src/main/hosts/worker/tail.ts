import type { Readable } from 'node:stream'

/** Passes a stream on and keeps its last `limit` characters: what a process said before it died. */
export function keepTail(stream: Readable | null, pass: (text: string) => void, limit = 4096): () => string {
  let kept = ''
  stream?.setEncoding('utf8').on('data', (text: string) => {
    pass(text)
    kept = (kept + text).slice(-limit)
  })
  return () => kept.trim()
}
