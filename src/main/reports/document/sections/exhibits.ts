import type { ReportExhibit, ReportFace } from '../../../../shared/domain/report'
import { facts, heading, table, words, type Block } from '../blocks'
import { exhibitPicture } from '../pictures'
import { bytes, time, timeOrNull, type Setting } from '../setting'
import { face, faceShapes } from './faces'

/** The table of all exhibits, then each with its photo and faces. */
export function exhibits(setting: Setting): Block[] {
  const { report, say } = setting
  if (report.exhibits.length === 0) return [heading(1, say('exhibits')), words(say('exhibits.none'))]
  const header = (['exhibit', 'file', 'size', 'pixels', 'modified', 'imported', 'evidence'] as const).map(key => say(`exhibits.${key}`))
  const rows = report.exhibits.map(exhibit => row(exhibit, setting))
  const all = table(['1.4cm', '3fr', '1.7cm', '2cm', '1.85cm', '1.85cm', '1.7cm'], header, rows, { numbers: [2] })
  return [heading(1, say('exhibits')), words(say('exhibits.note'), 'small'), all, ...report.exhibits.flatMap(exhibit => one(exhibit, setting))]
}

function row({ label, name, sha256, size, photo, modified, imported, evidence }: ReportExhibit, { say }: Setting): string[] {
  const pixels = photo === null ? '' : `${photo.width} x ${photo.height}`
  return [label, `${name}\n${sha256}`, bytes(size), pixels, modified === null ? say('notKnown') : time(modified), time(imported), say(`evidence.${evidence.state}`)]
}

const one = (exhibit: ReportExhibit, setting: Setting): Block[] => [
  heading(2, setting.say('exhibit.heading', exhibit)),
  provenance(exhibit, setting),
  ...photo(exhibit, setting),
  ...faces(exhibit, setting),
  ...exif(exhibit, setting)
]

function provenance({ path, sha256, size, source, receivedFrom, receivedAt, imported, importedBy, modified, evidence, photo, notes }: ReportExhibit, { say }: Setting): Block {
  const checked = evidence.state === 'verified' ? say('exhibit.evidenceVerified', { at: time(evidence.checkedAt) }) : say('exhibit.evidenceFailed', { at: time(evidence.checkedAt), found: evidence.found ?? say('notKnown') })
  return facts([
    [say('exhibit.sha256'), sha256],
    [say('exhibit.size'), say('exhibit.sizeValue', { size: bytes(size) })],
    [say('exhibit.path'), path],
    [say('exhibit.source'), source],
    [say('exhibit.receivedFrom'), receivedFrom],
    [say('exhibit.receivedAt'), timeOrNull(receivedAt)],
    [say('exhibit.modified'), timeOrNull(modified)],
    [say('exhibit.imported'), say('exhibit.importedValue', { at: time(imported), by: importedBy })],
    [say('exhibit.evidence'), checked],
    [say('exhibit.format'), photo && say('exhibit.formatValue', photo)],
    [say('exhibit.warnings'), photo && photo.warnings.join('; ')],
    [say('exhibit.notes'), notes]
  ])
}

/** Widths of a photo on paper, cm; the height follows. */
const WIDTH = { wide: 12, tall: 8 }

function photo(exhibit: ReportExhibit, { say, pictures }: Setting): Block[] {
  const { label, photo: facts, faces } = exhibit
  if (facts === null) return []
  const name = exhibitPicture(label)
  const marked = faces.length === 0 ? say('exhibit.photoAltNoFace') : say('exhibit.photoAltFaces', { faces: faces.map(({ label }) => label).join(', ') })
  const picture = { file: pictures.has(name) ? name : null, alt: say('exhibit.photoAlt', { label, width: facts.width, height: facts.height, faces: marked }), caption: '', shapes: faces.flatMap(it => faceShapes(it, facts)) }
  const aspect = facts.width / facts.height
  return [{ kind: 'pictures', pictures: [picture], aspect, width: aspect < 1 ? WIDTH.tall : WIDTH.wide, caption: say('exhibit.photo', { label }), missing: say('exhibit.noPhoto') }]
}

/** Faces that the report is about, or that somebody dealt with, each whole; the others by name. */
function faces({ faces: all }: ReportExhibit, setting: Setting): Block[] {
  const { say, report } = setting
  const compared = new Set(report.comparisons.flatMap(({ a, b }) => [a.faceId, b.faceId]))
  const matters = ({ id, mark, corrected, override }: ReportFace): boolean => compared.has(id) || mark !== null || corrected !== null || override !== null
  const others = all.filter(it => !matters(it)).map(({ label }) => label)
  const whole = all.filter(matters)
  return [
    ...(whole.length === 0 ? [words(say('exhibit.noFaces'), 'small')] : whole.flatMap(it => face(it, setting))),
    ...(others.length === 0 ? [] : [words(say('exhibit.otherFaces', { faces: others.join(', ') }), 'small')])
  ]
}

function exif({ photo }: ReportExhibit, { say }: Setting): Block[] {
  const tags = Object.entries(photo?.exif ?? {})
  if (tags.length === 0) return []
  const half = Math.ceil(tags.length / 2)
  const rows = tags.slice(0, half).map((tag, i) => [...tag, ...(tags[half + i] ?? ['', ''])])
  const header = [say('exhibit.tag'), say('exhibit.value')]
  return [words(say('exhibit.exif'), 'strong'), table(['2fr', '3fr', '2fr', '3fr'], [...header, ...header], rows)]
}

