import { alignFace } from '../faces/align'
import { chooseFace } from '../faces/chooseFace'
import type { FaceEngine } from '../faces/engine'
import { openPhoto } from '../faces/photo'
import type { Pixels } from '../faces/pixels'
import { readPhotoFile } from '../faces/readPhotoFile'

/** The aligned crop, 112x112, of the face nearest the middle of a photo. @throws VidimusError (input) `face.none` and what reading a photo throws */
export async function centralCrop(path: string, faces: FaceEngine): Promise<Pixels> {
  const photo = await openPhoto(await readPhotoFile(path))
  return (await alignFace(photo, chooseFace(await faces.findFaces(photo), 'central', photo).points5)).crop
}
