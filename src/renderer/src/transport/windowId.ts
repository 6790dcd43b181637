/** This window, to the web host: what it uploads belongs to it and goes with it. */
export const windowId = crypto.randomUUID()
