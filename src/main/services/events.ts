import type { EventMessage, EventName, EventPayload } from '../../shared/ipc/contract'

type Listener = (message: EventMessage) => void

/** Tells every open window (each a ClientSession that subscribed). */
export class Broadcast {
  readonly #listeners = new Set<Listener>()

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  emit<N extends EventName>(event: N, payload: EventPayload<N>): void {
    for (const listener of this.#listeners) listener({ event, payload })
  }
}
