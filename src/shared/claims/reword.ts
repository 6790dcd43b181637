import type { ClaimFinding } from '../domain/claims'

/** The text with the finding's sentence in the neutral wording; as it was where the sentence is not in it. */
export function reword(text: string, { sentence, neutral }: Pick<ClaimFinding, 'sentence' | 'neutral'>): string {
  const at = text.indexOf(sentence)
  return at < 0 ? text : text.slice(0, at) + neutral + text.slice(at + sentence.length)
}
