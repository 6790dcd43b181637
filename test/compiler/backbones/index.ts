import { convnext, edgeface, multihead, swin, transface, vit } from './attention'
import { adaface, facenet, ghostface, iresnet, mobilefacenet, sface, shuffle } from './convolutional'
import type { Net, Spelling } from './net'

export interface Backbone {
  name: string
  build: (spelling: Spelling) => Net
  /** First opset that has its ops. */
  since: number
  /** Output to differentiate, where there are several. */
  embedding?: (net: Net) => string
}

export const BACKBONES: readonly Backbone[] = [
  { name: 'IResNet', build: iresnet, since: 9 },
  { name: 'AdaFace', build: adaface, since: 9 },
  { name: 'MobileFaceNet', build: mobilefacenet, since: 9 },
  { name: 'SFace', build: sface, since: 9 },
  { name: 'GhostFaceNet', build: ghostface, since: 9 },
  { name: 'FaceNet', build: facenet, since: 9 },
  { name: 'Shuffle', build: shuffle, since: 9 },
  { name: 'ViT', build: vit, since: 9 },
  { name: 'TransFace', build: transface, since: 12 },
  { name: 'Multihead', build: multihead, since: 9 },
  { name: 'EdgeFace', build: edgeface, since: 9 },
  { name: 'ConvNeXt', build: convnext, since: 9 },
  { name: 'Swin', build: swin, since: 9 }
]

/** Opsets at which spellings changed, with the habits of the exporters of their time. */
export const SPELLINGS: readonly Spelling[] = [
  { opset: 9, batch: 1, listed: true },
  { opset: 10, batch: null },
  { opset: 11, batch: 1, constantNodes: true },
  { opset: 13, batch: null, constantNodes: true },
  { opset: 14, batch: 2 },
  { opset: 17, batch: 1 },
  { opset: 18, batch: null },
  { opset: 20, batch: null },
  { opset: 21, batch: 1 },
  { opset: 23, batch: null }
]

export const spelledAs = ({ opset, batch }: Spelling): string => `opset ${opset}, ${batch === null ? 'dynamic batch' : `batch ${batch}`}`
