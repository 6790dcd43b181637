import { canonicalJson } from '../canonicalJson'
import type { Replay, Said } from './replay'
import type { Thing, Things } from './things'

/** One record that is not what the log says. */
export interface RecordDifference {
  /** As people call it: "run 2 of C-1". */
  what: string
  message: string
  /** The comparison that it belongs to, where there is one. */
  comparison: string | null
}

export interface RecordCheck {
  /** Records compared. */
  checked: number
  differences: RecordDifference[]
  /** Records from before the log held all of what they say: could be compared in part or not at all. */
  unbound: number
}

/** What stands stored against what the log says, record by record. */
export function compareThings(things: Things, { said, loose }: Replay, only: readonly string[] | null): RecordCheck {
  const check: RecordCheck = { checked: 0, differences: [], unbound: 0 }
  for (const [key, thing] of things) {
    check.checked++
    const told = said.get(key)
    if (told === undefined && isLoose(thing, loose)) check.unbound++
    else if (told === undefined) add(check, thing, 'stands in the database, and the log never says that it was made')
    else if (told.gone === true) add(check, thing, 'stands in the database, and the log says that it was removed')
    else compareFields(check, thing, told)
  }
  for (const [key, told] of said) if (!things.has(key) && told.gone !== true && !mayLack(key, told, only, loose)) add(check, told, 'is not in the database, and the log says that it was made')
  return check
}

const isLoose = ({ exhibit }: Thing, loose: ReadonlySet<string>): boolean => exhibit !== undefined && loose.has(exhibit)

/** What a case packed in part leaves out, and what nothing is stored of before anybody says something. */
function mayLack(key: string, { comparison, fields, exhibit }: Said, only: readonly string[] | null, loose: ReadonlySet<string>): boolean {
  const [noun] = key.split(' ')
  if (noun === 'checklist' && fields.changed === null) return true
  // A use that goes on stays behind when its case is packed.
  if (noun === 'use' && fields.ended === null) return true
  if (noun === 'face' && (exhibit === undefined || loose.has(exhibit))) return true
  if (only === null) return false
  return noun === 'exhibit' || noun === 'face' || (comparison !== null && !only.includes(comparison)) || (comparison === null && ['annotation', 'opinion', 'report'].includes(noun!))
}

function compareFields(check: RecordCheck, thing: Thing, { fields: told }: Said): void {
  const names = Object.keys(thing.fields)
  if (names.some(name => !(name in told))) check.unbound++
  for (const name of names.filter(name => name in told))
    if (!same(thing.fields[name], told[name])) add(check, thing, `its ${name} in the database is ${words(thing.fields[name])}, in the log ${words(told[name])}`)
}

const add = ({ differences }: RecordCheck, { name, comparison }: Pick<Thing, 'name' | 'comparison'>, message: string): void => {
  differences.push({ what: name, message: `${name}: ${message}`, comparison } satisfies RecordDifference)
}

/** SQLite keeps text as UTF-8, where half a character has no place; the log keeps it. */
const same = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b)
const textOf = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value), (_key, part: unknown) => (typeof part === 'string' ? Buffer.from(part, 'utf8').toString('utf8') : part)))

const LONGEST = 120
function words(value: unknown): string {
  if (value === null) return 'nothing'
  const text = typeof value === 'string' ? `"${value}"` : textOf(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} ...` : text
}
