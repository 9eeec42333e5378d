import type { CallerChoice } from '../calls/outside-lines.ts'
import type { CodeIndex } from './code-index.ts'
import type { CallerOfFeature, DialledFeature, Proof } from './feature.ts'

/** Codes before one number: hide the caller, choose the number that is shown. */
const MAX_CALLER_CODES = 3

/** What somebody dialled, with its codes read. */
export type ReadDialled =
  /** `choice`: what codes before the number say about the caller, once it is proven. */
  | { readonly kind: 'number'; readonly number: string; readonly choice: CallerChoice; readonly prove?: Proof }
  | { readonly kind: 'feature'; readonly feature: DialledFeature; readonly argument: string }
  | { readonly kind: 'unknown-code' }

/** Reads the codes in what an extension dialled, by its tenant's own codes. */
export function readDialled(dialled: string, index: CodeIndex, caller: CallerOfFeature): ReadDialled {
  let number = dialled
  let choice: CallerChoice = {}
  let prove: Proof | undefined
  for (let taken = 0; taken <= MAX_CALLER_CODES; taken++) {
    const match = index.match(number, caller.tenant.featureCodes)
    if (match === undefined) break
    const { feature, rest } = match
    switch (feature.when) {
      case 'dialled':
        return { kind: 'feature', feature, argument: rest }
      case 'before-number': {
        const chosen = feature.choose(rest.slice(0, feature.digits), caller)
        if (chosen === undefined) return { kind: 'unknown-code' }
        choice = { ...choice, ...chosen }
        prove = feature.prove ?? prove
        number = rest.slice(feature.digits)
        break
      }
      case 'for-number': {
        const stored = feature.number(rest, caller)
        if (stored === undefined) return { kind: 'unknown-code' }
        number = stored
        break
      }
      case 'in-call':
        return { kind: 'unknown-code' }
    }
  }
  return /^[*#]/.test(number) ? { kind: 'unknown-code' } : { kind: 'number', number, choice, ...(prove && { prove }) }
}
