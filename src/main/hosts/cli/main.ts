/** Entry of the command line. */
import { Command } from 'commander'
import { appAbout } from '../../services/app'

const { version, description } = await appAbout()
await new Command('vidimus').description(description).version(version).parseAsync()
