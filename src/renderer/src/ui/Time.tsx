import { Text, Tooltip, type TextProps } from '@mantine/core'
import { dateTime } from './format'

/** A moment, UTC, to the minute; to the millisecond, and in this machine's own time, in its hint. */
export function Time({ at, ...rest }: { at: string } & TextProps) {
  return (
    <Tooltip label={`${at}; here ${new Date(at).toLocaleString('sv', { timeZoneName: 'short' })}`}>
      <Text span inherit className="tabular" {...rest}>
        <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>{dateTime(at)}</time>
      </Text>
    </Tooltip>
  )
}
