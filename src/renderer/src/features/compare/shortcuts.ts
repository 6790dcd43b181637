import { useEffect } from 'react'
import { MODES } from './viewer/look'
import { ZOOM_STEP } from './viewer/gestures'
import type { Viewer } from './viewer/viewerStore'

export interface Shortcut {
  /** As printed in the list. */
  keys: string
  label: string
  /** Whether a key press is meant. */
  matches: (event: KeyboardEvent) => boolean
  act: (event: KeyboardEvent) => void
}

export interface ShortcutGroup {
  title: string
  shortcuts: Shortcut[]
}

const key = (name: string) => (event: KeyboardEvent): boolean => event.key.toLowerCase() === name && !event.shiftKey
const symbol = (...names: string[]) => (event: KeyboardEvent): boolean => names.includes(event.key)

/** CSS pixels that one press of an arrow key moves by; ten times as far with Shift. */
const STEP = 24

const arrows: Record<string, readonly [number, number]> = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] }

interface ShortcutActions {
  viewer: Viewer
  togglePanel: () => void
  help: () => void
}

/** Every key of the comparison, once: the list on the screen and the keyboard both read it. */
export function shortcutGroups({ viewer, togglePanel, help }: ShortcutActions): ShortcutGroup[] {
  const look = () => viewer.get().look
  const toggle = (name: 'grid' | 'boundary' | 'annotations' | 'smooth' | 'upright' | 'enhanced' | 'blinking') => (): void => viewer.setLook({ [name]: !look()[name] })
  return [
    {
      title: 'View',
      shortcuts: [
        { keys: `1 to ${MODES.length}`, label: 'Side by side, overlay, wipes, blink, difference, checkerboard', matches: event => MODES[Number(event.key) - 1] !== undefined, act: event => viewer.setLook({ mode: MODES[Number(event.key) - 1]! }) },
        { keys: 'Space', label: 'Blink: pause and go on', matches: symbol(' '), act: toggle('blinking') },
        { keys: 'X', label: 'Blink: show the other face', matches: key('x'), act: () => viewer.setLook({ blinking: false, blinkB: !look().blinkB }) },
        { keys: '[ and ]', label: 'Overlay, wipe: less or more of B', matches: symbol('[', ']'), act: event => shift(viewer, event.key === ']' ? 0.05 : -0.05) }
      ]
    },
    {
      title: 'Move',
      shortcuts: [
        { keys: 'Arrow keys', label: 'Move both faces; with Shift further', matches: event => event.key in arrows, act: event => move(viewer, event) },
        { keys: '+ and -', label: 'Zoom in and out', matches: symbol('+', '=', '-', '_'), act: event => viewer.zoom(event.key === '-' || event.key === '_' ? 1 / ZOOM_STEP : ZOOM_STEP) },
        { keys: '0', label: 'Fit the faces', matches: symbol('0'), act: () => viewer.fitTo('face') },
        { keys: '9', label: 'Whole photos, as photographed', matches: symbol('9'), act: () => viewer.fitTo('photo') },
        { keys: 'R', label: 'Turn both right; with Shift left', matches: event => event.key.toLowerCase() === 'r', act: event => viewer.rotateBy(event.shiftKey ? -90 : 90) },
        { keys: 'F', label: 'Flip both left to right', matches: key('f'), act: () => viewer.flip() },
        { keys: 'U', label: 'Faces upright, or as photographed', matches: key('u'), act: toggle('upright') }
      ]
    },
    {
      title: 'Map and marks',
      shortcuts: [
        { keys: 'N, S, D, C', label: 'No map, similar, dissimilar, combined', matches: event => !event.shiftKey && event.key.toLowerCase() in layerKeys, act: event => viewer.setLook({ layer: layerKeys[event.key.toLowerCase()]! }) },
        { keys: 'G', label: 'Grid', matches: key('g'), act: toggle('grid') },
        { keys: 'B', label: 'Edge of what the model saw', matches: key('b'), act: toggle('boundary') },
        { keys: 'A', label: 'Annotations', matches: key('a'), act: toggle('annotations') },
        { keys: 'I', label: 'Smoothing', matches: key('i'), act: toggle('smooth') },
        { keys: 'E', label: 'Enhanced copies, where there are any', matches: key('e'), act: toggle('enhanced') }
      ]
    },
    {
      title: 'Window',
      shortcuts: [
        { keys: 'P', label: 'Side panel', matches: key('p'), act: togglePanel },
        { keys: '?', label: 'This list', matches: symbol('?'), act: help }
      ]
    }
  ]
}

const layerKeys: Record<string, 'none' | 'similar' | 'dissimilar' | 'combined'> = { n: 'none', s: 'similar', d: 'dissimilar', c: 'combined' }

function shift(viewer: Viewer, by: number): void {
  const { mode, mix, wipe } = viewer.get().look
  const moved = (value: number): number => Math.min(1, Math.max(0, value + by))
  // More of B is a border further left.
  viewer.setLook(mode === 'overlay' ? { mix: moved(mix) } : { wipe: Math.min(1, Math.max(0, wipe - by)) })
}

function move(viewer: Viewer, event: KeyboardEvent): void {
  const [dx, dy] = arrows[event.key]!
  const times = event.shiftKey ? 10 : 1
  viewer.pan(dx * times, dy * times)
}

/** Keys that controls themselves use: they are theirs while one has the focus. */
const CONTROL_KEYS = new Set([' ', 'Enter', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
const CONTROLS = 'button, a, input, select, [role="slider"], [role="tab"], [role="menuitem"], [role="separator"]'
const TYPING = 'textarea, select, [contenteditable="true"], input:not([type="radio"]):not([type="checkbox"])'

const isTaken = ({ target, key: name, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
  if (ctrlKey || metaKey || altKey) return true
  if (!(target instanceof Element)) return false
  return target.closest(`${TYPING}, [role="dialog"], [role="menu"]`) !== null || (CONTROL_KEYS.has(name) && target.closest(CONTROLS) !== null)
}

/** Whether a key types a character: such keys are pressed by speech input and by accident, and can be switched off. */
export const isCharacter = (key: string): boolean => [...key].length === 1 && key !== ' '

/** Listens to the keys of the comparison while it is on the screen. @param characters whether keys that type a character count */
export function useShortcuts(groups: readonly ShortcutGroup[], characters: boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTaken(event) || (!characters && isCharacter(event.key))) return
      const shortcut = groups.flatMap(({ shortcuts }) => shortcuts).find(({ matches }) => matches(event))
      if (!shortcut) return
      event.preventDefault()
      shortcut.act(event)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [groups, characters])
}
