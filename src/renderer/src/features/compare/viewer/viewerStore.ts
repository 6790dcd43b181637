import type { Box, Point } from '../../../../../shared/domain/face'
import { USUAL_CROP, type CropSize } from '../../../../../shared/geometry/alignment'
import { createStore, type Store } from '../store'
import type { Side } from './layers'
import { DEFAULT_LOOK, isOnePane, type Look } from './look'
import { asPhotographed, boxAround, clamped, cornersOf, cropBox, fitted, fittedTo, normalised, panned, union, zoomed, type Size, type View, type Viewport } from './viewport'

/** What the view was fitted to; it stays so when the window changes, until it is panned or zoomed. */
export type Fit = 'face' | 'photo' | null

interface ViewerState {
  view: View
  fit: Fit
  /** Of one pane; both panes of a side-by-side view have the same. */
  size: Size
  crop: CropSize
  /** Everything there is to see in both photos, crop pixels. */
  bounds: Box
  /** The corners of each photo, crop pixels. */
  photos: Record<Side, readonly Point[]>
  look: Look
  /** How faces stood before whole photos were asked for, which stand as photographed; null while they were not. */
  uprightBefore: boolean | null
}

/** A pane, by whose photo it shows and the degrees that the photo's alignment turned it by. */
export interface PaneRef {
  side: Side
  turned: number
}

/**
 * What a pane looks at: side by side both at the same place of the faces. Whole photos alone fill each pane by itself,
 * until one is panned or zoomed; then the other follows.
 */
export function viewportOf({ view, size, look, fit, photos }: ViewerState, { side, turned }: PaneRef): Viewport {
  const own = look.upright ? view : asPhotographed(view, turned)
  const whole = fit === 'photo' && !isOnePane(look.mode)
  return { view: whole ? fittedTo({ view: own, size }, photos[side]) : own, size }
}

/** The place under the pointer, crop pixels, and the pane it is in; null outside both photos' panes. */
export interface Hover {
  at: Point | null
  side: Side
}

/** How much more than the crop a fitted face shows: hair, ears and chin belong to a comparison. */
const FACE_ROOM = 1.42

export interface Viewer extends Store<ViewerState> {
  hover: Store<Hover>
  setSize: (size: Size) => void
  /** @param photos the corners of each, crop pixels */
  setScene: (crop: CropSize, photos: Record<Side, readonly Point[]>) => void
  setLook: (patch: Partial<Look>) => void
  /** @param pane the one that it is done in; A's where it is none's */
  pan: (dx: number, dy: number, pane?: PaneRef) => void
  zoom: (factor: number, about?: Point, pane?: PaneRef) => void
  /** The scale in screen pixels per crop pixel. */
  zoomTo: (scale: number) => void
  fitTo: (fit: 'face' | 'photo') => void
  /** Brings a place of the faces, crop pixels, to the middle. */
  lookAt: (centre: Point) => void
  rotateBy: (degrees: number) => void
  rotateTo: (degrees: number) => void
  flip: () => void
}

const PANE_A: PaneRef = { side: 'a', turned: 0 }

const boxFor = (state: ViewerState, fit: 'face' | 'photo'): Box => {
  if (fit === 'photo') return state.bounds
  const { x, y, width, height } = cropBox(state.crop)
  const room = (FACE_ROOM - 1) / 2
  return { x: x - width * room, y: y - height * room, width: width * FACE_ROOM, height: height * FACE_ROOM }
}

/** The smallest useful scale: all of both photos with room around. */
export const minScaleOf = ({ view, size, bounds }: Pick<ViewerState, 'view' | 'size' | 'bounds'>): number => fitted({ view, size }, bounds).scale * 0.7

/** Screen pixels (CSS) per crop pixel, of A where the panes differ. */
export const scaleOfViewer = (state: ViewerState): number => viewportOf(state, PANE_A).view.scale

export function createViewer(): Viewer {
  const crop = USUAL_CROP
  const store = createStore<ViewerState>({
    view: { centre: { x: crop.width / 2 - 0.5, y: crop.height / 2 - 0.5 }, scale: 1, rotation: 0, flip: false },
    fit: 'face', size: { width: 1, height: 1 }, crop, bounds: cropBox(crop), photos: { a: cornersOf(cropBox(crop)), b: cornersOf(cropBox(crop)) }, look: DEFAULT_LOOK, uprightBefore: null
  })
  const { get, set } = store
  const show = (view: View, fit: Fit): void => set({ view: clamped(view, get().bounds, minScaleOf(get())), fit })
  const refit = (): void => {
    const state = get()
    show(state.fit === null ? state.view : fitted(state, boxFor(state, state.fit)), state.fit)
  }
  const change = (patch: Partial<ViewerState>): void => {
    set(patch)
    refit()
  }
  const move = (pane: PaneRef, act: (viewport: Viewport) => View): void => {
    const { centre, scale } = act(viewportOf(get(), pane))
    show({ ...get().view, centre, scale }, null)
  }
  const zoom: Viewer['zoom'] = (factor, about, pane = PANE_A) => {
    const { size } = get()
    move(pane, viewport => zoomed(viewport, about ?? { x: size.width / 2, y: size.height / 2 }, factor, minScaleOf(get())))
  }
  const rotateTo = (degrees: number): void => change({ view: { ...get().view, rotation: normalised(degrees) } })

  return {
    ...store,
    hover: createStore<Hover>({ at: null, side: 'a' }),
    setSize: size => size.width > 0 && size.height > 0 && change({ size }),
    setScene: (crop, photos) => change({ crop, photos, bounds: union(union(boxAround(photos.a), boxAround(photos.b)), cropBox(crop)) }),
    setLook: patch => set({ look: { ...get().look, ...patch } }),
    pan: (dx, dy, pane = PANE_A) => move(pane, viewport => panned(viewport, dx, dy)),
    zoom,
    zoomTo: scale => zoom(scale / scaleOfViewer(get())),
    fitTo: fit => {
      const { look, uprightBefore } = get()
      // A photo turned by the tilt of a face wastes half its pane; over one another the faces must stand alike.
      const straight = fit === 'photo' && !isOnePane(look.mode)
      if (straight) change({ fit, look: { ...look, upright: false }, uprightBefore: uprightBefore ?? look.upright })
      else change({ fit, look: { ...look, upright: uprightBefore ?? look.upright }, uprightBefore: null })
    },
    lookAt: centre => show({ ...get().view, centre }, null),
    rotateBy: degrees => rotateTo(get().view.rotation + degrees),
    rotateTo,
    flip: () => change({ view: { ...get().view, flip: !get().view.flip } })
  }
}
