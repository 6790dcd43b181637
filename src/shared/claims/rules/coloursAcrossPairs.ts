import { ruleOf } from '../rule'

/** Colours are of one pair's scale: those of two pairs can't be compared. */
export const coloursAcrossPairs = ruleOf({
  rule: 'colours-across-pairs',
  phrases: [
    'greener|pinker|bluer|redder|brighter|paler|darker than ..5 pair|comparison|case|map|maps|c', 'more|less|stronger|weaker|fainter|intense|deeper ..2 green|pink|blue|red|colour|color|coloured|colored|colours|colors ..4 than ..5 pair|comparison|case|map|maps|c', 'green|pink|blue|colour|color|colours|colors|map|maps ..4 greener|pinker|stronger|weaker|brighter|fainter|paler|darker|deeper ..1 than ..5 pair|comparison|case|map|c',
    'compared|relative|contrast|comparison with|to ..2 other|another|previous|second|first|c|pair ..9 green|greener|pink|pinker|coloured|colored|colours|colors|colour|brighter', 'green|greener|pink|pinker|coloured|colored|colours|colors ..8 than|as ..3 other|another|previous|second|first pair|comparison|case|map', 'glow|glows|shine|shines ..3 than', 'c # ..3 green|pink|blue|colour|colours|map ..3 deeper|stronger|paler|weaker|brighter than', 'mehr|weniger gruen|rosa|blau|farbe ..5 als', 'colours|colors|colour|color ..4 both pairs|comparisons|cases', 'same|similar colours|colors|colour|green|pink as|in ..4 pair|comparison|c',
    'gruener|pinker|rosiger|blauer|roter|blasser|kraeftiger|intensiver|heller|dunkler|staerker als ..5 paar|paars|paares|vergleich|fall|karte|c|anderen', 'gruen|rosa|farbe|farben|faerbung|karte ..5 gruener|kraeftiger|intensiver|blasser|staerker|schwaecher|heller|dunkler [gefaerbt] als ..5 paar|vergleich|fall|karte|c', 'im vergleich zu|mit ..3 c|paar|fall|karte|anderen ..9 gruener|rosiger|farbe|farben|gefaerbt|kraeftiger|blasser|intensiver',
    'gegenueber ..3 c|paar|vergleich|karte ..8 gruener|farbe|farben|gefaerbt|kraeftiger|blasser', 'gefaerbt als ..5 paar|vergleich|fall|karte|c', 'gleiche|gleichen|dieselben farben ..5 paar|paare|vergleich|vergleichen|c'
  ],
  unless: [],
  maySuppose: false,
  why: {
    en: 'It compares colours of two pairs. Each pair\u2019s maps have a scale of their own, so that the same colour means different things.',
    de: 'Der Satz vergleicht Farben zweier Paare. Die Karten jedes Paares haben ihre eigene Skala, so dass dieselbe Farbe Verschiedenes bedeutet.'
  },
  neutral: {
    en: 'Within this pair, the colours show where the score of the model is sensitive.',
    de: 'Innerhalb dieses Paares zeigen die Farben, wo der Score des Modells empfindlich ist.'
  }
})
