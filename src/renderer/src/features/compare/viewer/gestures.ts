import { useEffect, useRef, type PointerEvent, type MouseEvent, type RefObject } from 'react'
import type { Point } from '../../../../../shared/domain/face'
import type { Side } from './layers'
import { asPhotographed, screenToCrop } from './viewport'
import type { Viewer } from './viewerStore'

/** Factor of the scale for one notch of a wheel (100 units) or one press of a zoom key. */
export const ZOOM_STEP = 1.25
const LINE_HEIGHT = 16

interface PaneGestures {
  viewer: Viewer
  side: Side
  /** Degrees by which this pane stands as photographed. */
  turn: number
}

const isTaken = ({ target }: { target: EventTarget }): boolean => target instanceof Element && target.closest('[data-takes-press]') !== null

/**
 * Drag to pan, wheel and pinch to zoom about the pointer, double click to zoom in, hover for the cross-hair. A layer that
 * takes a press stops its propagation, or is marked `data-takes-press`.
 */
export function useGestures(pane: RefObject<HTMLElement | null>, { viewer, side, turn }: PaneGestures) {
  const pointers = useRef(new Map<number, Point>())
  useWheel(pane, viewer, turn)

  const hover = (at: Point): void => {
    const { view, size } = viewer.get()
    viewer.hover.set({ at: screenToCrop({ view: asPhotographed(view, turn), size }, at), side })
  }
  const release = (event: PointerEvent): void => void pointers.current.delete(event.pointerId)
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button > 1 || isTaken(event)) return
      pointers.current.set(event.pointerId, placeIn(event, event.currentTarget))
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const now = placeIn(event, event.currentTarget)
      const before = pointers.current.get(event.pointerId)
      if (before) {
        const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
        pointers.current.set(event.pointerId, now)
        if (other) pinch(viewer, before, now, other, turn)
        else viewer.pan(now.x - before.x, now.y - before.y, turn)
      }
      hover(now)
    },
    onPointerUp: release,
    onPointerCancel: release,
    onPointerLeave: (): void => viewer.hover.set({ at: null }),
    onDoubleClick: (event: MouseEvent<HTMLElement>): void => {
      if (!isTaken(event)) viewer.zoom(event.shiftKey ? 0.5 : 2, placeIn(event, event.currentTarget), turn)
    }
  }
}

/** A wheel that must not scroll the page can't be passive, so it is the browser's own listener. */
function useWheel(pane: RefObject<HTMLElement | null>, viewer: Viewer, turn: number): void {
  useEffect(() => {
    const element = pane.current
    const zoom = (event: WheelEvent): void => {
      event.preventDefault()
      // A pinch on a touchpad comes as a wheel with the control key, in smaller steps.
      const units = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_HEIGHT : 1) * (event.ctrlKey ? 4 : 1)
      viewer.zoom(ZOOM_STEP ** (-units / 100), placeIn(event, element!), turn)
    }
    element?.addEventListener('wheel', zoom, { passive: false })
    return () => element?.removeEventListener('wheel', zoom)
  }, [pane, viewer, turn])
}

/** CSS pixels from the pane's upper left corner. */
function placeIn({ clientX, clientY }: { clientX: number; clientY: number }, pane: Element): Point {
  const { left, top } = pane.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}

/** Two fingers: what lies between them follows, and grows with their distance. */
function pinch(viewer: Viewer, before: Point, now: Point, other: Point, turn: number): void {
  const distance = (point: Point): number => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y))
  viewer.pan((now.x - before.x) / 2, (now.y - before.y) / 2, turn)
  viewer.zoom(distance(now) / distance(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, turn)
}
