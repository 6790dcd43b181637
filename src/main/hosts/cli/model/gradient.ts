import { readFile } from 'node:fs/promises'
import { inputError, usageError } from '../../../../shared/errors'
import { readFaceModel, readImageModel, type FaceModel } from '../../../compiler/faceModel'
import { sizeOf } from '../../../compiler/onnx/graph'
import { gradientProgram } from '../../../compiler/programs/gradient'
import { IMAGES } from '../../../compiler/prepare/specialize'
import { rules } from '../../../compiler/rules'
import { Session, type Tensor } from '../../../runtime/session'
import { readModelFile } from '../../../services/explain/readModelFile'
import { fromLittleEndian, littleEndian } from '../output/npy'
import { writeFileAtomically } from '../output/writeFileAtomically'

export interface GradientOptions {
  input: string
  shape: number[]
  cotangent: string
  out: string
  output?: string
  json?: true
}

/** `vidimus model gradient`: writes d(sum w * y)/dx. */
export async function runGradient(path: string, { input, shape, cotangent, out, output, json }: GradientOptions): Promise<void> {
  const model = readWithOutput(await readModelFile(path), output)
  checkShape(model, shape)
  const x = await readTensor(input, shape, '--shape')
  const program = gradientProgram(model, shape, rules)
  const w = await readTensor(cotangent, program.outputDims, `the output "${model.embedding.name}"`)
  const gradient = await runProgram(program.bytes, { [IMAGES]: x, cotangent: w })
  await writeFileAtomically(out, littleEndian(gradient.data))
  const report = { output: model.embedding.name, outputShape: program.outputDims, shape: gradient.dims, out }
  console.log(json === true ? JSON.stringify(report) : `Wrote the gradient of "${report.output}" [${report.outputShape.join(', ')}] by "${model.input.name}" [${shape.join(', ')}] to ${out}`)
}

/** An output named by the user need not look like an embedding. */
function readWithOutput(bytes: Uint8Array, output: string | undefined): FaceModel {
  if (output === undefined) return readFaceModel(bytes, rules)
  const model = readImageModel(bytes)
  const names = model.graph.outputs.map(({ name }) => name)
  if (!names.includes(output)) throw usageError('gradient.output', `The model has no output "${output}". Its outputs: ${names.join(', ')}.`)
  return { ...model, embedding: { name: output, size: 0 } }
}

async function runProgram(bytes: Uint8Array, feeds: Record<string, Tensor>): Promise<Tensor> {
  const session = await Session.open(bytes)
  try {
    const { gx } = await session.run(feeds, ['gx'])
    return gx!
  } finally {
    await session.release()
  }
}

/** The batch is free; the rest must be what the model takes. */
function checkShape({ input }: FaceModel, shape: readonly number[]): void {
  const { name, layout, height, width } = input
  const wanted = layout === 'NCHW' ? [3, height, width] : [height, width, 3]
  if (shape.length === 4 && wanted.every((dim, i) => shape[i + 1] === dim)) return
  throw usageError('gradient.shape', `--shape ${shape.join(',')} does not fit the model: its input "${name}" takes [batch, ${wanted.join(', ')}].`)
}

async function readTensor(path: string, dims: readonly number[], of: string): Promise<Tensor> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw inputError('tensor.unreadable', `"${path}" could not be read (${cause.code ?? cause.message}). Check the path.`, { cause })
  })
  const wanted = sizeOf(dims) * 4
  if (bytes.length !== wanted)
    throw inputError('tensor.size', `"${path}" has ${bytes.length} bytes; ${of} [${dims.join(', ')}] takes ${wanted} (float32, 4 bytes a value). Write it again in that shape.`)
  return { dims, data: fromLittleEndian(bytes) }
}
