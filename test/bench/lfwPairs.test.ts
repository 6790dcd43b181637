import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parseLfwPairs } from '../../src/main/bench/lfwPairs'
import { sharedFolder } from '../faces/support'

const TEXT = '2\t1\nAnna_One\t1\t12\nAnna_One\t3\tBea_Two\t4\nCarl\t2\t5\nCarl\t1\tDora\t1\n'

describe('parseLfwPairs', () => {
  it('reads folds of genuine, then impostor pairs', () => {
    expect(parseLfwPairs(TEXT)).toEqual([
      { a: 'Anna_One/Anna_One_0001.jpg', b: 'Anna_One/Anna_One_0012.jpg', genuine: true, fold: 1 },
      { a: 'Anna_One/Anna_One_0003.jpg', b: 'Bea_Two/Bea_Two_0004.jpg', genuine: false, fold: 1 },
      { a: 'Carl/Carl_0002.jpg', b: 'Carl/Carl_0005.jpg', genuine: true, fold: 2 },
      { a: 'Carl/Carl_0001.jpg', b: 'Dora/Dora_0001.jpg', genuine: false, fold: 2 }
    ])
    expect(parseLfwPairs(TEXT.replaceAll('\n', '\r\n'))).toEqual(parseLfwPairs(TEXT))
    expect(parseLfwPairs('1\nA\t1\t2\nA\t1\tB\t1').map(({ fold }) => fold)).toEqual([1, 1])
  })

  it.each([
    ['', 'line 1'], ['hello', 'line 1'], ['2\t1\nA\t1\t2', '4 pairs'], [TEXT.replace('\t12', ' 12'), 'line 2'], [TEXT.replace('Carl\t1\tDora\t1', 'Carl\t1\t2'), 'line 5'],
    [TEXT.replace('\t12', '\tx'), 'line 2'], [TEXT.replace('Dora', '../../etc'), 'not a name']
  ])('refuses %j with the place', (text, place) => {
    expect(() => parseLfwPairs(text)).toThrowError(expect.objectContaining({ kind: 'input', code: 'pairs.format', message: expect.stringContaining(place) }))
  })

  const lfw = sharedFolder('lfw')
  it.skipIf(!lfw)('reads the real file', async () => {
    const pairs = parseLfwPairs(await readFile(`${lfw}/pairs.txt`, 'utf8'))
    expect([pairs.length, pairs.filter(({ genuine }) => genuine).length, new Set(pairs.map(({ fold }) => fold)).size]).toEqual([3000, 1500, 5])
  })
})
