import { describe, expect, it } from 'vitest'
import { bottlenecks } from '../../../src/main/compiler/grids/bottlenecks'
import type { Node } from '../../../src/main/compiler/onnx/graph'

const node = (inputs: string, output: string): Node => ({ op: 'Op', domain: '', name: output, inputs: inputs.split(' '), outputs: [output], attrs: {} })

describe('values that everything goes through', () => {
  it('are those between residual blocks, not those within', () => {
    const nodes = [node('x w', 'stem'), node('stem w', 'a'), node('a', 'b'), node('stem b', 'sum'), node('sum', 'c'), node('sum c', 'sum2'), node('sum2', 'y')]
    expect(bottlenecks(nodes, 'x', 'y')).toEqual(['stem', 'sum', 'sum2', 'y'])
  })

  it('leave out what does not lead to the output, and a skip over everything leaves none', () => {
    const aside = [node('x', 'a'), node('a', 'other'), node('other', 'more'), node('a', 'y')]
    expect(bottlenecks(aside, 'x', 'y')).toEqual(['a', 'y'])
    const skipped = [node('x', 'a'), node('a', 'b'), node('b x', 'y')]
    expect(bottlenecks(skipped, 'x', 'y')).toEqual(['y'])
  })
})
