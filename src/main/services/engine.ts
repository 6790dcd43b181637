import type { LiveExplanation } from '../../shared/domain/caseComparison'
import type { Picture } from '../../shared/domain/common'
import type { ExplainerId } from '../../shared/domain/explainers'
import type { SelfTestProgress, SelfTestResult } from '../../shared/domain/selfTest'
import type { PairTask, PairTaskResult } from './bench/pairTask'
import type { CompareRequest, ComparedFaces, CropRequest, ExplainRequest, InspectedPhoto, MeasuredFace, MeasureRequest, ModelChoice, PlateRequest, RenderRequest, ReportFigures, ReportFiguresRequest, ReportPhotoRequest, StoredPhoto, TypesetReport, TypesetRequest } from './engineWork/types'

/** What a running engine function is given beside its input. */
export interface EngineContext<P = unknown> {
  report: (progress: P) => void
  signal: AbortSignal
}

/** One function of the engine. Input, progress and output are plain data and typed arrays: they cross a process border. */
export type EngineFunction<I, O, P = never> = (input: I, context: EngineContext<P>) => Promise<O>

/**
 * Everything that touches ONNX Runtime, by name. It runs in the engine process (hosts/worker), so that a native crash
 * costs one call and not the program. A new function is a line here and one in engineFunctions.ts.
 */
export interface EngineFunctions {
  selfTest: EngineFunction<Record<never, never>, SelfTestResult, SelfTestProgress>
  benchPair: EngineFunction<PairTask, PairTaskResult>
  /** Facts, faces and first pictures of a stored photo. One without faces is a result. */
  inspectPhoto: EngineFunction<StoredPhoto, InspectedPhoto>
  renderPhoto: EngineFunction<RenderRequest, Picture>
  measureFace: EngineFunction<MeasureRequest, MeasuredFace>
  cropFace: EngineFunction<CropRequest, Picture>
  plateFace: EngineFunction<PlateRequest, Picture>
  /** Compiles and loads the recognition model where it is not open yet: to be called before those below, without a way to cancel. */
  openModel: EngineFunction<ModelChoice & { explainer?: ExplainerId }, void>
  /** Reports forward passes, for explainers that take many. */
  explainFaces: EngineFunction<ExplainRequest, LiveExplanation, { done: number; total: number }>
  compareFaces: EngineFunction<CompareRequest, ComparedFaces>
  /** Writes an exhibit's whole photo for a report. */
  reportPhoto: EngineFunction<ReportPhotoRequest, void>
  /** Computes a run again from its record; writes its pictures for a report. For the background process. */
  reportFigures: EngineFunction<ReportFiguresRequest, ReportFigures>
  /** Sets the PDF of a report from its data and the pictures written before. For the background process. */
  typesetReport: EngineFunction<TypesetRequest, TypesetReport>
}

type InputOf<N extends keyof EngineFunctions> = Parameters<EngineFunctions[N]>[0]
type OutputOf<N extends keyof EngineFunctions> = Awaited<ReturnType<EngineFunctions[N]>>
type ProgressOf<N extends keyof EngineFunctions> = Parameters<Parameters<EngineFunctions[N]>[1]['report']>[0]

export interface Urgency {
  /** Nobody waits for it alone: it must not keep waiting what somebody waits for. */
  background?: boolean
}

/** The engine as its callers see it, wherever it runs. */
export interface Engine {
  call<N extends keyof EngineFunctions>(name: N, input: InputOf<N>, context?: Partial<EngineContext<ProgressOf<N>>> & Urgency): Promise<OutputOf<N>>
}
