import type { PackageFault } from '../../../shared/domain/casePackage'
import type { Report, ReportFace } from '../../../shared/domain/report'
import { qualityLights, suitabilityOf } from '../../../shared/domain/quality'
import type { StoredCase } from '../../../shared/domain/storedCase'
import { canonicalJson } from '../../evidence/canonicalJson'

/** Lights and words of a report's faces follow from the measures beside them. */
export const lightFaults = ({ exhibits, language }: Pick<Report, 'exhibits' | 'language'>): PackageFault[] =>
  exhibits.flatMap(({ label: exhibit, faces }) =>
    faces
      .filter(face => !(['en', language] as const).some(words => canonicalJson([face.lights, face.suitable, face.unsuitableBecause]) === canonicalJson(expected(face, words))))
      .map(({ label }) => ({ code: 'report.lights', where: `${label} (${exhibit})`, message: `The quality lights of ${label} do not follow from its measures.` }))
  )

function expected({ quality }: ReportFace, language: Report['language']): unknown[] {
  const { suitable, reasons } = suitabilityOf(quality, language)
  return [quality === null ? [] : qualityLights(quality, language), suitable, reasons]
}

/** A run was made with a face as it was measured then: an unsuitable one only with a reason. */
export const qualityFaults = ({ comparisons }: StoredCase): PackageFault[] =>
  comparisons.flatMap(({ number, runs }) =>
    runs.flatMap(run =>
      (['a', 'b'] as const).flatMap(side => {
        const { quality, override, pointsFrom } = run.record[side]
        const isFine = pointsFrom === 'none' || override !== null || suitabilityOf(quality).suitable
        return isFine ? [] : [{ code: 'run.unsuitable', where: `run ${run.number} of C-${number}`, message: `Run ${run.number} of C-${number} was made with a face (${side.toUpperCase()}) that its own measures call not suitable, and no reason is recorded: the program refuses such runs.` }]
      })
    )
  )
