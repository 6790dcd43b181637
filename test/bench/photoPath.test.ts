import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isPhotoName, photoPath } from '../../src/main/bench/photoPath'
import { scratch } from '../support/cli'

it('finds a photo in the format that it is there in', async () => {
  const images = scratch()
  mkdirSync(join(images, 'Ann'))
  for (const name of ['Ann_0001.jpg', 'Ann_0001.png', 'Ann_0002.png', '.Ann_0003.png', 'Ann_0003.txt']) writeFileSync(join(images, 'Ann', name), '')
  expect(await photoPath(images, 'Ann/Ann_0001.jpg')).toBe(join(images, 'Ann/Ann_0001.jpg'))
  expect(await photoPath(images, 'Ann/Ann_0002.jpg')).toBe(join(images, 'Ann/Ann_0002.png'))
  // Named as asked for where there is none, for the error to name.
  expect(await photoPath(images, 'Ann/Ann_0003.jpg')).toBe(join(images, 'Ann/Ann_0003.jpg'))
  expect(await photoPath(images, 'Bob/Bob_0001.jpg')).toBe(join(images, 'Bob/Bob_0001.jpg'))
})

it('knows photos by their names', () => {
  expect(['a.JPG', 'a.jpeg', 'a.tif', '.DS_Store', '.a.jpg', 'a.txt', 'jpg'].map(isPhotoName)).toEqual([true, true, true, false, false, false, false])
})
