import type { Embedder } from '../../explain/embedder'
import type { Crop } from '../../explain/explanation'
import { cosine } from '../../explain/methods/occlusion'
import { keyOfBytes } from './mapCache'

/** Scores versions of one image against another; a version seen before, by whichever method, costs nothing. */
export class Scorer {
  private readonly known = new Map<string, number>()

  private constructor(
    private readonly embedder: Pick<Embedder, 'embed'>,
    private readonly other: Float32Array
  ) {}

  static async against(other: Crop, embedder: Pick<Embedder, 'embed'>): Promise<Scorer> {
    const [embedding] = await embedder.embed([other])
    return new Scorer(embedder, embedding!)
  }

  /** Cosine, -1..1. */
  async score(crop: Crop): Promise<number> {
    const key = keyOfBytes(crop.rgb)
    const known = this.known.get(key)
    if (known !== undefined) return known
    const [embedding] = await this.embedder.embed([crop])
    const score = cosine(embedding!, this.other)
    this.known.set(key, score)
    return score
  }
}
