import type { Command } from 'commander'
import type { KeyOptions } from '../key/key'
import { jsonOption } from '../options'

const EXAMPLES = `
Examples:
  vidimus key create --laboratory "Face examination, Example police"
  vidimus key show
  vidimus key export our-key.pem
  vidimus key export key-backup.json --backup

The passphrase comes from VIDIMUS_PASSPHRASE or is asked for; it is never an argument. These commands open no library,
so that they are rows of no log; in the window, and by "vidimus call key.create - --library FOLDER", they are.`

export function addKey(program: Command): void {
  const key = program.command('key').description('the key that this laboratory signs reports and packages with').addHelpText('after', EXAMPLES)
  key
    .command('create')
    .description('make the key pair; its private half is kept encrypted with a passphrase')
    .requiredOption('--laboratory <name>', 'whose key it is, as reports print it')
    .addOption(jsonOption())
    .addHelpText('after', EXAMPLES)
    .action(async ({ laboratory, ...options }: KeyOptions & { laboratory: string }) => (await import('../key/key')).runCreate(laboratory, options))
  key
    .command('show')
    .description('its laboratory and fingerprint, and the keys that were retired')
    .addOption(jsonOption())
    .action(async (options: KeyOptions) => (await import('../key/key')).runShow(options))
  key
    .command('export')
    .description('the public half for whoever checks signatures, or the encrypted backup')
    .argument('<file>', 'a new file')
    .option('--backup', 'the private half, encrypted with the passphrase')
    .action(async (file: string, options: { backup?: true }) => (await import('../key/key')).runExport(file, options))
}
