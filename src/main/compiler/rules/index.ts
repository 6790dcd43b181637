import type { RuleBook } from '../builder'
import type { OpRule } from '../rule'
import { rule as Add } from './Add'
import { rule as Cast } from './Cast'
import { rule as Constant } from './Constant'
import { rule as Identity } from './Identity'
import { rule as Mul } from './Mul'
import { rule as Relu } from './Relu'
import { rule as Transpose } from './Transpose'

/** Every rule there is; a new op is a new file and a line here. */
export const RULES: readonly OpRule[] = [
  Add,
  Cast,
  Constant,
  Identity,
  Mul,
  Relu,
  Transpose
]

const book = new Map(RULES.map((rule) => [`${rule.domain ?? ''}:${rule.op}`, rule]))

export const rules: RuleBook = (op, domain) => book.get(`${domain}:${op}`)
