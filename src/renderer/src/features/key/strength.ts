export const LEAST_LENGTH = 10

interface Strength {
  /** 0..1, for a bar. */
  share: number
  color: 'red' | 'yellow' | 'teal'
  words: string
}

/** What a passphrase is worth by its length alone: length is what counts, and no rule about signs makes up for it. */
export function strengthOf(passphrase: string): Strength {
  const length = [...passphrase].length
  const share = Math.min(1, length / 30)
  if (length < LEAST_LENGTH) return { share, color: 'red', words: `${length} of at least ${LEAST_LENGTH} characters` }
  if (length < 16) return { share, color: 'yellow', words: `${length} characters: enough, but four unrelated words are better` }
  if (length < 24) return { share, color: 'teal', words: `${length} characters: good` }
  return { share, color: 'teal', words: `${length} characters: very good` }
}
