#!/usr/bin/env node
// Starts the built command line. This file alone must parse on any Node: the machine's own may be older than
// what the program needs, and then the Node that npm installed beside it takes over.
import { spawn } from 'node:child_process'
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

const runWithOwnNode = async () => {
  const node = ['node', 'node.exe'].map(name => here(`../node_modules/node/bin/${name}`)).find(path => existsSync(path))
  if (!node) fail(`Node ${process.versions.node} is too old (${oldest.join('.')} or newer is needed). Run "npm install" in ${here('..')}, which brings one.`)
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl-C in a terminal reaches both processes; a second one passed on here would cut the program's tidying short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', error => fail(`${node} could not be started: ${error.message}. Run "npm install" again.`))
  child.on('close', (status, signal) => {
    if (signal === null) process.exit(status)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

const run = async () => {
  const program = here('../out/main/cli.js')
  if (!existsSync(program)) fail(`The program is not built: ${program} is missing. Run "npm run build" in ${here('..')}`)
  await import(pathToFileURL(program).href)
}

await (isTooOld() ? runWithOwnNode() : run())
