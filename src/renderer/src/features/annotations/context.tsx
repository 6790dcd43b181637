import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import type { AnnotationKind } from '../../../../shared/domain/annotation'
import type { Point } from '../../../../shared/domain/face'
import type { ErrorData } from '../../../../shared/errors'
import { useCall } from '../../client'
import { sayChangedElsewhere } from '../panels/changedElsewhere'
import type { Side } from '../compare/viewer/layers'
import { begin, draw, type Drawing, type DrawingAct } from './drawing'
import { edited, toPhotos, type Alignment, type Figure } from './geometry'
import { describe } from './words'
import { draftOf, useAnnotationEdits, type AnnotationEdits, type Shown } from './useAnnotationEdits'

export interface Annotations extends AnnotationEdits {
  alignment: Alignment
  /** By number; those without one yet at the end. */
  rows: readonly Shown[]
  loading: boolean
  error: ErrorData | null
  selected: string | null
  select: (id: string | null) => void
  /** The figure being drawn; null where no tool is taken up. */
  drawing: Drawing | null
  takeTool: (kind: AnnotationKind | null) => void
  act: (act: DrawingAct) => void
  /** Adds a figure, crop pixels, and chooses it. */
  add: (figure: Figure) => void
  /** Shows an annotation with these points, crop pixels of that side, on both photos; `change` stores it. */
  preview: (edit: Moving) => void
  change: (edit: Moving, label: string) => void
  /** Brings a place of the face, crop pixels, to the middle of the panes. */
  jump: (to: Point) => void
}

interface Moving {
  id: string
  side: Side
  points: readonly Point[]
}

const AnnotationsContext = createContext<Annotations | null>(null)

/** What the panes' layers and the panel share: the annotations, which one is chosen, and what is being drawn. */
export function useAnnotations(): Annotations {
  const annotations = useContext(AnnotationsContext)
  if (!annotations) throw new Error('useAnnotations is called outside AnnotationsProvider')
  return annotations
}

interface Props {
  comparison: string
  alignment: Alignment
  onJump: (to: Point) => void
  children: ReactNode
}

export function AnnotationsProvider({ comparison, alignment, onJump, children }: Props) {
  const { data, error, isPending } = useCall('annotation.list', { comparison })
  const edits = useAnnotationEdits(comparison)
  const [selected, select] = useState<string | null>(null)
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  /** The annotation that is being moved, as it was stored when the move began. */
  const before = useRef<Shown | null>(null)
  const rows = useMemo(() => shown(data?.rows ?? [], moving, alignment), [data, moving, alignment])

  const add = (figure: Figure): void => {
    const id = crypto.randomUUID()
    void edits.put({ id, kind: figure.kind, text: '', ...toPhotos(figure.points, alignment) }, `new ${figure.kind}`)
    select(id)
    setDrawing(null)
  }
  const value: Annotations = {
    ...edits,
    alignment,
    rows,
    loading: isPending,
    error,
    selected,
    select,
    drawing,
    takeTool: kind => setDrawing(kind && begin(kind)),
    act: act => {
      if (!drawing) return
      const { drawing: next, figure } = draw(drawing, act)
      if (figure) add(figure)
      else setDrawing(next)
    },
    add,
    preview: edit => {
      if (before.current?.id !== edit.id) before.current = data?.rows.find(row => row.id === edit.id) ?? null
      setMoving(edit)
    },
    change: ({ id, side, points }, label) => {
      const row = data?.rows.find(other => other.id === id)
      const moved = before.current
      before.current = null
      setMoving(null)
      if (row && moved?.id === id && !samePlace(row, moved)) return sayChangedElsewhere(describe(row))
      if (row) void edits.put({ ...draftOf(row), ...edited(row, side, points, alignment) }, label)
    },
    jump: onJump
  }
  return <AnnotationsContext value={value}>{children}</AnnotationsContext>
}

function shown(rows: readonly Shown[], moving: Moving | null, alignment: Alignment): Shown[] {
  const sorted = rows.toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity))
  return moving ? sorted.map(row => (row.id === moving.id ? { ...row, ...edited(row, moving.side, moving.points, alignment) } : row)) : sorted
}

const samePlace = (one: Shown, other: Shown): boolean => JSON.stringify([one.a, one.b]) === JSON.stringify([other.a, other.b])
