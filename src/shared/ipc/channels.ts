/** The two Electron IPC channels, named once for both their ends. */
export const INVOKE_CHANNEL = 'vidimus:invoke'
export const EVENT_CHANNEL = 'vidimus:event'
