import type { Settings } from '../../../shared/domain/settings'
import type { ModelChoice } from '../engineWork/types'
import { graphFolder } from '../graphFolder'

/** The model and device of the settings. */
export const modelChoice = ({ model, device }: Settings): ModelChoice => ({ model, device, cacheFolder: graphFolder() })
