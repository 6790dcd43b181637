import { join } from 'node:path'
import sharp from 'sharp'
import type { Report } from '../../../src/shared/domain/report'
import { exhibitPicture, SIDE_PICTURES, sidePicture } from '../../../src/main/reports/document/pictures'

const photo = (n: number): string => join(import.meta.dirname, `../../../node_modules/@vladmandic/face-api/demo/sample${((n - 1) % 6) + 1}.jpg`)

/** Pictures of the right kinds and sizes for a report, from the test photos. @param side of a plate, pixels */
export async function writePictures({ exhibits, comparisons }: Report, folder: string, side = 200): Promise<void> {
  for (const [i, { label, photo: facts }] of exhibits.entries()) await sharp(photo(i + 1)).resize(facts!.width, facts!.height, { fit: 'cover' }).jpeg().toFile(join(folder, exhibitPicture(label)))
  const sizes = { plate: side, enhanced: side, crop: 112, similar: 448, dissimilar: 448, combined: 448 }
  for (const [i, { label }] of comparisons.entries())
    for (const [j, face] of (['a', 'b'] as const).entries())
      for (const which of SIDE_PICTURES) await sharp(photo(i + j + 1)).resize(sizes[which], sizes[which], { fit: 'cover' }).modulate({ hue: i * 20, saturation: which === 'plate' ? 1 : 0.5 }).png({ compressionLevel: 1 }).toFile(join(folder, sidePicture(label, face, which)))
}
