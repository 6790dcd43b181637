import type { Command } from 'commander'

/** Measurements. Each one is a file in ../bench and a line here. */
export function addBench(program: Command): void {
  program.command('bench').description('measure how well and how fast this machine explains')
}
