import { useEffect, useRef, type PointerEvent, type MouseEvent, type RefObject } from 'react'
import type { Point } from '../../../../../shared/domain/face'
import { viewportOf, type PaneRef, type Viewer } from './viewerStore'
import { screenToCrop } from './viewport'

/** Factor of the scale for one notch of a wheel (100 units) or one press of a zoom key. */
export const ZOOM_STEP = 1.25
const LINE_HEIGHT = 16

const isTaken = ({ target }: { target: EventTarget }): boolean => target instanceof Element && target.closest('[data-takes-press]') !== null

/**
 * Drag to pan, wheel and pinch to zoom about the pointer, double click to zoom in, hover for the cross-hair. A layer that
 * takes a press stops its propagation, or is marked `data-takes-press`.
 */
export function useGestures(element: RefObject<HTMLElement | null>, viewer: Viewer, pane: PaneRef) {
  const pointers = useRef(new Map<number, Point>())
  useWheel(element, viewer, pane)

  const hover = (at: Point): void => {
    viewer.hover.set({ at: screenToCrop(viewportOf(viewer.get(), pane), at), side: pane.side })
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
        if (other) pinch(viewer, before, now, other, pane)
        else viewer.pan(now.x - before.x, now.y - before.y, pane)
      }
      hover(now)
    },
    onPointerUp: release,
    onPointerCancel: release,
    onPointerLeave: (): void => viewer.hover.set({ at: null }),
    onDoubleClick: (event: MouseEvent<HTMLElement>): void => {
      if (!isTaken(event)) viewer.zoom(event.shiftKey ? 0.5 : 2, placeIn(event, event.currentTarget), pane)
    }
  }
}

/** A wheel that must not scroll the page can't be passive, so it is the browser's own listener. */
function useWheel(place: RefObject<HTMLElement | null>, viewer: Viewer, { side, turned }: PaneRef): void {
  useEffect(() => {
    const element = place.current
    const zoom = (event: WheelEvent): void => {
      event.preventDefault()
      // A pinch on a touchpad comes as a wheel with the control key, in smaller steps.
      const units = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_HEIGHT : 1) * (event.ctrlKey ? 4 : 1)
      viewer.zoom(ZOOM_STEP ** (-units / 100), placeIn(event, element!), { side, turned })
    }
    element?.addEventListener('wheel', zoom, { passive: false })
    return () => element?.removeEventListener('wheel', zoom)
  }, [place, viewer, side, turned])
}

/** CSS pixels from the pane's upper left corner. */
function placeIn({ clientX, clientY }: { clientX: number; clientY: number }, pane: Element): Point {
  const { left, top } = pane.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}

/** Two fingers: what lies between them follows, and grows with their distance. */
function pinch(viewer: Viewer, before: Point, now: Point, other: Point, pane: PaneRef): void {
  const distance = (point: Point): number => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y))
  viewer.pan((now.x - before.x) / 2, (now.y - before.y) / 2, pane)
  viewer.zoom(distance(now) / distance(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, pane)
}
