import type { Token } from './tokens'

const NEGATORS: ReadonlySet<string> = new Set(
  ('not no never cannot cant neither nor without none nobody nothing isnt arent wasnt werent doesnt dont didnt hasnt havent couldnt wont wouldnt shouldnt mustnt mightnt unable impossible hardly refuse refuses avoid avoids fails ' +
    'nicht kein keine keinen keiner keines keinem nie niemals ohne weder noch keinesfalls keineswegs unmoeglich kaum unzulaessig statt anstatt instead nichts').split(' ')
)

/** What makes a negation an assertion: "no doubt", "not only", "kein Zweifel". */
const ASSURANCES = /^(doubt|doubts|doubted|doubtful|question|questioned|deny|denied|denying|dispute|disputed|only|just|merely|mistake|mistaken|other|else|hesitation|reservation|zweifel|zweifels|zweifeln|zweifelhaft|bezweifelt|bezweifeln|nur|bloss|lediglich|bestreiten|bestritten|leugnen|geleugnet|anders|fraglich|frage|vorbehalt|bedenken)$/

/** Whether the word at `at` denies what stands by it. */
export const isDenial = (tokens: readonly Token[], at: number): boolean =>
  NEGATORS.has(tokens[at]!.word) && !tokens.slice(at + 1, at + 4).some(({ word }) => ASSURANCES.test(word))
