import { inputError } from '../../../shared/errors'
import type { Builder } from '../builder'
import { floatAttr, int, intAttr } from '../onnx/attrs'
import { describe, tensor, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'

/** Y = softmax(scale Q K^T + mask) V, a head at a time (opset 23): lowered to MatMul and Softmax. */
export const rule: OpRule = {
  op: 'Attention',
  lower: ({ node, b }) => {
    refuseCache(node)
    const flat = b.dims(node.inputs[0] ?? '').length === 3
    const heads = flat ? intAttr(node, 'q_num_heads', 1) : (b.dims(node.inputs[0] ?? '')[1] ?? 1)
    const q = byHead(b, node.inputs[0] ?? '', heads)
    const k = everyHead(b, byHead(b, node.inputs[1] ?? '', intAttr(node, 'kv_num_heads', heads)), heads)
    const v = everyHead(b, byHead(b, node.inputs[2] ?? '', intAttr(node, 'kv_num_heads', heads)), heads)
    const [, , queries = 1, depth = 1] = b.dims(q)
    const keys = b.dims(k)[2] ?? 1
    const scores = b.scale(b.matmul(q, b.transpose(k, [0, 1, 3, 2])), floatAttr(node, 'scale', 1 / Math.sqrt(depth)))
    const causal = intAttr(node, 'is_causal', 0) === 1 ? b.add(scores, b.constant(causalMask(queries, keys))) : scores
    const masked = node.inputs[3] ? b.add(causal, additive(b, node.inputs[3])) : causal
    const y = b.matmul(b.op('Softmax', [capped(b, masked, floatAttr(node, 'softcap', 0))], { axis: int(3) }), v)
    return [flat ? joined(b, y) : y]
  }
}

function refuseCache(node: Node): void {
  if (node.inputs.slice(4).some((name) => name !== '') || node.outputs.slice(1).some((name) => name !== ''))
    throw inputError('model.attribute', `${describe(node)} keeps keys and values between runs or gives its scores, which only language models use. Vidimus does not know that form.`)
}

/** [N, L, heads * depth] -> [N, heads, L, depth]; four axes are that already. */
function byHead(b: Builder, x: string, heads: number): string {
  const dims = b.dims(x)
  const [n = 1, length = 1, width = 1] = dims
  return dims.length === 4 ? x : b.transpose(b.reshape(x, [n, length, heads, width / heads]), [0, 2, 1, 3])
}

function joined(b: Builder, y: string): string {
  const [n = 1, heads = 1, length = 1, depth = 1] = b.dims(y)
  return b.reshape(b.transpose(y, [0, 2, 1, 3]), [n, length, heads * depth])
}

/** Where several query heads share one of keys and values, that one is repeated. */
function everyHead(b: Builder, x: string, heads: number): string {
  const [n = 1, own = 1, length = 1, depth = 1] = b.dims(x)
  if (own === heads) return x
  return b.reshape(b.expand(b.reshape(x, [n, own, 1, length, depth]), [n, own, heads / own, length, depth]), [n, heads, length, depth])
}

/** Finite, since infinity less infinity is no number. */
const FORBIDDEN = -1e30

const causalMask = (queries: number, keys: number): ReturnType<typeof tensor> =>
  tensor('float32', [queries, keys], Array.from({ length: queries * keys }, (_, i) => (i % keys > Math.floor(i / keys) ? FORBIDDEN : 0)))

const additive = (b: Builder, mask: string): string => (b.type(mask).dtype === 'bool' ? b.where(mask, b.scalar(0), b.scalar(FORBIDDEN)) : mask)

const capped = (b: Builder, scores: string, cap: number): string => (cap === 0 ? scores : b.scale(b.op('Tanh', [b.scale(scores, 1 / cap)]), cap))
