import type { Attrs, DType } from './onnx/graph'

/**
 * One point at which a rule is tried, as data; `X.cases.ts` beside the rule X exports `cases`. The harness
 * (test/compiler/rules) runs each against ONNX Runtime's forward pass and differences of it, and knows nothing of the rules.
 */
export interface RuleCase {
  name: string
  /** Without `opset`: the compiler's canonical form (parameters are attributes). With it: spelled as that opset wants. */
  attrs?: Attrs
  opset?: number
  /** The op's inputs in order; null for an optional one that is left out. */
  inputs: readonly (CaseInput | null)[]
  /** Positions in `inputs` that are no inputs of the node: its subgraphs take them by name (x0, x1, ...). */
  captured?: readonly number[]
  /** How many outputs the node has; 1 unless said otherwise. */
  outputs?: number
  /** Largest relative error of the cotangents against differences; 2e-3 unless said otherwise. */
  tolerance?: number
  /**
   * At a kink differences say nothing: the cotangents that the convention gives, one list for each differentiable input, for
   * a cotangent of ones.
   */
  expect?: readonly (readonly number[])[]
}

/** A float32 input that is not `constant` is differentiated; `constant` makes it a weight. */
export interface CaseInput {
  dims: readonly number[]
  domain: Domain
  dtype?: DType
  constant?: boolean
}

/** Where an input's values come from. Differences step by 1/64, so values keep `MARGIN` from every kink in `away`. */
export type Domain =
  | { kind: 'uniform'; from: number; to: number; away: readonly number[] }
  /** As uniform, but no two closer than MARGIN (maxima, minima, orders). */
  | { kind: 'distinct'; from: number; to: number; away: readonly number[] }
  | { kind: 'integers'; from: number; to: number }
  | { kind: 'values'; values: readonly number[] }

export const MARGIN = 1 / 20

export const uniform = (from = -2, to = 2, away: readonly number[] = []): Domain => ({ kind: 'uniform', from, to, away })
export const distinct = (from = -2, to = 2, away: readonly number[] = []): Domain => ({ kind: 'distinct', from, to, away })
/** Uniform on -2..2, away from kinks. */
export const away = (...kinks: readonly number[]): Domain => uniform(-2, 2, kinks)
export const positive: Domain = uniform(0.5, 2)
/** Whole numbers from `from` to `to`, both included. */
export const integers = (from: number, to: number): Domain => ({ kind: 'integers', from, to })
export const values = (...list: readonly number[]): Domain => ({ kind: 'values', values: list })

/** A differentiable input. */
export const input = (dims: readonly number[], domain: Domain = uniform()): CaseInput => ({ dims, domain })
/** A weight or another value known when the graph is compiled. */
export const weight = (dims: readonly number[], domain: Domain = uniform(), dtype: DType = 'float32'): CaseInput => ({ dims, domain, dtype, constant: true })
/** A computed input of another dtype (a condition, indices): never differentiated. */
export const typed = (dims: readonly number[], domain: Domain, dtype: DType): CaseInput => ({ dims, domain, dtype })
