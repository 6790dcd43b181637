import type { RuleCases } from '../ruleCases'

export const cases: RuleCases = {
  claims: [
    'The report is ISO 17025 compliant.', 'The examination complies with the FISWG guidelines.', 'This evidence is admissible in court.', 'The software is court-proven.', 'The method meets the ENFSI standards.', 'The program is accredited for this purpose.', 'The procedure conforms to ASTM E3149.', 'The comparison follows the standard of OSAC.', 'The tool is officially approved.', 'It is forensically validated.', 'Compliance with ISO/IEC 19795 was ensured.',
    'Das Gutachten ist gerichtsfest.', 'Die Methode ist normkonform.', 'Das Verfahren ist nach ISO 17025 akkreditiert.', 'Die Untersuchung erf\u00fcllt die Anforderungen der ENFSI.', 'Der Bericht ist vor Gericht verwertbar.', 'Das Programm ist als Beweismittel zugelassen.', 'Die Pr\u00fcfung erfolgte gem\u00e4\u00df ISO/IEC 17025.'
  ],
  harmless: [
    'The checklist is structured after the readable parts of FISWG.', 'No compliance with a standard is claimed.', 'The court decides what is admissible.', 'The certified copy of the letter is in the file.', 'The program is not certified.', 'The standard of the pictures is poor.', 'The photo conforms to the original by its hash.', 'The method is described in METHODS.md.', 'The deviation is within one standard deviation.',
    'Das Vorgehen ist an den ENFSI-Leitfaden angelehnt.', '\u00dcber die Zulassung entscheidet das Gericht.', 'Eine Akkreditierung wird nicht behauptet.', 'Die Datei entspricht dem Original.'
  ]
}
