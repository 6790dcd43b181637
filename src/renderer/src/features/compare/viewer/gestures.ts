import { useEffect, type RefObject } from 'react'
import { invert, apply } from '../../../../../shared/geometry/similarity'
import type { Point } from '../../../../../shared/domain/face'
import type { Side } from './layers'
import { asPhotographed, toScreen } from './viewport'
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

/**
 * Drag to pan, wheel and pinch to zoom about the pointer, double click to zoom in, hover for the cross-hair. Listeners
 * are the browser's own, because a wheel that must not scroll the page can't be passive.
 */
export function useGestures(pane: RefObject<HTMLElement | null>, { viewer, side, turn }: PaneGestures): void {
  useEffect(() => {
    const element = pane.current
    if (!element) return
    const pointers = new Map<number, Point>()
    const at = (event: MouseEvent): Point => {
      const { left, top } = element.getBoundingClientRect()
      return { x: event.clientX - left, y: event.clientY - top }
    }
    const hover = (event: MouseEvent): void => {
      const { view, size } = viewer.get()
      viewer.hover.set({ at: apply(invert(toScreen({ view: asPhotographed(view, turn), size })), at(event)), side })
    }
    const handlers: Partial<Record<keyof HTMLElementEventMap, (event: never) => void>> = {
      pointerdown: (event: PointerEvent) => {
        if (event.button > 1) return
        pointers.set(event.pointerId, at(event))
        element.setPointerCapture(event.pointerId)
      },
      pointermove: (event: PointerEvent) => {
        const before = pointers.get(event.pointerId)
        if (before) {
          const now = at(event)
          const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point)
          pointers.set(event.pointerId, now)
          if (others.length === 0) viewer.pan(now.x - before.x, now.y - before.y, turn)
          else pinch(viewer, before, now, others[0]!, turn)
        }
        hover(event)
      },
      pointerup: (event: PointerEvent) => pointers.delete(event.pointerId),
      pointercancel: (event: PointerEvent) => pointers.delete(event.pointerId),
      pointerleave: () => viewer.hover.set({ at: null }),
      dblclick: (event: MouseEvent) => viewer.zoom(event.shiftKey ? 0.5 : 2, at(event), turn),
      wheel: (event: WheelEvent) => {
        event.preventDefault()
        // A pinch on a touchpad comes as a wheel with the control key, in smaller steps.
        const units = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_HEIGHT : 1) * (event.ctrlKey ? 4 : 1)
        viewer.zoom(ZOOM_STEP ** (-units / 100), at(event), turn)
        hover(event)
      }
    }
    const entries = Object.entries(handlers) as [string, EventListener][]
    for (const [name, handler] of entries) element.addEventListener(name, handler, { passive: false })
    return () => entries.forEach(([name, handler]) => element.removeEventListener(name, handler))
  }, [pane, viewer, side, turn])
}

/** Two fingers: what lies between them follows, and grows with their distance. */
function pinch(viewer: Viewer, before: Point, now: Point, other: Point, turn: number): void {
  const distance = (point: Point): number => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y))
  viewer.pan((now.x - before.x) / 2, (now.y - before.y) / 2, turn)
  viewer.zoom(distance(now) / distance(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, turn)
}
