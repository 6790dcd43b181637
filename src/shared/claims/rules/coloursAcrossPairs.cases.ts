import type { RuleCases } from '../ruleCases'

export const cases: RuleCases = {
  claims: [
    'The nose is greener than in comparison C-2.', 'C-1 is greener than C-3.', 'The map is more green than that of the other pair.', 'Compared to C-2, the eyes are coloured more strongly.', 'The pink is stronger than in the other map.', 'The colours of both pairs are alike.', 'Die Nase ist gr\u00fcner als in C-2.', 'Im Vergleich zu C-2 sind die Farben kr\u00e4ftiger.', 'Die Karte ist intensiver als beim anderen Paar.'
  ],
  harmless: [
    'The nose is greener than the chin.', 'The left eye is pinker than the right one.', 'Colours of two pairs must not be compared.', 'C-2 has a scale of its own.', 'The second photo is brighter than the first.', 'Compared with Q-1, the hair in K-1 is darker.', 'Die Nase ist gr\u00fcner als das Kinn.', 'Die Farben zweier Paare sind nicht vergleichbar.', 'Die zweite Aufnahme ist heller als die erste.'
  ]
}
