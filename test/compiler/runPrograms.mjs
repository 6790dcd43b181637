// Loads and runs each program with zeros, in a process that a native crash may end: one line a program, "ran", "refused" or "failed".
import * as ort from 'onnxruntime-node'

for (const file of process.argv.slice(2)) {
  try {
    const session = await ort.InferenceSession.create(file, { intraOpNumThreads: 1, logSeverityLevel: 4 })
    const zeros = (shape) => new ort.Tensor('float32', new Float32Array(shape.reduce((a, b) => a * b, 1)), shape)
    const feeds = Object.fromEntries(session.inputMetadata.map(({ name, shape }) => [name, zeros(shape)]))
    await session.run(feeds).then(
      () => console.log('ran'),
      (error) => console.log('failed', String(error).replaceAll('\n', ' ').slice(0, 300))
    )
    await session.release()
  } catch (error) {
    console.log('refused', String(error).replaceAll('\n', ' ').slice(0, 300))
  }
}
