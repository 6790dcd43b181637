import type { RuleCases } from '../ruleCases'

export const cases: RuleCases = {
  claims: [
    'The distance between the eyes is the same in both pictures.', 'The ratio of nose width to mouth width agrees.', 'The facial proportions match.', 'Anthropometric measurements support the same source.', 'The measured distances coincide.', 'The eyes are equally far apart.', 'The interpupillary distance is identical.', 'The ears have the same length.', 'Measuring the nose confirms this, the nose length is equal.',
    'Der Abstand der Augen ist gleich.', 'Die Gesichtsproportionen stimmen \u00fcberein.', 'Die gemessenen Abst\u00e4nde entsprechen einander.', 'Das Verh\u00e4ltnis von Augenabstand zu Nasenl\u00e4nge ist identisch.', 'Der Augenabstand passt zu K-1.'
  ],
  harmless: [
    'The distance between the eyes is 48 pixels.', 'The distance of the score to the threshold is the same as before.', 'The aspect ratio of both pictures is the same.', 'The distance from the camera is the same.', 'No distances on the face were measured.', 'The nose is long and narrow in both.', 'The dimensions of the image match the record.', 'Proportions of the face can\u2019t be compared at this angle.', 'The head is turned by an angle of about 30 degrees.',
    'Der Abstand zur Schwelle betr\u00e4gt 0,12.', 'Das Seitenverh\u00e4ltnis beider Bilder ist gleich.', 'Abst\u00e4nde im Gesicht wurden nicht gemessen.', 'Der Augenabstand ist mit 30 Pixeln klein.'
  ]
}
