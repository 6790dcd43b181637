import type { Finding } from '../../../services/replay/difference'
import type { RunReplay } from '../../../services/replay/replayRun'
import type { Verification } from '../../../services/replay/verification'

const WHAT: Readonly<Record<Verification['kind'], string>> = { package: 'Case package', report: 'Report', result: 'Result', document: 'Report (PDF)', signature: 'Signature' }
const ANSWER: Readonly<Record<Verification['state'], string>> = {
  identical: 'IDENTICAL: everything is as it was made, to the last bit.',
  equal: 'EQUAL WITHIN 1e-4: everything is as it was made but for rounding.',
  differs: 'DIFFERS: not everything is as it was made.',
  incomplete: 'INCOMPLETE: nothing differs, but not everything could be checked.'
}
/** A PDF says nothing that is computed. */
const UNCHANGED = 'UNCHANGED: its bytes are those that were made.'
/** Where nothing outside the file says what it was. */
const COMPUTED = 'IDENTICAL: all that can be computed again or compared is as it was made, to the last bit.'
const MOST_FAULTS = 50

export function inWords(verification: Verification): string {
  const { kind, file, sha256, state, faults, runs, unchecked, notes } = verification
  const answer = state !== 'identical' ? ANSWER[state] : kind === 'document' || kind === 'signature' ? UNCHANGED : notes.length > 0 ? COMPUTED : ANSWER.identical
  return [
    `${WHAT[kind]} ${file}`,
    `SHA-256 ${sha256}`,
    ...signatureLines(verification),
    ...logLines(verification),
    ...faults.slice(0, MOST_FAULTS).map(({ message }) => `  ! ${message}`),
    ...(faults.length > MOST_FAULTS ? [`  ! and ${faults.length - MOST_FAULTS} more`] : []),
    ...unchecked.map(text => `  ? ${text}`),
    ...notes.map(text => `  - ${text}`),
    ...runs.flatMap(runLines),
    answer
  ].map(printable).join('\n')
}

/** What a file says of itself must not move the terminal's cursor. */
const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')

const signatureLines = ({ signature }: Verification): string[] => (signature === null || signature.state === 'broken' ? [] : [signature.message])

function logLines({ log, logs, records }: Verification): string[] {
  const one = log === null ? [] : [log.ok ? `The log is whole: ${log.rows} rows, head ${log.head ?? 'none'}.` : 'The log is not whole.']
  const lines = logs.length > 1 ? logs.map(logLine) : one
  if (records === null) return lines
  const unbound = records.unbound === 0 ? '' : `; ${records.unbound} could not be compared in full, because the log does not hold all of what they say`
  return [...lines, `${records.checked} records compared with the log: ${records.differences === 0 ? 'none differs' : `${records.differences} ${records.differences === 1 ? 'differs' : 'differ'}`}${unbound}.`]
}

/** Whose log says what: a library vouches for its own rows, and by its row of an import for the log that came with it. */
const logLine = ({ name, ok, rows, head, records }: Verification['logs'][number]): string =>
  `${name.replace(/^t/, 'T')} is ${ok ? `whole (${rows} rows, head ${head ?? 'none'})` : 'not whole'}; it speaks of ${records} records.`

function runLines({ label, state, missing, findings, devices }: RunReplay): string[] {
  const head = `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${missing === null ? state === 'equal' ? 'equal within 1e-4' : state : `not computed again: ${missing}`}`
  const other = devices.now !== null && state !== 'identical' ? [`    recorded on ${devices.recorded}, computed on ${devices.now}`] : []
  return [head, ...findings.filter(({ state: of }) => of !== 'identical').map(line), ...other]
}

const line = ({ state, message }: Finding): string => `  ${state === 'differs' ? '!' : state === 'equal' ? '~' : '?'} ${message}`
