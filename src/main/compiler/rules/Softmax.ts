import { softmaxLike } from './families/softmax'

/** y = e^x / sum(e^x) along `axis`: gx = y (gy - sum(gy y)). */
export const rule = softmaxLike('Softmax', ({ b, gy, y }, axis) => b.mul(y(0), b.sub(gy, b.reduceSum(b.mul(gy, y(0)), [axis]))))
