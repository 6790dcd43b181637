import { lintClaims } from '../../shared/claims/lint'
import type { HandlersOf } from './handlers'

/** `claim.*`: a text that stands nowhere yet. */
export const claimHandlers: HandlersOf<'claim'> = {
  'claim.check': async ({ text, language }) => ({ findings: lintClaims([{ where: '', text }], language) })
}
