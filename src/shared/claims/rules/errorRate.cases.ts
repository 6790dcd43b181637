import type { RuleCases } from '../ruleCases'

export const cases: RuleCases = {
  claims: [
    'The method is error-free.', 'The system is never wrong.', 'It has 0 % false matches.', 'Such an error occurs once in a million, that is one in a million.', 'The software is infallible.', 'No false matches are possible with it.', 'It is 100 % accurate.', 'Errors can be excluded.', 'The false match rate is 0.0001 %.', 'The FMR is 0.', 'The model makes no mistakes.', 'The error rate is zero.', 'The result is absolutely reliable.', 'One in 10,000 is the rate of error.', 'The system cannot be wrong.',
    'Das System irrt nie, es ist fehlerfrei.', 'Die Fehlerrate betr\u00e4gt 0 %.', 'Fehler sind ausgeschlossen.', 'Die Methode ist 100 % zuverl\u00e4ssig.', 'Die Falschtrefferrate liegt unter 0,001 %.', 'Es ist hundertprozentig sicher.', 'Der Fehler ist eins zu einer Million.'
  ],
  harmless: [
    'The FMR is below 0.1 % at 95 % confidence.', 'No false match was observed in the calibration set.', 'No method is free of errors.', 'It can\u2019t be said that the method is infallible.', 'The method is not error-free.', 'Errors cannot be excluded.', 'False matches can never be ruled out.', 'The FNMR is 2.1 % (95 % interval 1.5 to 2.9 %).', 'The photo has 12 million pixels.', 'No verification error was found.', 'The picture is free of artefacts.',
    'Die FMR liegt mit 95 % Vertrauen unter 0,1 %.', 'Kein Verfahren ist fehlerfrei.', 'Fehler sind nicht ausgeschlossen.', 'Ein Fehler kann nicht ausgeschlossen werden.', 'Die Hashwerte wurden ohne Fehler gepr\u00fcft.'
  ]
}
