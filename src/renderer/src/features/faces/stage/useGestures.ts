import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import type { Point } from '../../../../../shared/domain/face'
import { panned, screenToCrop, zoomed } from '../../compare/viewer/viewport'
import type { PhotoView } from './usePhotoView'

/** Pointer movement, CSS pixels, from which a press is a drag and no click. */
const DRAG_FROM = 4
const KEY_ZOOM = 1.25
const KEY_PAN = 48

interface Held {
  /** Where each pointer that is down is now, CSS pixels in the stage. */
  at: Map<number, Point>
  travelled: number
}

interface Gestures {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerMove: (event: PointerEvent<HTMLElement>) => void
  onPointerUp: (event: PointerEvent<HTMLElement>) => void
  onPointerCancel: (event: PointerEvent<HTMLElement>) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/**
 * Drag and pinch, wheel, and keys (arrows, + and -, 0 for all, F for the face) move the view.
 * @param onPress a press that was no drag, at this photo pixel
 */
export function useGestures(stage: RefObject<HTMLElement | null>, photo: PhotoView, onPress: (point: Point) => void): Gestures {
  const held = useRef<Held>({ at: new Map(), travelled: 0 })
  useWheel(stage, photo)
  const { viewport, minScale, set } = photo

  const place = (event: { clientX: number; clientY: number }): Point => {
    const { left, top } = stage.current!.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 && event.button !== 1) return
    if (held.current.at.size === 0) held.current.travelled = 0
    held.current.at.set(event.pointerId, place(event))
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const { at } = held.current
    const before = at.get(event.pointerId)
    if (!before || !viewport) return
    const now = place(event)
    held.current.travelled += Math.hypot(now.x - before.x, now.y - before.y)
    if (held.current.travelled < DRAG_FROM) return
    // Captured only now: a press on a face below must still become its click.
    stage.current!.setPointerCapture(event.pointerId)
    const other = [...at].find(([id]) => id !== event.pointerId)?.[1]
    at.set(event.pointerId, now)
    if (!other) return set(panned(viewport, now.x - before.x, now.y - before.y))
    set(zoomed(viewport, other, Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y)), minScale))
  }
  const end = (event: PointerEvent<HTMLElement>): void => void held.current.at.delete(event.pointerId)
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    const pressed = held.current.at.has(event.pointerId) && held.current.travelled < DRAG_FROM && event.button === 0
    end(event)
    if (pressed && viewport) onPress(screenToCrop(viewport, place(event)))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const act = keys(photo)[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: end, onKeyDown }
}

function keys({ viewport, minScale, set, fitPhoto, fitTarget }: PhotoView): Record<string, () => void> {
  if (!viewport) return {}
  const pan = (x: number, y: number) => () => set(panned(viewport, x * KEY_PAN, y * KEY_PAN))
  const larger = (): void => set(zoomed(viewport, middle(viewport.size), KEY_ZOOM, minScale))
  const smaller = (): void => set(zoomed(viewport, middle(viewport.size), 1 / KEY_ZOOM, minScale))
  return { ArrowLeft: pan(1, 0), ArrowRight: pan(-1, 0), ArrowUp: pan(0, 1), ArrowDown: pan(0, -1), '+': larger, '=': larger, '-': smaller, '0': fitPhoto, f: fitTarget }
}

export const middle = ({ width, height }: { width: number; height: number }): Point => ({ x: width / 2, y: height / 2 })

/** The wheel zooms at the pointer. React listens passively, where scrolling the page can't be kept back. */
function useWheel(stage: RefObject<HTMLElement | null>, { viewport, minScale, set }: PhotoView): void {
  useEffect(() => {
    const element = stage.current
    if (!element || !viewport) return
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      const { left, top } = element.getBoundingClientRect()
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      set(zoomed(viewport, { x: event.clientX - left, y: event.clientY - top }, Math.exp((-event.deltaY * lines) / 400), minScale))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  })
}
