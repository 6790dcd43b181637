import { PbfWriter } from 'pbf'
import { encodeModel, encodeSpelled } from '../../src/main/compiler/onnx/encode'
import { tensor, type Graph, type Node } from '../../src/main/compiler/onnx/graph'

const SIZE = 8

/** A face model in the smallest form: the mean colour, a 1x1 convolution, [1, 8]. */
export function tinyGraph(change: Partial<Graph> = {}, side = 112, channels = 3): Graph {
  return {
    name: 'tiny',
    opset: 13,
    inputs: [{ name: 'x', dtype: 'float32', dims: [1, channels, side, side] }],
    outputs: [{ name: 'y', dtype: 'float32', dims: [1, SIZE] }],
    initializers: new Map([['w', tensor('float32', [SIZE, channels, 1, 1], Array.from({ length: SIZE * channels }, (_, i) => Math.sin(i + 1)))]]),
    nodes: [node('Conv', ['x', 'w'], ['c']), node('Relu', ['c'], ['r']), node('GlobalAveragePool', ['r'], ['p']), node('Flatten', ['p'], ['y'])],
    ...change
  }
}

export const node = (op: string, inputs: string[], outputs: string[], domain = ''): Node => ({ op, domain, name: `${op} of ${inputs[0]}`, inputs, outputs, attrs: {} })

const last = tinyGraph().nodes.slice(1)

/** Models that no one can explain, each for one reason. */
export const BROKEN = {
  nan: () => encodeModel(tinyGraph({ initializers: new Map([['w', tensor('float32', [SIZE, 3, 1, 1], new Array<number>(SIZE * 3).fill(NaN))]]) })),
  greyInput: () => encodeModel(tinyGraph({}, 112, 1)),
  text: () => Buffer.from('This is not a model. It was renamed.\n'),
  cycle: () => encodeSpelled(tinyGraph({ nodes: [node('Conv', ['r', 'w'], ['c']), ...last] })),
  missingInitializer: () => encodeSpelled(tinyGraph({ initializers: new Map() })),
  noRule: () => encodeSpelled(tinyGraph({ nodes: [node('Conv', ['x', 'w'], ['c0']), node('Magic', ['c0'], ['c1'], 'com.example'), node('NonZero', ['c1'], ['c']), ...last] })),
  externalData
} satisfies Record<string, () => Uint8Array>

/** ModelProto with one initializer whose data lie in another file (data_location EXTERNAL). */
function externalData(): Uint8Array {
  const pbf = new PbfWriter()
  pbf.writeVarintField(1, 8)
  pbf.writeMessage(8, (_, opset) => opset.writeVarintField(2, 13), undefined)
  pbf.writeMessage(7, (_, graph) => graph.writeMessage(5, writeExternalTensor, undefined), undefined)
  return pbf.finish()
}

function writeExternalTensor(_: unknown, pbf: PbfWriter): void {
  pbf.writeVarintField(1, SIZE)
  pbf.writeVarintField(2, 1)
  pbf.writeStringField(8, 'w')
  pbf.writeMessage(13, (_entry, entry) => {
    entry.writeStringField(1, 'location')
    entry.writeStringField(2, 'weights.bin')
  }, undefined)
  pbf.writeVarintField(14, 1)
}
