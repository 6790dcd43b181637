/**
 * What the window's process asks of the engine and gets back. Types alone: this module must lead nowhere near ONNX Runtime.
 */
import type { FaceMaps, Run } from '../../../shared/domain/caseComparison'
import type { Picture } from '../../../shared/domain/common'
import type { ComparedFace, Comparison } from '../../../shared/domain/comparison'
import type { EnhancementSteps } from '../../../shared/domain/enhancement'
import type { PhotoFacts } from '../../../shared/domain/exhibit'
import type { ExplanationMethod, PaletteName } from '../../../shared/domain/explanation'
import type { ExplainerId } from '../../../shared/domain/explainers'
import type { Face, FaceQuality, FivePoints } from '../../../shared/domain/face'
import type { Report, ReportMaps } from '../../../shared/domain/report'
import type { Settings } from '../../../shared/domain/settings'
import type { ReportTexts } from '../../reports/texts/texts'

/** A stored file and the hash it must have: the engine hashes the bytes it decodes. */
export interface StoredPhoto {
  path: string
  sha256: string
}

/** Which recognition model, and where it runs. */
export interface ModelChoice {
  /** Id of a default model or path of an ONNX file; null is the default recogniser. */
  model: string | null
  device: Settings['device']
  /** Where compiled graphs are kept. */
  cacheFolder: string
  /** How an ONNX file of one's own is fed; as usual when left out. Default models are fed as they were trained. */
  fed?: Pick<ExplanationMethod, 'preprocessing' | 'embedding'>
}

export interface InspectedPhoto {
  facts: PhotoFacts
  /** Largest first; each with its usual aligned crop. */
  faces: (Face & { crop: Picture })[]
  /** Why there are no faces; null where there are some. */
  none: string | null
  thumb: Picture
}

export interface RenderRequest {
  photo: StoredPhoto
  size: 'thumb' | 'view'
}

export interface FaceAt {
  photo: StoredPhoto
  points: FivePoints
}

export interface MeasureRequest extends FaceAt {
  /** Where these are the points as found: pose and blocks are then measured as they were. */
  found: Pick<Face, 'points68' | 'box'> | null
}

export interface MeasuredFace {
  quality: FaceQuality
  crop: Picture
}

export interface CropRequest extends FaceAt {
  /** The crop as this model gets it. */
  choice: ModelChoice
}

export interface PlateRequest extends CropRequest {
  extent: number
  side: number
  steps: EnhancementSteps
}

/** What is known of a compared face before the engine looks at its photo. */
export type KnownFace = Pick<ComparedFace, 'file' | 'faces' | 'face' | 'box' | 'pointsFrom' | 'automaticPoints' | 'quality' | 'override'>

/** One side of a comparison. */
export interface SideRequest extends FaceAt {
  known: KnownFace
  steps: EnhancementSteps
}

/** What both looking at and keeping a comparison need. */
export interface CompareRequest {
  a: SideRequest
  b: SideRequest
  choice: ModelChoice
  /** Null takes the model's calibrated threshold, or for a model without one `fallback`. */
  threshold: number | null
  fallback: number | null
  palette: PaletteName
  /** Of full colour, 0..1. */
  opacity: number
}

export interface ExplainRequest extends CompareRequest {
  /** Whether the enhanced copies are explained instead of the originals. */
  enhanced: boolean
  explainer: ExplainerId
}

/** Everything of a Run that the engine knows. */
export interface ComparedFaces {
  /** Of the originals. */
  record: Comparison
  automaticCosine: number | null
  /** Score of the enhanced copies; null where there are no steps. */
  enhancedCosine: number | null
  mapsSha256: string
}

export interface ReportPhotoRequest {
  photo: StoredPhoto
  /** Of the exhibit, "E-1": names the file (reports/document/pictures.ts). */
  label: string
  /** Where the picture is written. */
  folder: string
}

/** What a run showed, to be computed again for a report or a replay. */
export interface ReportFiguresRequest {
  /** Of the comparison, "C-1": names the files. */
  label: string
  run: Run
  photos: { a: StoredPhoto; b: StoredPhoto }
  /** The model of the run is looked for among the default ones by its id, then taken from here. */
  choice: ModelChoice
  /** Where the pictures are written; null computes without drawing. */
  folder: string | null
}

export interface ReportFigures {
  maps: ReportMaps
  /** As computed now. */
  cosine: number
  /** Where the run has enhancement steps: the score of the copies, as computed now. */
  enhancedCosine: number | null
  /** The maps themselves, as shown. */
  shown: { a: FaceMaps; b: FaceMaps }
}

export interface TypesetRequest {
  report: Report
  /** Holds the pictures. */
  folder: string
  texts: ReportTexts
  /** Where the PDF is written. */
  file: string
}

export interface TypesetReport {
  pages: number
  /** Of the PDF. */
  sha256: string
  /** Bytes. */
  size: number
}
