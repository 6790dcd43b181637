/** Finds a Chromium that Playwright can drive, and the software Vulkan device that comes with Debian's. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The first of: VIDIMUS_CHROMIUM, a system Chromium or Chrome on the PATH, Playwright's own.
 * @throws Error when VIDIMUS_CHROMIUM names no file
 */
export function findChromium(): string | undefined {
  const named = process.env['VIDIMUS_CHROMIUM']
  if (named !== undefined && !existsSync(named)) throw new Error(`VIDIMUS_CHROMIUM names ${named}, which does not exist. Give the path of a Chromium, or unset it.`)
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
  const onPath = names.flatMap(name => folders.map(folder => join(folder, name)))
  return [...(named === undefined ? [] : [named]), ...onPath, chromium.executablePath()].find(path => existsSync(path))
}

/**
 * What every start of Chromium needs: no talk to the network on its own account, and no sandbox where it can't have
 * one (root).
 */
export const chromiumArguments = ['--disable-background-networking', '--disable-component-update', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
