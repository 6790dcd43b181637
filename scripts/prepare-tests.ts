/**
 * Brings what the tests need and a fresh machine lacks: a Chromium, the Vulkan loader for the WebGPU test, and poppler's tools
 * for the tests that open PDFs.
 * On Debian all are packages; elsewhere Playwright brings its own Chromium. Does nothing where all is there.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'

const isLinux = process.platform === 'linux'
const hasVulkan = (): boolean => !isLinux || globSync('/usr/lib{,64,/*-linux-gnu}/libvulkan.so.1').length > 0
const hasPoppler = (): boolean => spawnSync('pdftotext', ['-v']).error === undefined
const has = (path: string): boolean => existsSync(path)

function missingPackages(): string[] {
  return [...(findChromium() === undefined ? ['chromium'] : []), ...(hasVulkan() ? [] : ['libvulkan1']), ...(hasPoppler() ? [] : ['poppler-utils'])]
}

function aptInstall(packages: string[]): void {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const step of [['update', '-q'], ['install', '-y', '-q', '--no-install-recommends', ...packages]]) {
    const [command, ...rest] = [...prefix, 'apt-get', ...step]
    const { status, stderr, error } = spawnSync(command!, rest, { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
    if (status !== 0) throw new Error(error?.message ?? stderr.trim().split('\n').at(-1) ?? `apt-get ${step[0]} failed`)
  }
}

function playwrightInstall(): void {
  const cli = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js')
  execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'inherit', 'inherit'] })
}

function provide(missing: string[]): void {
  if (isLinux && has('/usr/bin/apt-get')) return aptInstall(missing)
  if (missing.includes('chromium')) playwrightInstall()
}

try {
  const missing = missingPackages()
  if (missing.length > 0) {
    console.log(`tests: installing ${missing.join(' and ')}`)
    provide(missing)
  }
  const chromium = findChromium()
  if (chromium === undefined) throw new Error('no Chromium was found afterwards')
  console.log(`tests: Chromium at ${chromium}${hasVulkan() ? '' : '; no libvulkan.so.1, the WebGPU test will be skipped'}${hasPoppler() ? '' : '; no poppler-utils, tests that open PDFs will be skipped'}`)
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(`vidimus: the tests need Chromium, libvulkan1 and poppler-utils, which could not be installed (${reason}). Run "apt-get install chromium libvulkan1 poppler-utils" as root, or set VIDIMUS_CHROMIUM to a Chromium.`)
  process.exitCode = 1
}
