import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Handlers } from '../services/handlers'

const unwatched = { report: () => undefined, signal: new AbortController().signal }

/** A library is a folder; a file that is opened with Vidimus stands for the library it lies in. */
export const libraryOf = (path: string): string => (statSync(path, { throwIfNoEntry: false })?.isFile() ? dirname(path) : path)

/** A case package is a file; a folder of that name is the result of `vidimus explain`. */
export const isPackage = (path: string): boolean => /\.vidimus$/i.test(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true

/** @throws VidimusError as `library.open` */
export async function openLibrary(handlers: Handlers, folder: string, create = false): Promise<void> {
  await handlers['library.open']({ folder, mode: 'write', create }, unwatched)
}

/**
 * What is open when the first window comes: the library asked for (made where there is none yet), else the one used last.
 * Where it can't be opened, the program starts without, and `library.status` tells the window why.
 */
export async function openAtStart(handlers: Handlers, asked = process.env.VIDIMUS_LIBRARY): Promise<void> {
  const { recent } = await handlers['library.status']({}, unwatched)
  const folder = asked ? libraryOf(asked) : recent.find(({ missing }) => !missing)?.folder
  if (folder === undefined) return
  await openLibrary(handlers, folder, Boolean(asked)).catch(() => undefined)
}
