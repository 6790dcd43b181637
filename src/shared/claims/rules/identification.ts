import { ruleOf } from '../rule'

/** A score is a lead; a person concludes, on a scale. */
export const identification = ruleOf({
  rule: 'identification',
  phrases: [
    '{be} ..3 same {person}', '{show} ..4 same {person}', 'see ..2 same {person}', 'of the [very] same {person}', 'belong|belongs to [the|one] ..1 same {person}', '{be} ..1 the [very] same {person}',
    '{person}|they ..6 one and the same', 'one and the same {person}|face', '{be} ..2 identical {person}', '{person} {be} ..2 identical', 'identical to|with ..3 {person}', 'q|k # ..4 {be} ..1 identical', 'faces {be} ..2 same|identical',
    'come|comes|originate|originates|stem|stems from the same source|person|man|woman|individual', 'both|two|all ..4 {show} ..2 one|single {person}', 'undoubtedly|unquestionably|unmistakably|indisputably ..3 {person}|him|her', '{be} matched to|with ..2 {title}|{person}|k|q', 'naming|name|named him|her|them as', 'looking at the {accused}', 'recognised|recognized|identified as k|q #', '{be} a match', 'its a match', 'we|to|can|could|has|have positively identif*',
    'positive* identif*', 'positive|conclusive|definite|definitive|certain|exact|perfect|confirmed|full|clear|strong|possible match', 'match {be} ..2 found|obtained|confirmed|established|made|returned', 'match found|obtained|confirmed|established',
    'found|made|obtained|gave|returned|yielded|produced|reported|got ..1 match', 'hit {be} ..1 found|obtained|returned', 'found|got|gave|returned|produced a hit',
    '{person} ..6 {be} [clearly|positively|definitely|reliably|also|since] identified', '{person} was|were|been [clearly|positively|definitely] recognised|recognized', 'identified|recognised|recognized as ..3 {accused}|him|her|{title}', 'identified|identify|identifies|identifying [the|this|a|him|her] {person}',
    'identified|recognised|recognized ..2 beyond|with certainty', 'identification {be} ..2 made|confirmed|achieved|certain|positive|established', 'we|i|examiner identified him|her|them',
    'identity {be} [now|thus|thereby|hereby] established|proven|proved|confirmed|certain|clear|beyond', 'prove|proves|proved|establish|establishes|established|confirm|confirms|confirmed|demonstrate|demonstrates ..3 identity', 'proof of identity',
    'is|its|was [clearly|certainly|definitely|undoubtedly|indeed|really|surely] him|her', '{be} ..1 the {accused}', 'can|could|must [only|surely|certainly] be ..1 {accused}|him|her', 'can|could only be ..1 him|her|{person}', 'establish|establishes|proves|prove|shows|show|confirms|demonstrates that ..2 {accused}|he|she is|was|did|committed', 'he|she|{accused} committed the', 'same {person} ..1 no question|doubt', 'identification of ..3 {be} successful|achieved|made|certain|positive|complete', 'the {person} ..4 is k|q #', '{face} ..3 {be} his|hers', 'can|could be nobody|noone', 'none other than', 'nobody|noone|one|anyone else than|but', 'nobody|anyone other than',
    'not a different {person}', '{be} {title}', '{be} ..1 the {person} depicted|shown|seen|pictured', '{be} the {person} in|on|from|of ..3 video|still|footage|image|picture|photo|photograph|q|k|cctv|exhibit', '{person} ..3 appears to be ..1 {accused}',
    'handelt|handele ..6 um ..3 {sameDe} {personDe}', 'um ..2 {sameDe} {personDe} handelt|handeln', 'handelt ..8 um den|die|dem|einen [abgebildeten] {accusedDe}', 'um den|die|dem {accusedDe} handelt', 'handelt ..7 um {title}',
    'zeigen|zeigt|zeigten|abgebildet|dargestellt|sehen|erkennen ..4 {sameDe} {personDe}', '{sameDe} {personDe} ..4 zeigen|zeigt|abgebildet|dargestellt|sehen|erkennen', 'ist|sind|war|waren [eindeutig|zweifelsfrei|sicher|wohl] {sameDe} {personDe}', '{pictureDe} [von] derselben|desselben|gleichen {personDe}',
    'es dieselbe|derselbe|diesselbe {personDe}', '{sameDe} {personDe} ist|sind', 'ein und dieselbe|derselbe|denselben|demselben|derselben', 'einen und denselben|demselben', '{personDe} ..7 identisch', 'identisch ..1 mit ..3 {personDe}', 'personenidentisch|personengleich',
    'personenidentitaet|personengleichheit ..3 gegeben|festgestellt|bestaetigt|bewiesen|nachgewiesen|vor|fest|bejaht|besteht', 'identitaet ..7 fest|festgestellt|bewiesen|erwiesen|nachgewiesen|bestaetigt|belegt|gesichert|geklaert|bejaht|feststeht', 'beweist|belegt|bestaetigt|beweisen|bestaetigen|belegen ..2 identitaet',
    '{personDe} ..7 identifiziert', 'identifiziert|identifizierte|identifizieren ..2 {accusedDe}|ihn|{title}', 'eindeutig|zweifelsfrei|sicher|positiv|zweifellos ..2 identifi*|erkannt|wiedererkannt|zugeordnet', 'eindeutige|positive|sichere|zweifelsfreie identifi*', 'als ..3 {accusedDe} identifiziert|erkannt|wiedererkannt',
    'treffer ..2 vor|gefunden|erzielt|bestaetigt|festgestellt', 'ergab|gab|lieferte|erzielte|meldete|fand ..2 treffer', 'uebereinstimmung gefunden|bestaetigt', 'verwechslung ..4 ausgeschlossen|ausgeschlossen', 'niemand anders|anderes|anderer', 'kein anderer|anderes',
    'kann|koennen nur ..2 {accusedDe}|er|sie', 'er|sie ist es', 'ist er|sie es', 'ist|war ..4 der|die {accusedDe}', 'ueberfuehrt|ueberfuehren', 'meldet|ergibt|zeigt|findet|liefert|gab ..2 treffer', 'mit demselben|derselben|denselben {personDe} zu tun', '{personDe} ..4 ist k|q #', 'beide|beiden|alle ..4 zeigen ..1 eine|einen|einzige ..1 {personDe}', '{accusedDe} ..2 der|die taeter|taeterin ist', '{personDe} ..4 ist {title}'
  ],
  unless: [
    'by|from|with|for|against ..1 same {person}', 'by|from one and the same', 'pair|pairs|paare|paaren ..3 same|derselben {person}|{personDe}', 'witness|police|officer|client|letter ..4 say|says|said|state|states|stated|claim|claims|claimed|believe|believes', 'nach angaben|aussage', 'hash|hashes|checksum|sha|sha256|file|files|filename|serial|number|date ..6 match|matches|identical', 'match ..4 hash|checksum|sha|file|serial', 'k # is|ist|show|shows|zeigt ..2 {accused}|{accusedDe}', 'bei k #',
    'examiner|expert|verifier|contact|officer|author|photographer|witness|witnesses {be}', 'gutachter|gutachterin|sachverstaendige|sachverstaendiger|ansprechpartner|zeuge|zeugen|zeugin|zeugen|auftraggeber|fotograf|sachbearbeiter', 'von|durch derselben|dieselbe|demselben|denselben {personDe}',
    'identity|identities|identitaet ..2 examiner|verifier|user|sender|device|camera', '{show} ..3 {person} ..2 same {person}', 'same person who|that took|made|sent|handed|delivered', 'match ..3 frame|frames|resolution|size|format'
  ],
  maySuppose: true,
  why: {
    en: 'It says who a person is. A score is a lead, and a comparison of faces supports a proposition to some degree; it identifies nobody.',
    de: 'Der Satz sagt, wer eine Person ist. Ein Score ist ein Hinweis, und ein Gesichtsvergleich st\u00fctzt eine Annahme in gewissem Grad; er identifiziert niemanden.'
  },
  neutral: {
    en: 'The findings support the same-source proposition to the degree stated in the conclusion.',
    de: 'Die Befunde st\u00fctzen die Annahme gleicher Herkunft in dem Grad, der im Ergebnis genannt ist.'
  }
})
