import type { ExplainerId } from '../../../shared/domain/explainers'
import { VidimusError } from '../../../shared/errors'
import type { Engine } from '../engine'
import type { ModelChoice } from '../engineWork/types'

/**
 * Opens the model before a comparison. Compiling one takes longer than a cancelled call may take to stop, so that cancelling
 * would kill the engine and the next call begin anew, over and over while a threshold is moved: cancelling stops the waiting
 * alone, the model opens on.
 *
 * @throws VidimusError `job.cancelled`, and what opening a model throws
 */
export async function openModel(engine: Engine, choice: ModelChoice & { explainer?: ExplainerId }, signal: AbortSignal): Promise<void> {
  const opening = engine.call('openModel', choice)
  let stop = (): void => undefined
  const cancelled = new Promise<never>((_, reject) => {
    stop = () => reject(new VidimusError('cancelled', 'job.cancelled', 'The comparison was cancelled; nothing was kept.'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  try {
    await Promise.race([opening, cancelled])
  } finally {
    signal.removeEventListener('abort', stop)
    // Whoever waits for the model next is told what is wrong with it.
    opening.catch(() => undefined)
  }
}
