import { string } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'attention scores', attrs: { equation: string('bhid,bhjd->bhij') }, inputs: [input([2, 2, 3, 4]), input([2, 2, 5, 4])] },
  { name: 'attention output', attrs: { equation: string('bhij,bhjd->bhid') }, inputs: [input([2, 2, 3, 5]), input([2, 2, 5, 4])] },
  { name: 'a dense layer', attrs: { equation: string('bnd,de->bne') }, inputs: [input([2, 3, 4]), input([4, 5])] },
  { name: 'heads out of a dense layer', attrs: { equation: string('bnd,dhe->bhne') }, inputs: [input([2, 3, 4]), input([4, 2, 3])] },
  { name: 'implied output', attrs: { equation: string('ij,jk') }, inputs: [input([2, 3]), input([3, 4])] },
  { name: 'outer product', attrs: { equation: string('i,j->ij') }, inputs: [input([3]), input([4])] },
  { name: 'inner product', attrs: { equation: string('i,i->') }, inputs: [input([3]), input([3])] },
  { name: 'summed on one side', attrs: { equation: string('ij,k->ik') }, inputs: [input([2, 3]), input([4])] },
  { name: 'element by element', attrs: { equation: string('ij,ij->ij') }, inputs: [input([2, 3]), input([2, 3])] },
  { name: 'an ellipsis', attrs: { equation: string('...ij,...jk->...ik') }, inputs: [input([2, 3, 4]), input([2, 4, 2])] },
  { name: 'an ellipsis on one side', attrs: { equation: string('...ij,jk->...ki') }, inputs: [input([2, 3, 4]), input([4, 2])] },
  { name: 'a permutation', attrs: { equation: string('ijk->kij') }, inputs: [input([2, 3, 4])] },
  { name: 'a sum', attrs: { equation: string('ij->j') }, inputs: [input([2, 3])] },
  { name: 'three operands', attrs: { equation: string('ij,jk,kl->il') }, inputs: [input([2, 3]), input([3, 4]), input([4, 2])] },
  { name: 'blanks', attrs: { equation: string('ij, jk -> ik') }, inputs: [input([2, 3]), input([3, 4])] }
]
