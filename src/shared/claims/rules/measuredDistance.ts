import { ruleOf } from '../rule'

/** No conclusion from distances or ratios measured on a face in a photo. */
export const measuredDistance = ruleOf({
  rule: 'measured-distance',
  phrases: [
    '{measure} ..5 {face} ..8 {agree}', '{face} ..2 {measure} ..8 {agree}', 'interpupillary|intereye|interocular|intercanthal ..2 {measure} ..8 {agree}', 'photoanthropometr*|anthropometr*|photogrammetr* ..8 {agree}', 'photo anthropometr* ..8 {agree}', 'same|equal|identical ..2 {measure} ..3 {face}', 'same|equal|identical facial {measure}',
    'measured {measure} ..8 {agree}', '{face} {be} ..2 same distance|length|width|height', '{face} {be} equally far apart', '{face} have|has ..1 same|equal|identical {measure}', 'measur* ..4 {face} ..6 {agree}', 'facial landmarks ..6 coincide|match|agree', '{agree} ..4 {measure} between|of ..2 {face}', 'golden ratio', '{face} ..8 exactly|equally|just as|so wide|long|high|broad|far', '{face} ..8 exactly|equally wide|long|high|broad|far', 'measured ..2 {face} ..10 same|equal|identical|ratio|ratios', '{faceDe} ..7 gleich lang|breit|hoch|weit', '*abstaende|*verhaeltnisse|streckenverhaeltnisse ..1 decken|gleichen',
    'augenabstand|pupillenabstand|nasenlaenge|mundbreite|gesichtshoehe|gesichtsbreite|gesichtsproportionen ..8 {agreeDe}', 'abstand|abstaende|verhaeltnis|verhaeltnisse|proportion|proportionen|winkel|masse|messung|messungen|vermessung|streckenverhaeltnisse ..8 {faceDe} ..8 {agreeDe}', '{faceDe} ..3 abstand|abstaende|verhaeltnis|proportionen|masse ..8 {agreeDe}',
    'verhaeltnis von *laenge|*breite|*hoehe|*abstand ..6 {agreeDe}', 'verhaeltnis der *laenge|*breite|*hoehe ..6 {agreeDe}', 'gemessen* ..3 *abstand|*abstaende|proportionen|masse ..6 {agreeDe}', 'gleiche|gleichen|identische|identischen proportionen|abstaende|masse|streckenverhaeltnisse', 'anthropometrisch* ..6 {agreeDe}', 'proportionen ..4 {faceDe} ..4 messbar'
  ],
  unless: ['distance|abstand ..3 threshold|schwelle|camera|kamera|cosine|lens', 'likelihood ratio', 'aspect ratio', 'seitenverhaeltnis', 'focal length', '{measure} of ..1 image|picture|photo|file', 'depth of field', '{measure} of ..3 threshold|score'],
  maySuppose: false,
  why: {
    en: 'It concludes from distances or ratios measured on a face. In photos they change with pose, lens and distance by more than people differ.',
    de: 'Der Satz folgert aus Abst\u00e4nden oder Verh\u00e4ltnissen, die am Gesicht gemessen sind. Auf Fotos \u00e4ndern sie sich mit Haltung, Objektiv und Entfernung st\u00e4rker, als Menschen sich unterscheiden.'
  },
  neutral: {
    en: 'The form and position of the features were looked at by eye; nothing is concluded from lengths or angles in the pictures.',
    de: 'Form und Lage der Merkmale wurden mit dem Auge betrachtet; aus L\u00e4ngen oder Winkeln in den Bildern wird nichts gefolgert.'
  }
})
