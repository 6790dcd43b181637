/** What entries of a package are called. Nothing else is read or written: no folders, no way up, no absolute path. */
const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const ALLOWED = new RegExp(`^(manifest\\.json|SHA256SUMS|signature\\.json|case\\.json|log\\.jsonl|logs/\\d{4}\\.jsonl|evidence/[0-9a-f]{64}|maps/${ID}\\.f32|reports/${ID}/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99})$`)

export const isAllowedName = (name: string): boolean => ALLOWED.test(name)

export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'signature.json'
/** The hashes of manifest.json and signature.json, in the form of `sha256sum`: nothing else holds them. */
export const SUMS = 'SHA256SUMS'
export const CASE = 'case.json'
export const LOG = 'log.jsonl'
export const evidenceName = (sha256: string): string => `evidence/${sha256}`
export const mapsName = (run: string): string => `maps/${run}.f32`
export const reportFileName = (report: string, file: string): string => `reports/${report}/${file}`
/** A log of a library that the case came from, oldest first, from 0. */
export const earlierLogName = (index: number): string => `logs/${String(index).padStart(4, '0')}.jsonl`
