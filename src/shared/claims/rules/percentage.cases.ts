import type { RuleCases } from '../ruleCases'

export const cases: RuleCases = {
  claims: [
    'A 98 % match.', 'The probability that they are the same person is high.', 'The system reports a similarity of 87 %.', 'I am 99% certain that it is him.', 'The probability of identity is 0.97.', 'It is very likely the same person.', 'The score of 62 % speaks for itself.', 'The faces match with 95 percent.', 'There is a ninety % chance.', 'The likelihood of a match is large.',
    'Identity: 99.9 per cent.', 'There is a strong likelihood that he is the offender.', 'They are probably the same person.', 'This can be said with near certainty.', 'The faces are 98\u00a0% identical.',
    'Mit 99-prozentiger Wahrscheinlichkeit handelt es sich um dieselbe Person.', 'Die \u00c4hnlichkeit betr\u00e4gt 87 %.', 'Die Gesichter stimmen zu 95 % \u00fcberein, \u00dcbereinstimmung 95 %.', 'Mit hoher Wahrscheinlichkeit ist es dieselbe Person.', 'Vermutlich ist es dieselbe Person.', 'Eine 98%ige \u00dcbereinstimmung.', 'Mit an Sicherheit grenzender Wahrscheinlichkeit.'
  ],
  harmless: [
    'No probability is stated.', 'The score is not a percentage.', 'A cosine of 0.62 is no 62 % match.', 'The FMR is 0.1 % at 95 % confidence.', 'The interval covers 0.02 to 0.31 %.', 'About 40 % of the face is hidden.', 'The overlay was shown at 80 % opacity.', 'The false match rate is 0.1 %.', 'The likelihood ratio is not computed.', 'JPEG quality 85 %',
    'It is likely that the light came from the left.', 'A change of hair style is probable.', 'The person is probably wearing a hat.', 'There is a chance of motion blur.', 'The decision flips in 12 % of the perturbations.', 'Es wird keine Wahrscheinlichkeit der Identit\u00e4t genannt.', 'Etwa 30 % der Stirn sind verdeckt.', 'Wahrscheinlich wurde das Bild beschnitten.', 'Die Deckkraft betr\u00e4gt 80 %.'
  ]
}
