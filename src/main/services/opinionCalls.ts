import type { Library } from '../cases/library'
import type { HandlersOf, Services } from './handlers'
import { refuseSecond, sameName, withholdingOf } from './sight'

type Opinions = HandlersOf<'annotation' | 'enhancement' | 'checklist' | 'conclusion'>

/** What people draw, note and conclude: `annotation.*`, `enhancement.*`, `checklist.*`, `conclusion.*`. */
export const opinionHandlers = ({ libraries, settings }: Services): Opinions => ({
  'annotation.list': async ({ comparison }) => {
    const library = libraries.current()
    const rows = library.read.annotations(comparison)
    const isSecond = withholdingOf(library, comparison)?.role === 'second'
    return { rows: isSecond ? rows.filter(({ by }) => sameName(by, library.viewer())) : rows }
  },
  'annotation.put': async ({ comparison, annotation }) => {
    refuseOthers(libraries.writable(), annotation.id)
    return libraries.writable().write.putAnnotation(comparison, annotation)
  },
  'annotation.remove': async ({ id }) => {
    refuseOthers(libraries.writable(), id)
    libraries.writable().write.removeAnnotation(id)
    return {}
  },
  'enhancement.get': async ({ comparison }) => libraries.current().read.enhancement(comparison),
  'enhancement.set': async ({ comparison, enhancement }) => libraries.writable().write.setEnhancement(comparison, enhancement),
  'checklist.get': async ({ comparison }) => {
    refuseSecond(libraries.current(), comparison)
    return libraries.current().read.checklist(comparison)
  },
  'checklist.set': async ({ comparison, item }) => {
    refuseSecond(libraries.writable(), comparison)
    return libraries.writable().write.setChecklistItem(comparison, item)
  },
  'conclusion.list': async ({ comparison }) => {
    refuseSecond(libraries.current(), comparison)
    return { rows: libraries.current().read.conclusions(comparison) }
  },
  'conclusion.save': async ({ comparison, after, conclusion }) => {
    refuseSecond(libraries.writable(), comparison)
    return libraries.writable().write.saveConclusion(comparison, after, conclusion, settings.get().scale)
  }
})

/** Who forms a second opinion may not touch what others drew, and does not see it. @throws VidimusError `comparison.blind` (usage) */
function refuseOthers(library: Library, id: string): void {
  const drawn = library.read.annotationOwner(id)
  if (drawn !== null && !sameName(drawn.by, library.viewer())) refuseSecond(library, drawn.comparison)
}
