import type { Box } from '../../shared/domain/face'
import type { Detection } from './detector'

export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** Area shared over area covered, 0..1. */
export function intersectionOverUnion(a: Box, b: Box): number {
  const shared = overlapArea(a, b)
  return shared / (a.width * a.height + b.width * b.height - shared)
}

/** Area shared over the smaller area, 0..1: 1 where one box lies inside the other. */
export const intersectionOverSmaller = (a: Box, b: Box): number => overlapArea(a, b) / Math.min(a.width * a.height, b.width * b.height)

/** Non-maximum suppression: best score first, dropping what overlaps a kept box by more than `limit`. */
export function suppress(detections: readonly Detection[], limit: number, overlap = intersectionOverUnion): Detection[] {
  const kept: Detection[] = []
  for (const one of [...detections].sort((a, b) => b.score - a.score))
    if (kept.every((other) => overlap(one.box, other.box) <= limit)) kept.push(one)
  return kept
}
