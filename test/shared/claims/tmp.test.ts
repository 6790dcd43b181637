import { it } from 'vitest'
import { heldOut } from './heldOut'
import { secondList } from './secondList'
import { measure } from './measure'
it('x', () => { console.log(heldOut.length, secondList.length, measure(heldOut)); console.log(measure(secondList)) })
