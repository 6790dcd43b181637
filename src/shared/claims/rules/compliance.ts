import { ruleOf } from '../rule'

/** "Structured after", never "compliant with". */
export const compliance = ruleOf({
  rule: 'compliance',
  phrases: [
    '{standard} [#] ..2 compliant|compliance|conform|conformity|conformant|certified|certification|accredited|accreditation|approved', 'compliant|complies|comply|complied|complying|compliance|conforms|conform|conformity|conformance|conformant with|to ..4 {standard}|requirements|regulations|law', 'in accordance|conformity|compliance|line|agreement with ..4 {standard}',
    'according|pursuant to ..3 iso|iec|din|astm|enfsi|fiswg|osac|standard|standards', 'meet|meets|met|satisfy|satisfies|fulfil|fulfils|fulfill|fulfills|follows|follow|adheres|adhere [to] ..4 {standard}', 'certified|accredited|licensed|authorised|authorized for|by|under|to|as|method|methods|software|tool|laboratory|procedure|program',
    'officially approved|recognised|recognized|validated', 'court admissible|admissibility|proven|proof|ready|approved|accepted|tested|safe', 'courtproof', 'admissible ..2 court|courts|evidence|proceedings|trial', 'admissible as', 'legally admissible|valid|binding|sound|accepted', 'accepted|recognised|recognized|admitted|approved by|in|before ..2 court|courts|judges', 'court|courts ..4 accept|accepts|accepted|admit|admits|admitted', 'haelt ..5 gericht*|ueberpruefung ..3 stand', 'stand|stands|hold|holds up in court',
    'forensically validated|proven|certain|approved|certified', 'forensic accreditation|certification', 'validated|approved ..3 forensic|court', 'daubert|frye ..2 compliant|proof|standard',
    'gerichtsfest|gerichtsfeste|gerichtsfester|gerichtsfestes|gerichtsfesten|gerichtsverwertbar|gerichtsverwertbare|gerichtsverwertbares|gerichtstauglich|gerichtsbestaendig|beweissicher|rechtssicher|revisionssicher', '*konform|*konforme|*konformes|*konformer|*konformen|normgerecht|normgerechte|*konformitaet', 'entspricht|entsprechen|erfuellt|erfuellen|einhaltung|eingehalten|entsprechend|befolgt ..4 {standardDe}',
    '{standardDe} ..4 eingehalten|erfuellt|befolgt', 'nach|gemaess|laut [der|den] [norm|standard|richtlinie|leitlinie|leitfaden] iso|din|enfsi|fiswg|astm|iec|agib|17025', 'in uebereinstimmung mit ..4 {standardDe}', 'akkreditiert|akkreditierte|akkreditierten|akkreditiertes|zertifiziert|zertifizierte|zertifiziertes|zertifizierten|akkreditierung ..1', 'vor|von|bei gericht|gerichten ..2 verwertbar|zugelassen|anerkannt|bestand|akzeptiert|standhalten|verwendbar',
    'als beweis|beweismittel zugelassen|zulaessig|anerkannt|verwertbar', 'gerichtlich anerkannt|zugelassen|verwertbar|anerkanntes'
  ],
  unless: ['certified copy|copies|translation', 'copy|copies|translation ..3 certified', 'structured|modelled after|on', 'angelehnt|in anlehnung', 'conform*|complies|entspricht ..3 hash|original|bilde|datei'],
  maySuppose: true,
  why: {
    en: 'It claims compliance, accreditation or admissibility. No program and no report can grant itself either; whether it is admitted is for the court to say.',
    de: 'Der Satz behauptet Normkonformit\u00e4t, Akkreditierung oder Verwertbarkeit. Kein Programm und kein Bericht kann sich das selbst zusprechen; \u00fcber die Verwertung entscheidet das Gericht.'
  },
  neutral: {
    en: 'The examination is structured after the openly readable practice of the field.',
    de: 'Die Untersuchung ist an die offen lesbare Praxis des Fachs angelehnt.'
  }
})
