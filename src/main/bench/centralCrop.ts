import type { CropSize } from '../../shared/geometry/alignment'
import { alignFace } from '../faces/align'
import { chooseFace } from '../faces/chooseFace'
import type { FaceEngine } from '../faces/engine'
import { openPhoto } from '../faces/photo'
import type { Pixels } from '../faces/pixels'

/** The aligned crop, 112x112 unless another size is wanted, of the face nearest the middle of a photo. @throws VidimusError (input) `face.none` and what decoding a photo throws */
export async function centralCrop(bytes: Uint8Array, faces: FaceEngine, size?: CropSize): Promise<Pixels> {
  const photo = await openPhoto(bytes)
  return (await alignFace(photo, chooseFace(await faces.findFaces(photo), 'central', photo).points5, size)).crop
}
