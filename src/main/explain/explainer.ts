import type { Crop } from './explanation'

export interface CropPair {
  a: Crop
  b: Crop
}

/** One signed map an image, each [height, width] row-major, unit of the method; high argues for the same source. */
export interface SignedMaps {
  width: number
  height: number
  a: Float32Array
  b: Float32Array
}

/** What every explainer is asked. */
export interface ExplainRequest {
  /** Aligned crops of the model's own size. Results that methods share are kept as long as this object lives. */
  pair: CropPair
  /** Decision threshold th_d, a cosine. */
  threshold: number
  /** For methods that draw at random: same seed, same maps. */
  seed: number
  /** Where one image's map is enough, the other's may be left empty: half the work of a method that takes the images in turn. */
  only?: 'a' | 'b'
  /** Forward passes done and to do, for methods that take long. */
  progress?: (done: number, total: number) => void
  /** Ends the work with `cancelled` between two runs of the model. */
  signal?: AbortSignal
}
