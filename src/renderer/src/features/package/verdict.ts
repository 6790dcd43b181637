import type { PackageInspection } from '../../../../shared/domain/casePackage'

type Tone = 'teal' | 'yellow' | 'red'

interface Verdict {
  tone: Tone
  title: string
  text: string
}

/** What an inspection comes to, in one sentence and its consequence. A signature that can't be trusted is no fault, but is said first. */
export function verdictOf({ faults, signature }: Pick<PackageInspection, 'faults' | 'signature'>): Verdict {
  if (faults.length > 0)
    return { tone: 'red', title: faults.length === 1 ? 'One thing is not as it was packed' : `${faults.length} things are not as they were packed`, text: 'It can’t be imported. Ask for the package again, from whoever made it.' }
  switch (signature.state) {
    case 'valid':
      return { tone: 'teal', title: 'Everything is as it was packed and signed', text: 'Every file in it has its hash, and the signature is by a key that this laboratory knows.' }
    case 'unknown-key':
      return { tone: 'yellow', title: 'Everything is as it was signed, by a key not known here', text: 'Compare the fingerprint below with one that the signing laboratory gave out by a way of its own.' }
    case 'none':
      return { tone: 'yellow', title: 'Everything is as it was packed; nobody signed it', text: 'The hashes fit one another, but nothing shows who packed it.' }
    case 'broken':
      return { tone: 'red', title: 'The signature does not fit', text: 'It can’t be imported. Ask for the package again, from whoever made it.' }
  }
}

/** How a case that is imported is to be called where its own number is taken. */
export const otherNumber = (number: string): string => `${number.slice(0, 70)} (import)`

/** Whether it can be imported as it is. */
export const isSound = ({ faults, signature, log }: Pick<PackageInspection, 'faults' | 'signature' | 'log'>): boolean => faults.length === 0 && signature.state !== 'broken' && log.ok
