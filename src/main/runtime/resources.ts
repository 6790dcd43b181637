import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { VidimusError } from '../../shared/errors'

/**
 * The folder that holds package.json, out/ and (in a checkout) resources/: found by walking up from this module,
 * because the built program, the packaged program and the tests each run from another depth.
 *
 * @throws VidimusError `install.incomplete`
 */
export function programRoot(from = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from
  const parent = dirname(from)
  if (parent === from) throw incomplete('its package.json', import.meta.dirname)
  return programRoot(parent)
}

/** The resources folder: beside the program in a package (Electron names it), below the root in a checkout. */
export function resourcesFolder(): string {
  const packaged = (process as { resourcesPath?: string }).resourcesPath
  const candidates = [...(packaged === undefined ? [] : [packaged]), join(programRoot(), 'resources')]
  const found = candidates.find(folder => existsSync(join(folder, 'models', 'models.json')))
  if (found === undefined) throw incomplete('models/models.json', candidates.join(' and '))
  return found
}

const incomplete = (what: string, where: string): VidimusError =>
  new VidimusError('fault', 'install.incomplete', `Vidimus could not find ${what}, looking from ${where}. Install it again.`)
