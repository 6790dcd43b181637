#!/usr/bin/env node
// Starts the built command line. This file alone must parse on any Node: the machine's own may be older than
// what the program needs, and then the Node that npm installed beside it takes over.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = path => fileURLToPath(new URL(path, import.meta.url))
const oldest = [22, 12]

const fail = message => {
  console.error(`vidimus: ${message}`)
  process.exit(1)
}

const isTooOld = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1])
}

const runWithOwnNode = () => {
  const node = ['node', 'node.exe'].map(name => here(`../node_modules/node/bin/${name}`)).find(path => existsSync(path))
  if (!node) fail(`Node ${process.versions.node} is too old (${oldest.join('.')} or newer is needed). Run "npm install" in ${here('..')}, which brings one.`)
  const { status, signal, error } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  if (error) fail(`${node} could not be started: ${error.message}. Run "npm install" again.`)
  if (signal) process.kill(process.pid, signal)
  process.exit(status ?? 1)
}

if (isTooOld()) runWithOwnNode()
const program = here('../out/main/cli.js')
if (!existsSync(program)) fail(`The program is not built: ${program} is missing. Run "npm run build" in ${here('..')}`)
await import(pathToFileURL(program).href)
