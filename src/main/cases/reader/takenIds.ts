import type { StoredCase } from '../../../shared/domain/storedCase'
import type { Database } from '../database'

type Table = 'cases' | 'uses' | 'exhibits' | 'faces' | 'comparisons' | 'runs' | 'annotations' | 'conclusions' | 'opinions' | 'reports'
type Part = [table: Table, name: string, id: string]

export const takenIdReads = (db: Database) => ({
  /** The first part of a case from elsewhere whose id something in this library has, by its name; null where all are free. */
  takenPart: (stored: StoredCase): string | null => partsOf(stored).find(([table, , id]) => db.get(`SELECT 1 FROM ${table} WHERE id = ?`, id) !== undefined)?.[1] ?? null
})

const partsOf = ({ case: { id, number }, uses, exhibits, comparisons, reports }: StoredCase): Part[] => [
  ['cases', `case ${number}`, id],
  ...uses.map((use): Part => ['uses', `the use begun ${use.begun}`, use.id]),
  ...reports.map((report): Part => ['reports', `report R-${report.number}`, report.id]),
  ...exhibits.flatMap((exhibit): Part[] => [['exhibits', `exhibit E-${exhibit.number}`, exhibit.id], ...exhibit.faces.map((face): Part => ['faces', `a face of exhibit E-${exhibit.number}`, face.id])]),
  ...comparisons.flatMap((comparison): Part[] => [
    ['comparisons', `comparison C-${comparison.number}`, comparison.id],
    ...(['runs', 'annotations', 'conclusions', 'opinions'] as const).flatMap(table => comparison[table].map((part): Part => [table, `one of the ${table} of comparison C-${comparison.number}`, part.id]))
  ])
]
