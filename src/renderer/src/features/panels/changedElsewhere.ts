import { notifications } from '@mantine/notifications'

/** Another window changed a thing while it was being moved here: what that window stored stays. */
export const sayChangedElsewhere = (what: string): void =>
  void notifications.show({ color: 'yellow', title: 'Changed in another window meanwhile', message: `${what} shows what was stored there; yours was not. Move it again if it shall be otherwise.`, autoClose: false, role: 'alert' })
