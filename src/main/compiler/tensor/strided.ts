import { allocate, sizeOf, type Tensor } from '../onnx/graph'

/** Row-major strides, in elements. */
export function stridesOf(dims: readonly number[]): number[] {
  const strides = new Array<number>(dims.length)
  let stride = 1
  for (let axis = dims.length - 1; axis >= 0; axis--) {
    strides[axis] = stride
    stride *= dims[axis] ?? 1
  }
  return strides
}

/**
 * The workhorse of constant movement: out[m] = x[offset + sum_k m_k * strides_k], row-major over `dims`.
 * Transpose, Slice, Expand and broadcasting are all of this form (stride 0 repeats, negative strides flip).
 */
export function view(x: Tensor, dims: readonly number[], strides: readonly number[], offset = 0): Tensor {
  const data = allocate(x.dtype, sizeOf(dims))
  const index = new Array<number>(dims.length).fill(0)
  let from = offset
  for (let i = 0; i < data.length; i++) {
    data[i] = x.data[from] ?? 0
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      const stride = strides[axis] ?? 0
      const next = (index[axis] ?? 0) + 1
      from += stride
      if (next < (dims[axis] ?? 1)) {
        index[axis] = next
        break
      }
      from -= stride * next
      index[axis] = 0
    }
  }
  return { dtype: x.dtype, dims, data }
}
