/** Sentences that a rule is to find, and such as it must leave alone though they come near. */
export interface RuleCases {
  claims: readonly string[]
  harmless: readonly string[]
}
