/** Lists that phrases name as {list}. Folded spelling: lower case, ae oe ue ss, no apostrophes. */
const accused = 'suspect|suspects|accused|burglar|shooter|attacker|assailant|gunman|defendant|defendants|offender|offenders|perpetrator|perpetrators|culprit|culprits|robber|thief'
const beschuldigte = 'beschuldigte|beschuldigten|beschuldigter|tatverdaechtige|tatverdaechtigen|verdaechtige|verdaechtigen|verdaechtiger|angeklagte|angeklagten|angeklagter|taeter|taeters|taeterin|gesuchte|gesuchten|angeschuldigte|angeschuldigten'

export const words: Readonly<Record<string, string>> = {
  accused,
  person: `person|persons|people|man|men|woman|women|individual|individuals|subject|subjects|boy|girl|male|female|guy|human|driver|passenger|${accused}`,
  title: 'mr|mrs|ms|miss|herr|herrn|frau|hrn|fr',
  be: 'is|are|was|were|be|been|being',
  show: 'show|shows|showing|shown|depict|depicts|portray|portrays|represent|represents|picture|pictures|display|displays|feature|features|contain|contains',
  face: 'face|faces|facial|eye|eyes|nose|noses|nasal|mouth|mouths|lip|lips|chin|chins|jaw|jaws|ear|ears|eyebrow|eyebrows|brow|brows|forehead|cheek|cheeks|pupil|pupils|pupillary|head',
  feature: 'eye|eyes|nose|noses|mouth|chin|ear|ears|eyebrow|eyebrows|brows|forehead|cheek|cheeks|scar|scars|mole|moles|tattoo|beard|moustache|glasses|wrinkles|jaw|lips',
  measure: 'distance|distances|ratio|ratios|proportion|proportions|measurement|measurements|measure|measures|dimension|dimensions|angle|angles|spacing|indices|index|width|widths|length|lengths|height|heights',
  agree: 'match|matches|matched|matching|agree|agrees|agreed|coincide|coincides|correspond|corresponds|equal|equals|identical|same|support|supports|supporting|prove|proves|confirm|confirms|establish|establishes|indicate|indicates|demonstrate|demonstrates|consistent',
  map: 'map|maps|heatmap|heatmaps|overlay|overlays|explanation|explanations|visualisation|visualization|saliency|contribution|contributions',
  colour: 'green|pink|blue|vermilion|red|purple|coloured|colored|colour|color|colours|colors|highlighted',
  prove: 'prove|proves|proved|proving|proven|demonstrate|demonstrates|demonstrated|confirm|confirms|confirmed|establish|establishes|established|evidence|evidences|verify|verifies|proof',
  chance: 'probability|likelihood|chance|chances|odds|certainty|probabilities',
  standard: 'iso|iec|din|en|astm|enfsi|fiswg|osac|swgde|nist|icao|daubert|frye|gdpr|standard|standards|guideline|guidelines|17025|17020|27037|19795|21043',
  personDe: `person|personen|mann|mannes|maenner|frau|frauen|mensch|menschen|betroffene|betroffenen|fahrer|fahrers|fahrerin|abgebildete|abgebildeten|${beschuldigte}`,
  accusedDe: beschuldigte,
  sameDe: 'dieselbe|derselbe|dasselbe|denselben|demselben|dieselben|derselben|desselben|selbe|selben|gleiche|gleichen|nicht-verschiedene|identische|identischen',
  pictureDe: 'bild|bilder|bildern|aufnahme|aufnahmen|foto|fotos|lichtbild|lichtbilder|lichtbildern|fotografien|gesichter',
  faceDe: 'gesicht|gesichts|gesichter|auge|augen|augenpartie|nase|nasen|mund|mundes|lippe|lippen|kinn|kinns|kiefer|ohr|ohren|augenbraue|augenbrauen|stirn|wange|wangen|kopf|pupillen',
  featureDe: 'auge|augen|augenpartie|nase|nasen|mund|mundes|kinn|ohr|ohren|augenbraue|augenbrauen|stirn|wange|wangen|narbe|narben|muttermal|taetowierung|bart|brille|falten',
  agreeDe: 'stimmt|stimmen|uebereinstimmt|uebereinstimmen|uebereinstimmend|uebereinstimmung|gleich|identisch|deckungsgleich|entspricht|entsprechen|belegt|belegen|beweist|beweisen|bestaetigt|bestaetigen|stuetzt|stuetzen|passt|passen',
  proveDe: 'beweist|beweisen|bewiesen|beweis|belegt|belegen|bestaetigt|bestaetigen|nachgewiesen|zweifelsfrei',
  mapDe: 'karte|karten|heatmap|heatmaps|waermekarte|waermebild|erklaerung|erklaerungskarte|farbkarte|visualisierung',
  colourDe: 'gruene|gruenen|gruener|gruenes|gruen|rosa|pinke|pinken|blaue|blauen|blau|gefaerbte|gefaerbten|farbige|farbigen|eingefaerbte|eingefaerbten|markierte|markierten',
  standardDe: 'norm|normen|standard|standards|richtlinie|richtlinien|leitlinie|leitlinien|leitfaden|iso|iec|din|en|enfsi|fiswg|astm|osac|agib|17025|17020|27037|19795|anforderungen',
  rateDe: 'fehlerquote|fehlerrate|falschtrefferrate|falschtrefferquote|falschakzeptanzrate|falschrueckweisungsrate|irrtumswahrscheinlichkeit|fehlerwahrscheinlichkeit|fmr|fnmr|far|frr',
  rate: 'rate|rates|fmr|fnmr|far|frr|probability'
}
