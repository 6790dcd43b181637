import type { Transport } from '../../../shared/ipc/client'

/** What the preload gives the window. */
interface Bridge extends Transport {
  /** Where a dropped or chosen file lies on disk; empty for one that does not. */
  pathOf(this: void, file: File): string
}

declare global {
  interface Window {
    /** Put there by the preload; absent in a browser. */
    vidimus?: Bridge
  }
}
