import { InvalidArgumentError, type Command } from 'commander'

const EXAMPLES = `
Examples:
  vidimus serve --open
  vidimus serve --library cases --port 8123

Prints one line, the address to open. It holds a token: whoever has it can use the workstation from this machine.
Nothing outside this machine can reach it. Ctrl-C ends it.`

interface Options {
  port?: number
  library?: string
  open?: boolean
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('the workstation in a browser on this machine')
    .option('--port <port>', 'the port on 127.0.0.1 (default: any free one)', parsePort)
    .option('--library <folder>', 'the case library to open, made where there is none yet (default: the one used last)')
    .option('--open', 'open it in your browser')
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => (await import('../../web/serve')).serve(options))
}

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65536) return Number(text)
  throw new InvalidArgumentError('It must be a number from 0 to 65535.')
}
