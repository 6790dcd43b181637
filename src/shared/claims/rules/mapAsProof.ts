import { ruleOf } from '../rule'

/** A map shows where the model's score is sensitive: neither proof nor cause. */
export const mapAsProof = ruleOf({
  rule: 'map-as-proof',
  phrases: [
    '{map} ..3 {prove}', '{map} ..2 show|shows|indicate|indicates that ..6 same|identical|match|matches|agree|different', '{colour} ..5 {prove}', '{colour} ..4 mean|means|show|shows that ..6 same|identical|different|agree', 'because|since ..5 {feature}|{map}|area|areas|region|regions {be} ..1 {colour}', 'because of the {colour}', 'colours|colors|colour|colouring|map|maps|overlay ..1 tell|tells|prove|proves [us] that', '{feature} ..4 {colour} ..5 must [therefore] be', 'model|network|algorithm|software ..2 based its ..3 on', 'decisive|crucial for the ..1 model|network|score|decision',
    'model|network|algorithm|software|system|decision|similarity|score ..7 because|due|owing [of|to] [the|his|her|their|both] ..1 {feature}', 'model|network|algorithm|software|system|decision|score {be} ..2 caused|explained|determined|based ..2 {feature}', '{feature} {be} ..1 the reason|cause', '{feature} cause|causes|caused|explain|explains the ..2 score|decision|similarity',
    'seen|evident|clear|obvious from|in|by the ..1 {colour}|{map}', '{colour} ..5 so|therefore|thus|hence ..4 same|identical|match|{person}', '{colour} ..2 area|areas|region|regions|parts ..2 {be} ..1 identical|same|different', 'according to the ..1 {map} ..6 same|identical|match|different', 'model recognised|recognized|recognises|recognizes ..3 {person}|{feature}',
    '{mapDe} ..4 {proveDe}', '{mapDe} ..2 zeigt dass ..7 gleich|identisch|uebereinstimm*|{sameDe}|verschieden', '{colourDe} ..3 {proveDe}', 'weil ..4 {featureDe} ..2 {colourDe} ist|sind', 'wegen der {colourDe}', 'ausschlaggebend|entscheidend|massgeblich fuer ..2 modell|score|entscheidung|software|netz', 'farben|karte|karten|farbe zeigen|zeigt ..3 uebereinstimm*|gleichheit|aehnlichkeit', 'modell|netz|algorithmus|software|programm|entscheidung|score ..4 wegen ..3 {featureDe}', 'modell|netz|algorithmus|software|entscheidung|score ..6 weil ..4 {featureDe}',
    '{featureDe} ist|sind|war ..1 der|die grund|ursache', '{featureDe} ist|sind ursache|ursaechlich', '{colourDe} ..2 bereiche|bereich|stellen|flaechen ..2 bedeuten|zeigen|sind ..5 gleich|identisch|uebereinstimm*', 'wie ..3 {mapDe}|{colourDe} ..3 zeigt|zeigen ..6 gleich|identisch|{sameDe}'
  ],
  unless: ['because|due|owing ..4 resolution|pose|light|lighting|blur|quality|occlusion|compression|shadow', 'wegen ..3 aufloesung|haltung|beleuchtung|unschaerfe|verdeckung|schatten', 'score {be} sensitive', 'score ..1 empfindlich'],
  maySuppose: false,
  why: {
    en: 'It takes a map for a proof or a cause. A map shows where the score of the model is sensitive; it does not show that features agree, nor why.',
    de: 'Der Satz nimmt eine Karte als Beweis oder Ursache. Eine Karte zeigt, wo der Score des Modells empfindlich ist; sie zeigt weder, dass Merkmale gleich sind, noch warum.'
  },
  neutral: {
    en: 'The map shows where the score of the model is sensitive; whether the features agree was judged by eye.',
    de: 'Die Karte zeigt, wo der Score des Modells empfindlich ist; ob die Merkmale \u00fcbereinstimmen, wurde mit dem Auge beurteilt.'
  }
})
