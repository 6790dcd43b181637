import type { ReportLanguage } from '../../../shared/domain/claims'
import type { Component } from '../../../shared/domain/checklist'
import type { Opinion } from '../../../shared/domain/opinion'
import { de as german } from '../../reports/texts/de'

const en = {
  title: 'Title of the case',
  purpose: 'Purpose of the case',
  notes: 'Notes on the case',
  notesOn: (exhibit: string): string => `Notes on ${exhibit}`,
  source: (exhibit: string): string => `Source of ${exhibit}`,
  override: (face: string, exhibit: string): string => `Reason to use ${face} of ${exhibit}`,
  version: (version: number, comparison: string): string => `Reason for version ${version} of ${comparison}`,
  annotation: (number: number, comparison: string): string => `Annotation ${number} of ${comparison}`,
  checklist: (comparison: string): string => `Checklist of ${comparison}`,
  note: (component: Component): string => `note on ${component}`,
  cause: (component: Component): string => `cause at ${component}`,
  conclusion: (comparison: string): string => `Conclusion of ${comparison}`,
  level: 'level',
  same: 'same source',
  different: 'different sources',
  rationale: 'rationale',
  opinion: (role: Opinion['role'], comparison: string, by: string): string => `${role === 'first' ? 'First' : 'Second'} opinion on ${comparison} (${by})`,
  itsChecklist: 'checklist',
  withdrawing: 'reason for withdrawing'
}

/** What the places are called where words of people stand; the window finds them again by it (claimPlace.ts). */
export type PlaceWords = typeof en

const de: PlaceWords = {
  title: 'Titel des Falls',
  purpose: 'Auftrag des Falls',
  notes: 'Notizen zum Fall',
  notesOn: exhibit => `Notizen zu ${exhibit}`,
  source: exhibit => `Herkunft von ${exhibit}`,
  override: (face, exhibit) => `Grund, ${face} aus ${exhibit} zu verwenden`,
  version: (version, comparison) => `Grund für Version ${version} von ${comparison}`,
  annotation: (number, comparison) => `Markierung ${number} in ${comparison}`,
  checklist: comparison => `Merkmalsliste von ${comparison}`,
  note: component => `Notiz zu ${german[`component.${component}`]}`,
  cause: component => `Ursache bei ${german[`component.${component}`]}`,
  conclusion: comparison => `Schlussfolgerung zu ${comparison}`,
  level: 'Stufe',
  same: 'Hypothese 1',
  different: 'Hypothese 2',
  rationale: 'Begründung',
  opinion: (role, comparison, by) => `${role === 'first' ? 'Erste' : 'Zweite'} Beurteilung zu ${comparison} (${by})`,
  itsChecklist: 'Merkmalsliste',
  withdrawing: 'Grund für das Zurückziehen'
}

export const PLACES: Readonly<Record<ReportLanguage, PlaceWords>> = { en, de }
