import { describe, expect, it } from 'vitest'
import { readFaceModel } from '../../../src/main/compiler/faceModel'
import { embeddingProgram } from '../../../src/main/compiler/programs/embedding'
import { rules } from '../../../src/main/compiler/rules'
import { BACKBONES, SPELLINGS, spelledAs } from './index'

/** Convs of the forward pass for `batch` images. */
function convs(bytes: Uint8Array, batch: number): number {
  return embeddingProgram(readFaceModel(bytes, rules), batch, rules).ops.Conv ?? 0
}

describe.each(SPELLINGS.map((spelling) => ({ spelling, name: spelledAs(spelling) })))('$name', ({ spelling }) => {
  const { opset, batch } = spelling
  it.each(BACKBONES.filter(({ since, name }) => opset >= since && name !== 'Multihead'))('$name runs four images in one pass', ({ build }) => {
    const { bytes } = build(spelling)
    expect(convs(bytes, 4)).toBe(convs(bytes, batch ?? 1))
  })

  // Its sizes mix the batch into the tokens and the heads: copies are the only safe way.
  it.each(BACKBONES.filter(({ name }) => name === 'Multihead'))('$name runs four images in copies', ({ build }) => {
    const { bytes } = build(spelling)
    expect(convs(bytes, 4)).toBe((4 / (batch ?? 1)) * convs(bytes, batch ?? 1))
  })
})
