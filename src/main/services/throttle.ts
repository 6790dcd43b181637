/** Passes on the first value at once and then at most one every `everyMs`, the newest; `flush` passes on what waits. */
export function throttle<T>(everyMs: number, pass: (value: T) => void): { push(this: void, value: T): void; flush(this: void): void } {
  let waiting: { value: T } | undefined
  let timer: NodeJS.Timeout | undefined
  const send = (): void => {
    timer = undefined
    if (!waiting) return
    pass(waiting.value)
    waiting = undefined
    timer = setTimeout(send, everyMs)
  }
  return {
    push: value => {
      waiting = { value }
      if (timer === undefined) send()
    },
    flush: () => {
      clearTimeout(timer)
      timer = undefined
      if (waiting) pass(waiting.value)
      waiting = undefined
    }
  }
}
