import { canonicalJson } from '../../evidence/canonicalJson'
import type { PackageContents } from './check'
import { doubles } from './doubles'
import { CASE, MANIFEST, evidenceName, mapsName, reportFileName } from './names'

/** What the parts of a package must say alike, whoever made the hashes. */
export function agreement({ manifest, stored }: Pick<PackageContents, 'manifest' | 'stored'>, tell: (code: string, where: string, message: string) => void): void {
  const held = new Map(manifest.entries.map(({ name, sha256, size }) => [name, { sha256, size }]))
  for (const message of doubles(stored)) tell('package.case', CASE, `${CASE} can't be right: ${message}`)
  const { id, number, title } = stored.case
  if (canonicalJson(manifest.case) !== canonicalJson({ id, number, title })) tell('package.manifest', MANIFEST, `The manifest speaks of case ${manifest.case.number}, and ${CASE} of ${number}.`)
  if (canonicalJson(manifest.comparisons) !== canonicalJson(stored.comparisons.map(comparison => comparison.id))) tell('package.manifest', MANIFEST, `The manifest names other comparisons than ${CASE}.`)
  if (manifest.evidence)
    for (const { number: exhibit, name, sha256, size } of stored.exhibits)
      if (held.get(evidenceName(sha256))?.size !== size) tell('package.missing', evidenceName(sha256), `The photo of E-${exhibit} "${name}" is not in the package.`)
  for (const report of stored.reports)
    for (const { name, sha256 } of report.files)
      if (held.get(reportFileName(report.id, name))?.sha256 !== sha256) tell('package.missing', reportFileName(report.id, name), `The file ${name} of report R-${report.number} is not what was kept of it.`)
  agreeOnMaps(manifest, stored, held, tell)
  dangling(stored, tell)
}

function agreeOnMaps(manifest: PackageContents['manifest'], { comparisons }: PackageContents['stored'], held: ReadonlyMap<string, { sha256: string }>, tell: Parameters<typeof agreement>[1]): void {
  const runs = new Map(comparisons.flatMap(({ number, runs: all }) => (all.length === 0 ? [] : [[all.at(-1)!.id, { run: all.at(-1)!, number }] as const])))
  for (const { run: id, sha256, asRecorded } of manifest.maps) {
    const of = runs.get(id)
    if (of === undefined) tell('package.manifest', MANIFEST, `The manifest names maps of a run, ${id}, that is no comparison's last.`)
    else if ((held.get(mapsName(id))?.sha256 ?? null) !== sha256) tell('package.missing', mapsName(id), `The maps of C-${of.number} are not those that the manifest names.`)
    else if (asRecorded !== (sha256 === of.run.mapsSha256)) tell('package.manifest', mapsName(id), `The manifest says that the maps of C-${of.number} are ${asRecorded ? '' : 'not '}those of its run, and they are ${asRecorded ? 'not' : ''}.`)
    runs.delete(id)
  }
  for (const { number } of runs.values()) tell('package.manifest', MANIFEST, `The manifest says nothing of the maps of C-${number}.`)
}

/** Every id that something refers to. */
function dangling({ case: { id }, exhibits, comparisons, reports }: PackageContents['stored'], tell: Parameters<typeof agreement>[1]): void {
  const faces = new Set(exhibits.flatMap(exhibit => exhibit.faces.map(face => face.id)))
  const known = new Set(reports.map(report => report.id))
  const wrong = (what: string): void => tell('package.case', CASE, `${what} belongs to something that is not in the package.`)
  for (const exhibit of exhibits) if (exhibit.case !== id || exhibit.faces.some(face => face.exhibit !== exhibit.id)) wrong(`E-${exhibit.number}`)
  for (const { id: own, number, faceA, faceB, runs, locked, amendments, ...said } of comparisons) {
    if (!faces.has(faceA) || !faces.has(faceB)) wrong(`C-${number}`)
    if ([...(locked ? [locked] : []), ...amendments].some(({ report }) => !known.has(report))) wrong(`The signature on C-${number}`)
    if ([...runs, ...said.annotations, ...said.conclusions, ...said.opinions].some(({ comparison }) => comparison !== own)) wrong(`Something in C-${number}`)
  }
  for (const report of reports) if (report.case !== id) wrong(`R-${report.number}`)
}
