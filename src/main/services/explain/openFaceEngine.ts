import { FaceEngine } from '../../faces/engine'
import { loadDefaultModel } from '../../runtime/models'

/** The face engine with the default detector and landmark network. */
export async function openFaceEngine(): Promise<FaceEngine> {
  const [detector, landmarks] = await Promise.all([loadDefaultModel('detection'), loadDefaultModel('landmarks')])
  return FaceEngine.open({ detector: detector.bytes, landmarks: landmarks.bytes })
}
