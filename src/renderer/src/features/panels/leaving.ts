/**
 * Calls `leave` when the window is closed or loaded anew, which takes no component apart, and when what is given back is
 * called: for a component that goes. After that the window's end no longer matters.
 */
export function leaving(window: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>, leave: () => void): () => void {
  window.addEventListener('pagehide', leave)
  return () => {
    window.removeEventListener('pagehide', leave)
    leave()
  }
}
