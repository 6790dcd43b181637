/** Why a case is examined blind first. */
export const WHY_BLIND = 'Score, decision and maps stay hidden until the examiner has locked a checklist and a provisional conclusion: seeing a decision first shifts a person’s judgement.'
