import type { StoredCase } from './storedCase'

/** Everything of a case that has an id; the kinds are also the tables of a library. */
export type PartKind = 'cases' | 'uses' | 'exhibits' | 'faces' | 'comparisons' | 'runs' | 'annotations' | 'conclusions' | 'opinions' | 'reports'

export interface StoredPart {
  kind: PartKind
  /** As people call it: "run 2 of C-1". */
  name: string
  id: string
}

/** All parts of a case that have ids, the case itself first. */
export const partsOf = ({ case: { id, number }, uses, exhibits, comparisons, reports }: StoredCase): StoredPart[] => [
  { kind: 'cases', name: `case ${number}`, id },
  ...uses.map((use): StoredPart => ({ kind: 'uses', name: `the use by ${use.by} begun ${use.begun}`, id: use.id })),
  ...reports.map((report): StoredPart => ({ kind: 'reports', name: `report R-${report.number}`, id: report.id })),
  ...exhibits.flatMap((exhibit): StoredPart[] => [
    { kind: 'exhibits', name: `exhibit E-${exhibit.number}`, id: exhibit.id },
    ...exhibit.faces.map((face): StoredPart => ({ kind: 'faces', name: `face ${face.index} of exhibit E-${exhibit.number}`, id: face.id }))
  ]),
  ...comparisons.flatMap(partsOfComparison)
]

function partsOfComparison({ id, number, runs, annotations, conclusions, opinions }: StoredCase['comparisons'][number]): StoredPart[] {
  const label = `C-${number}`
  return [
    { kind: 'comparisons', name: `comparison ${label}`, id },
    ...runs.map((run): StoredPart => ({ kind: 'runs', name: `run ${run.number} of ${label}`, id: run.id })),
    ...annotations.map((annotation): StoredPart => ({ kind: 'annotations', name: `annotation ${annotation.number} of ${label}`, id: annotation.id })),
    ...conclusions.map((conclusion): StoredPart => ({ kind: 'conclusions', name: `conclusion ${conclusion.version} of ${label}`, id: conclusion.id })),
    ...opinions.map((opinion): StoredPart => ({ kind: 'opinions', name: `the ${opinion.role} opinion of ${opinion.by} on ${label}`, id: opinion.id }))
  ]
}
