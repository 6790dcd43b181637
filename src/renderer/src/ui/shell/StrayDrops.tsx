import { useEffect } from 'react'

const refuse = (event: DragEvent): void => event.preventDefault()

/** A file dropped where nothing takes it must not replace the window. */
export function StrayDrops() {
  useEffect(() => {
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
  return null
}
