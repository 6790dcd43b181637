import type { RuleCases } from '../ruleCases'

export const cases: RuleCases = {
  claims: [
    'The man in the video is the same person as the suspect.', 'Q-1 and K-1 show the same person.', 'He was identified as the accused.', 'This is a positive identification.', 'A match was found.', 'Match found!', 'It is him.', "It's her.",
    'These photos depict one and the same woman.', 'Q-1 and K-1 are identical.', 'The probe gave a hit.', 'THE SAME PERSON IS SHOWN: IT IS THE SAME PERSON.', 'This is the same\nperson as on K-1.', 'This is the same\u00a0person.', 'This is the same per\u00adson.', 'This is the sa\u200bme person.',
    'This is the s\u0430me p\u0435rson.', 'This is the \uff53\uff41\uff4d\uff45 person.', 'This is the same per-\nson as on K-1.', 'Without any doubt, it is the same man.', 'There is no question that this is the same man.', 'It is not a different person.', 'He is none other than the accused.', 'The examiner confirms the identity of the man shown.',
    'The suspect is the person depicted in Q-1.', 'The nose is similar, and it is the same person.', 'The image is not sharp, but it is the same person.', 'They are identical persons.', 'We positively identified him.', 'The man is not only similar, he is the same person.', 'Dr. Smith says it is the same person.',
    'Es handelt sich um dieselbe Person.', 'Es handelt sich bei der Person auf Q-1 um den Beschuldigten.', 'Die Person wurde eindeutig identifiziert.', 'Beide Bilder zeigen dieselbe Person.', 'Auf den Fotos ist ein und dieselbe Person abgebildet.', 'Der T\u00e4ter wurde als der Beschuldigte erkannt.',
    'Die Identit\u00e4t ist bewiesen.', 'Ein Treffer wurde erzielt, der Treffer liegt vor.', 'Der Mann auf Q-1 ist der T\u00e4ter.', 'Die beiden Personen sind identisch.', 'ES HANDELT SICH UM DIESELBE PERSON.', 'Es besteht kein Zweifel, dass es sich um dieselbe Person handelt.', 'Die Person ist zweifelsfrei identifiziert.', 'Er ist es.',
    'Es ist dieselbe Per\u00adson.', 'Die Identita\u0308t steht fest.', 'Die Identitaet steht fest.', 'Die Aufnahmen sind unscharf, aber es ist dieselbe Person.'
  ],
  harmless: [
    'It cannot be called the same person.', 'Whether it is the same person is for the court to decide.', 'The same-source proposition is supported.', 'Same person / different persons', 'The findings moderately support the same source', 'The score supports the same-source proposition.', 'The proposition is that Q-1 and K-1 show the same person.',
    'If this is the same person, the scar must have faded.', 'The photos were taken by the same person.', 'Both exhibits were received from the same person.', 'No identification was made.', 'A positive identification is not possible.', 'The hash matches the one on record.', 'The file name is identical to that in the letter.',
    'The request asks: \u201cIs the man in Q-1 the same person as K-1?\u201d', 'The letter states \u201cthe suspect has been identified as the offender\u201d.', 'Is it the same person?', 'The person in K-1 is the suspect.', 'K-1 shows the suspect at the police station.', 'The exhibit is identified by its number.', 'This does not identify anybody.',
    'The examiner is Mr Jones.', 'The same lamp is seen in both pictures.', 'It is neither a match nor an identification.', 'The same person may look different in other light.', 'The match of the frame sizes is by chance.', 'The subject is seen from the left.', 'One person is seen in each picture.',
    'Ob es sich um dieselbe Person handelt, bleibt offen.', 'Es kann nicht gesagt werden, dass es sich um dieselbe Person handelt.', 'Eine Identifizierung wurde nicht vorgenommen.', 'Die Annahme lautet, dass beide Bilder dieselbe Person zeigen.', 'Die Identit\u00e4t steht nicht fest.', 'Das Foto wurde von derselben Person aufgenommen.',
    'Bei K-1 handelt es sich um den Beschuldigten.', 'Laut Schreiben vom 3. Mai wurde \u201eder T\u00e4ter eindeutig identifiziert\u201c.', 'Die Gutachterin ist Frau Dr. Meier.', 'Ein Treffer liegt nicht vor.', 'Handelt es sich um dieselbe Person?', 'Es l\u00e4sst sich keine Person identifizieren.', 'Der Vergleich wurde von Dr. Meier, z. B. anhand der Ohren, gef\u00fchrt.'
  ]
}
