/** The window's own scheme: unlike file:// it has an origin, and it reaches nothing but the built window. */
export const SCHEME = 'vidimus'
export const ORIGIN = `${SCHEME}://app`

/** Whether an address belongs to the window itself. */
export function isOwn(address: string): boolean {
  return address === ORIGIN || address.startsWith(`${ORIGIN}/`)
}
