import type { Picture } from '../../../shared/domain/common'
import type { CallInput } from '../../../shared/ipc/contract'
import { useCall } from '../client'

type PictureCall = 'exhibit.image' | 'face.crop' | 'face.plate'

export interface ShownPicture {
  /** For an <img>; null while it loads or where it failed. */
  url: string | null
  picture: Picture | null
  error: Error | null
}

/** Addresses live as long as the picture they show: until nothing holds it any more. */
const urls = new WeakMap<Picture, string>()
const gone = new FinalizationRegistry<string>(url => URL.revokeObjectURL(url))

function urlOf(picture: Picture): string {
  const known = urls.get(picture)
  if (known !== undefined) return known
  const url = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }))
  urls.set(picture, url)
  gone.register(picture, url)
  return url
}

/** A picture of the library as an address that an <img> takes. */
export function usePicture<N extends PictureCall>(name: N, input: CallInput<N>, { enabled = true }: { enabled?: boolean } = {}): ShownPicture {
  const { data, error } = useCall(name, input, { enabled, keepPrevious: name === 'face.plate' || name === 'face.crop' })
  const picture = (data as Picture | undefined) ?? null
  return { url: picture && urlOf(picture), picture, error }
}
