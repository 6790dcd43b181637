import type { ReportLanguage } from '../../../shared/domain/claims'
import type { Exhibit } from '../../../shared/domain/exhibit'
import { markText, type MarkedFace } from '../../../shared/domain/markedFace'
import { qualityLights, suitabilityOf } from '../../../shared/domain/quality'
import type { ReportExhibit, ReportFace } from '../../../shared/domain/report'

export const exhibitLabel = ({ number }: { number: number }): string => `E-${number}`
export const comparisonLabel = ({ number }: { number: number }): string => `C-${number}`

/** "Q-1", or "face 2 of E-1" for one without a mark. */
export const faceLabel = (face: Pick<MarkedFace, 'mark' | 'index'>, exhibit: { number: number }, language: ReportLanguage): string =>
  face.mark === null ? unmarkedLabel(exhibitLabel(exhibit), face, language) : markText(face.mark)

/** "face 2 of E-1", counted as people count. */
export const unmarkedLabel = (exhibit: string, { index }: { index: number }, language: ReportLanguage): string => (language === 'de' ? `Gesicht ${index + 1} von ${exhibit}` : `face ${index + 1} of ${exhibit}`)

/** An exhibit as a report shows it. @param checkedAt when its bytes were found to be those that came in */
export function reportExhibit(exhibit: Exhibit, checkedAt: string, language: ReportLanguage): ReportExhibit {
  const { id, name, path, sha256, size, modified, imported, importedBy, source, receivedFrom, receivedAt, notes, photo } = exhibit
  return {
    id, label: exhibitLabel(exhibit), name, path, sha256, size, modified, imported, importedBy, source, receivedFrom, receivedAt, notes, photo,
    evidence: { state: 'verified', checkedAt, found: null },
    faces: exhibit.faces.map(face => reportFace(face, exhibit, language))
  }
}

function reportFace(face: MarkedFace, exhibit: Exhibit, language: ReportLanguage): ReportFace {
  const { suitable, reasons } = suitabilityOf(face.quality, language)
  return { ...face, label: faceLabel(face, exhibit, language), lights: face.quality === null ? [] : qualityLights(face.quality, language), suitable, unsuitableBecause: reasons }
}
