import type { HandlersOf, Services } from './handlers'

type Opinions = HandlersOf<'annotation' | 'enhancement' | 'checklist' | 'conclusion'>

/** What people draw, note and conclude: `annotation.*`, `enhancement.*`, `checklist.*`, `conclusion.*`. */
export const opinionHandlers = ({ libraries, settings }: Services): Opinions => ({
  'annotation.list': async ({ comparison }) => ({ rows: libraries.current().read.annotations(comparison) }),
  'annotation.put': async ({ comparison, annotation }) => libraries.writable().write.putAnnotation(comparison, annotation),
  'annotation.remove': async ({ id }) => {
    libraries.writable().write.removeAnnotation(id)
    return {}
  },
  'enhancement.get': async ({ comparison }) => libraries.current().read.enhancement(comparison),
  'enhancement.set': async ({ comparison, enhancement }) => libraries.writable().write.setEnhancement(comparison, enhancement),
  'checklist.get': async ({ comparison }) => libraries.current().read.checklist(comparison),
  'checklist.set': async ({ comparison, item }) => libraries.writable().write.setChecklistItem(comparison, item),
  'conclusion.list': async ({ comparison }) => ({ rows: libraries.current().read.conclusions(comparison) }),
  'conclusion.save': async ({ comparison, after, conclusion }) => libraries.writable().write.saveConclusion(comparison, after, conclusion, settings.get().scale)
})
