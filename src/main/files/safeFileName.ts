import sanitize from 'sanitize-filename'

/** Half a surrogate pair, and what turns the direction of the text behind it: "report\u202Efdp.exe" reads as a PDF. */
const TREACHEROUS = /[\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

const MAX_STEM_BYTES = 120

/** A name that every file system takes and that says no path, from words that people typed; its extension is kept. */
export function safeFileName(name: string): string {
  const [, stem = '', extension = ''] = /^(.*?)(\.\w{1,10})?$/su.exec(name.replace(TREACHEROUS, '')) ?? []
  return `${shortened(clean(stem)) || 'vidimus'}${extension}`
}

const clean = (text: string): string => sanitize(text, { replacement: '-' }).replace(/^[.\s]+/, '')

/** At most MAX_STEM_BYTES in UTF-8, never cut inside a character. */
function shortened(text: string): string {
  let short = ''
  for (const character of text) {
    if (Buffer.byteLength(short + character) > MAX_STEM_BYTES) break
    short += character
  }
  return short
}
