import { z } from 'zod'
import { Point } from './face'
import { Id, Time, text } from './common'

/** How many points each kind has. */
const shape = {
  arrow: [2, 2],
  circle: [2, 2],
  polygon: [3, 200],
  text: [1, 1]
} as const
export const AnnotationKind = z.enum(['arrow', 'circle', 'polygon', 'text'])
export type AnnotationKind = z.infer<typeof AnnotationKind>

const points = z.array(Point).min(1).max(200)

/** What a person draws: on one photo, mirrored on the other at the same place of the aligned face. */
export const AnnotationDraft = z
  .object({
    id: Id,
    kind: AnnotationKind,
    text: text(500),
    /** Pixels of the upright photo A: arrow tail and tip; circle centre and rim; polygon corners; place of a text. */
    a: points,
    /** The same on photo B. */
    b: points
  })
  .refine(({ kind, a, b }) => a.length >= shape[kind][0] && a.length <= shape[kind][1] && a.length === b.length, 'an annotation has the number of points that its kind wants, the same on both photos')
export type AnnotationDraft = z.infer<typeof AnnotationDraft>

export const Annotation = z.object({
  ...AnnotationDraft.shape,
  comparison: Id,
  /** As shown and printed. Never given twice in a comparison. */
  number: z.int().positive(),
  by: z.string(),
  changed: Time
})
export type Annotation = z.infer<typeof Annotation>
