import { ruleOf } from '../rule'

/** A cosine is no percentage and no probability of identity. */
export const percentage = ruleOf({
  rule: 'percentage',
  phrases: [
    '# % ..1 match|matches|matching|similar|similarity|alike|identical|identity|sure|certain|certainty|confident|likely|probable|probability|likelihood|chance|resemblance|agreement', '# % {chance}', 'match|identity|similarity|recognition confidence|score|level ..3 # %',
    'match|matches|similarity|similar|likeness|resemblance|identity|agreement|correspondence ..4 # %', 'confidence ..2 # % ..4 same|identity|match', '# % confidence ..4 same|identity|match|him|her|{accused}', 'score ..3 # %', 'cosine ..3 # %',
    '{chance} ..6 same|one|identical {person}', '{chance} of ..2 identity|identification|match', '{chance} ..1 that ..5 {accused}|him|her|identical', '{chance} that it|he|she|this|they {be} ..3 same|him|her|{accused}|person|man|woman',
    'high|higher|great|greater|strong|overwhelming|considerable {chance} ..3 that', 'odds ..6 that', 'in all likelihood|probability', 'trefferwahrscheinlichkeit|identitaetswahrscheinlichkeit|uebereinstimmungswahrscheinlichkeit|personengleichheitswahrscheinlichkeit', 'software|system|program|algorithm|model {be} # %', 'near|virtual|practical|absolute certainty', 'likely|probably|presumably|certainly ..3 same {person}', '{be} [most|very|highly] likely|probably|almost ..2 the {accused}', 'with certainty ..6 {person}',
    '# % ..2 uebereinstimm*|aehnlich*|identi*|sicher|sicherheit|gewissheit|wahrscheinlich*|treffer*', 'uebereinstimm*|aehnlichkeit|aehnlichkeitswert|identitaet|trefferquote|score ..4 # %', '# % ..1 sicher|identisch|aehnlich',
    'wahrscheinlichkeit [der|einer|fuer|von] ..1 identitaet|uebereinstimmung|personengleichheit|personenidentitaet|identifizierung', 'wahrscheinlichkeit dass ..8 {accusedDe}|er|sie|identisch|{sameDe}', 'an sicherheit grenzend*', 'zu|mit # % ..2 er|sie|es|{accusedDe}|{sameDe}|der|die|um|handelt',
    'mit ..3 wahrscheinlichkeit ..6 {sameDe}|{accusedDe}|um|identisch', 'hohe|grosse|hoher|grosser|ueberwiegende wahrscheinlichkeit ..2 dass', 'hoechstwahrscheinlich|wahrscheinlich|vermutlich ..5 {sameDe} {personDe}', 'hoechstwahrscheinlich|wahrscheinlich|vermutlich ..4 {accusedDe}', '{chance} ..2 match|identity {be} ..2 #'
  ],
  unless: [
    'match rate', 'non match', 'confidence interval|limit|bound', 'at|with # % confidence', 'false|error|equal ..3 rate|rates', 'false [non] match|matches', '# % of|des|der', 'jpeg|compression|quality|opacity|zoom|enlarged|scale ..4 # %', 'likelihood ratio', 'konfidenz*|vertrauen*', '# % vertrauen|konfidenz', '{rateDe} ..6 # %',
    'such|score|scores ..4 different|unrelated'
  ],
  maySuppose: false,
  why: {
    en: 'It states a probability or a percentage of identity. A cosine is neither, and how probable the same source is depends on the whole case, not on the pictures alone.',
    de: 'Der Satz nennt eine Wahrscheinlichkeit oder einen Prozentwert der Identit\u00e4t. Ein Kosinus ist keines von beiden, und wie wahrscheinlich gleiche Herkunft ist, h\u00e4ngt vom ganzen Fall ab, nicht von den Bildern allein.'
  },
  neutral: {
    en: 'The score and its threshold are stated in this report with the error rates at that threshold; no probability of identity can be derived from them.',
    de: 'Der Score und seine Schwelle sind in diesem Bericht mit den Fehlerraten an dieser Schwelle genannt; eine Wahrscheinlichkeit der Identit\u00e4t l\u00e4sst sich daraus nicht ableiten.'
  }
})
