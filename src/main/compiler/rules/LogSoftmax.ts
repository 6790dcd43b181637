import { softmaxLike } from './families/softmax'

/** y = x - ln sum(e^x) along `axis`: gx = gy - e^y sum(gy). */
export const rule = softmaxLike('LogSoftmax', ({ b, gy, y }, axis) => b.sub(gy, b.mul(b.op('Exp', [y(0)]), b.reduceSum(gy, [axis]))))
