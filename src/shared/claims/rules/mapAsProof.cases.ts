import type { RuleCases } from '../ruleCases'

export const cases: RuleCases = {
  claims: [
    'The map proves that the noses are alike.', 'The score is high because the nose is green.', 'The overlay confirms the identity.', 'The green areas prove that the eyes agree.', 'The map shows that the mouths are identical.', 'The decision was caused by the scar.', 'The score is low because of the beard.', 'The explanation is evidence of a common source.', 'It is evident from the map that they are alike.', 'The eyebrows are the reason for the score.',
    'Die Karte belegt die Gleichheit der Ohren.', 'Die gr\u00fcnen Bereiche beweisen es.', 'Weil die Nase gr\u00fcn ist, ist der Score hoch.', 'Das Modell entschied wegen der Augenbrauen so.', 'Die Narbe ist der Grund f\u00fcr den Score.', 'Die W\u00e4rmekarte best\u00e4tigt das.'
  ],
  harmless: [
    'The map shows where the score is sensitive.', 'A map is no proof.', 'The map does not prove that the noses are alike.', 'The nose is green in the combined map.', 'The score is low because of the pose of the chin.', 'The pink area lies around the mouth.', 'The man wears a green jacket.', 'The hair is dyed red.', 'The map can\u2019t be read as a cause.', 'The map and the checklist agree on the nose.',
    'Die Karte ist kein Beweis.', 'Die Karte zeigt, wo das Modell empfindlich ist.', 'Die Nase ist in der Karte gr\u00fcn.', 'Der Score ist wegen der Haltung niedrig.'
  ]
}
