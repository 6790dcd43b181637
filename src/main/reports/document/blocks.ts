/**
 * A report as the typesetter gets it: what stands where, in order, with every number already in words. Strings are data:
 * nothing in them is read as markup. resources/report/blocks.typ has one function a kind.
 */

export interface Heading {
  kind: 'heading'
  level: 1 | 2 | 3
  text: string
  /** Begins a page. */
  fresh?: boolean
}

/** Paragraphs; line breaks are kept. `quote`: somebody's own words. `small`: what explains. */
export interface Words {
  kind: 'words'
  text: string
  look: 'plain' | 'strong' | 'small' | 'quote'
}

export interface List {
  kind: 'list'
  items: string[]
  numbered: boolean
}

/** Names and values in two columns. */
export interface Facts {
  kind: 'facts'
  rows: (readonly [name: string, value: string])[]
}

export interface Table {
  kind: 'table'
  /** Widths: a share of what is left ("2fr"), or a length ("1.4cm"). */
  columns: string[]
  header: string[]
  rows: string[][]
  /** Columns of numbers, aligned to the right. */
  numbers: number[]
  small: boolean
}

/** A place on a picture as shares of its width and height. */
export interface Place {
  x: number
  y: number
}

/** Something drawn over a picture. */
export type Shape =
  | { shape: 'box'; at: Place; width: number; height: number; label: string }
  | { shape: 'cross'; at: Place }
  | { shape: 'line'; points: Place[]; closed: boolean }
  | { shape: 'circle'; at: Place; /** Share of the width. */ radius: number }
  | { shape: 'number'; at: Place; label: string }

export interface Picture {
  /** File; null where it could not be made. */
  file: string | null
  alt: string
  caption: string
  shapes: Shape[]
}

/** Pictures side by side. */
export interface Pictures {
  kind: 'pictures'
  pictures: Picture[]
  /** Width over height, the same for all. */
  aspect: number
  /** Of all beside one another, cm; less where one would be higher than a page allows. */
  width: number
  caption: string
  /** What is printed where a file is null. */
  missing: string
}

export interface ColourBar {
  kind: 'scale'
  /** From full dissimilar over none to full similar, as drawn over mid grey. */
  colours: [string, string, string]
  labels: [string, string, string]
  ends: [string, string]
  alt: string
}

export interface Histogram {
  kind: 'histogram'
  /** Left edges ascending; each bin lies wholly on one side of the bound. */
  bins: { from: number; to: number; count: number; positive: boolean }[]
  /** Values at which the axis is labelled. */
  ticks: { at: number; label: string }[]
  bound: { at: number; label: string }
  most: string
  colours: [negative: string, positive: string]
  legend: [negative: string, positive: string]
  alt: string
  caption: string
}

/** Lines to sign on by hand. */
export interface SignatureLines {
  kind: 'signature'
  labels: string[]
}

export type Block = Heading | Words | List | Facts | Table | Pictures | ColourBar | Histogram | SignatureLines

export interface TitlePage {
  laboratory: string
  title: string
  subtitle: string
  state: string
  blocks: Block[]
}

/** The whole of what resources/report/report.typ reads. */
export interface DocumentData {
  language: string
  /** For the file's own description. */
  title: string
  author: string
  /** Year, month, day, hour, minute, second, UTC. */
  made: [number, number, number, number, number, number]
  fonts: string[]
  header: [left: string, right: string]
  /** Page x of y, with {page} and {pages}. */
  footer: string
  /** Printed across every page; null once signed. */
  across: string | null
  contents: string
  front: TitlePage
  blocks: Block[]
}

export const heading = (level: Heading['level'], text: string, fresh = false): Heading => ({ kind: 'heading', level, text, fresh })
export const words = (text: string, look: Words['look'] = 'plain'): Words => ({ kind: 'words', text, look })
export const list = (items: string[], numbered = false): List => ({ kind: 'list', items, numbered })
/** Rows without a value are left out. */
export const facts = (rows: (readonly [string, string | null])[]): Facts => ({ kind: 'facts', rows: rows.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const])) })
export const table = (columns: string[], header: string[], rows: string[][], { numbers = [], small = true }: { numbers?: number[]; small?: boolean } = {}): Table => ({ kind: 'table', columns, header, rows, numbers, small })
