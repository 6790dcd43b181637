import { z } from 'zod'
import { Id, Time, text } from './common'

/** The 19 components of a facial image comparison (structured after the feature list of FISWG). */
export const COMPONENTS = [
  'skin', 'face outline', 'face composition', 'hair', 'forehead', 'eyebrows', 'eyes', 'cheeks', 'nose', 'ears',
  'mouth', 'chin and jaw', 'neck', 'facial hair', 'lines', 'scars', 'marks', 'alterations', 'other'
] as const
export const Component = z.enum(COMPONENTS)
export type Component = z.infer<typeof Component>

export const Finding = z.enum(['not visible', 'not comparable', 'similar', 'different', 'inconclusive'])
export type Finding = z.infer<typeof Finding>

export const ChecklistItem = z.object({
  component: Component,
  /** Null: not assessed yet. */
  finding: Finding.nullable(),
  note: text(4000),
  /** What may have caused a difference: light, pose, age, quality, a different person ... */
  cause: text(1000),
  by: z.string().nullable(),
  changed: Time.nullable()
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

/** All 19, in the order of COMPONENTS. There is no total: components do not add up. */
export const Checklist = z.object({ comparison: Id, items: z.array(ChecklistItem).length(COMPONENTS.length) })
export type Checklist = z.infer<typeof Checklist>
