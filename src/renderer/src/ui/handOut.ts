import { notifications } from '@mantine/notifications'
import type { Delivery } from '../../../shared/domain/casePackage'

/** Hands a file to the user: the browser downloads it, or the desktop has saved it already and says where. */
export function handOut(delivery: Delivery): void {
  if (delivery.kind === 'saved') notifications.show({ title: 'Saved', message: delivery.path, role: 'status', autoClose: 8000, className: 'breakable' })
  if (delivery.kind === 'download') download(delivery.url, delivery.name)
}

function download(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}
