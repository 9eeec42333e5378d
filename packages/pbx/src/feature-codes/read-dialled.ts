import type { Extension } from '@klinke/accounts'
import type { CallerChoice } from '../calls/outside-lines.ts'
import type { PbxSnapshot } from '../snapshot.ts'
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
    const { feature, rest, onwards } = match
    switch (feature.when) {
      case 'dialled':
        return { kind: 'feature', feature, argument: rest }
      case 'before-number': {
        const chosen = feature.choose(rest.slice(0, feature.digits), caller)
        if (chosen === undefined) return { kind: 'unknown-code' }
        choice = { ...choice, ...chosen }
        prove = feature.prove ?? prove
        number = feature.digits === 0 ? onwards : rest.slice(feature.digits)
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

/** More codes than anybody dials before one number. */
const MAX_CODES_BEFORE_HELP = 10

/**
 * The number behind all codes that may stand before one, whatever they mean here: one that is wrong, such as a number to show that there is not,
 * must not keep anybody from help (EMG-01). `undefined` when no such code begins it.
 */
export function numberBehindCodes(
  dialled: string,
  index: CodeIndex,
  tenant: PbxSnapshot,
  extension: Extension | undefined,
): string | undefined {
  let number = dialled
  for (let taken = 0; taken < MAX_CODES_BEFORE_HELP; taken++) {
    const match = index.match(number, tenant.featureCodes)
    if (match === undefined) break
    const { feature, rest, onwards } = match
    if (feature.when === 'before-number') number = feature.digits === 0 ? onwards : rest.slice(feature.digits)
    else if (feature.when === 'for-number' && extension !== undefined) return feature.number(rest, { tenant, extension })
    else break
  }
  return number === dialled ? undefined : number
}
