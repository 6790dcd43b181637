import { Text, Tooltip, type TextProps } from '@mantine/core'
import { dateTime } from './format'

/** A moment in local time; the exact one, UTC, in its hint. */
export function Time({ at, ...rest }: { at: string } & TextProps) {
  return (
    <Tooltip label={`${at} (UTC)`}>
      <Text span inherit className="tabular" {...rest}>
        <time dateTime={at}>{dateTime(at)}</time>
      </Text>
    </Tooltip>
  )
}
