import { ruleOf } from '../rule'

/** No error rate finer than the calibration set supports: 3000 impostor pairs without an error give FMR < 0.1 % at 95 %. */
export const errorRate = ruleOf({
  rule: 'error-rate',
  phrases: [
    'error|mistake|fault free', 'free of|from ..1 error|errors|mistakes', 'errorless|faultless|flawless|flawlessly|infallible|infallibly|foolproof|unerring|unerringly', 'fool proof', 'not ever wrong|mistaken', 'never ..2 wrong|err|errs|erred|mistaken|fails|fail|failed|mistake|mistakes|error|errors', 'always ..1 right|correct|accurate',
    'does|do|did|can not make ..2 mistake|mistakes|error|errors', 'doesnt|cannot|cant make ..2 mistake|mistakes|error|errors', 'makes|make|made no mistake|mistakes|error|errors', 'cannot|cant [possibly] be wrong|mistaken|deceived|fooled', 'cannot|cant err|fail', 'no|zero false match|matches|positive|positives|accept|accepts|alarms', '0|0.0|0,0 % ..1 false|error|errors',
    'error|errors|match|positive|accept|mistake ..3 {be} [at|practically|virtually|effectively|below] zero|0|nil|impossible|excluded', 'error|errors|mistake|mistakes|positives|matches ..2 be ruled|excluded out', 'errors|error|mistakes|mistake|positives|matches can|could [safely] be excluded', 'rules|ruled out ..2 error|errors|mistake|false', 'false positives|matches ..3 excluded|impossible|ruled',
    'one|1|# in|of|to [a|one|several|#] million|millions|billion|billions|trillion', 'one|1 in|of #>1000', 'rate|rates|fmr|far|fmr|error ..6 #<0.03 %', 'rate|fmr|far ..3 #<0.0003', 'error|errors|mistake|mistakes|matches ..6 out of the question', 'right|correct every time', 'once in ..2 million|millions|billion', 'zufaellige|zufaelligen|zufallstreffer ..5 nie|niemals|ausgeschlossen|unmoeglich', 'one|1|# in|of|to ..1 million|millions|billion|trillion', 'rate|rates ..6 {be} zero|nil|0', '100|hundred % reliable|accurate|correct|certain|accuracy|reliability|safe|precise|precision', 'absolutely|completely|totally|perfectly|fully|entirely reliable|accurate|certain|correct',
    'fehlerfrei|fehlerfreie|fehlerfreien|fehlerfreies|fehlerfreier|fehlerlos|fehlerlose|unfehlbar|unfehlbare|unfehlbares|unfehlbaren|irrtumsfrei', 'irrtum|irrtuemer|fehler|falschtreffer|fehlentscheidungen ..3 ausgeschlossen|unmoeglich|ausschliessen|ausgeschlossen', '{rateDe} ..4 null|0|0.0|0,0', '{rateDe} ..6 #<0.03 %', '{rateDe} ..4 #<0.0003', '{rateDe} ..6 million|millionen|milliarde|milliarden',
    'nie|niemals ..1 falsch|irrt|fehler|geirrt', 'macht|machte|begeht ..1 keine|keinen ..1 fehler', 'irrt|irrte sich nie|niemals|nicht', '100 % ..1 zuverlaessig|sicher|genau|korrekt|treffsicher|zuverlaessigkeit|genauigkeit', 'hundertprozentig|hundertprozentige|hundertprozentiger|hundertprozentigen', 'einer|eins|1|eine zu|unter|von|auf [einer|eine] million|millionen|milliarde|#>1000', 'absolut|vollkommen|voellig zuverlaessig|sicher|fehlerfrei'
  ],
  unless: ['no false match|matches ..6 calibration|pairs|observed|occurred|test', '{be} ..1 observed|counted ..6 pairs', 'on|in|among ..4 calibration', 'pixel|pixels|megapixel', 'pictures|photos|images|faces|identities million'],
  maySuppose: true,
  why: {
    en: 'It claims fewer errors than the calibration set can show: without a single error in n pairs, the rate is known only to be below about 3/n (0.1 % for 3000 pairs, at 95 %).',
    de: 'Der Satz behauptet weniger Fehler, als die Kalibrierung zeigen kann: Ohne einen einzigen Fehler bei n Paaren ist nur bekannt, dass die Rate unter etwa 3/n liegt (0,1 % bei 3000 Paaren, mit 95 %).'
  },
  neutral: {
    en: 'The error rates on the calibration set are stated in this report with their 95 % intervals.',
    de: 'Die Fehlerraten der Kalibrierung sind in diesem Bericht mit ihren 95-%-Intervallen genannt.'
  }
})
