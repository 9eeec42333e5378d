import type { Feature } from './feature.ts'

/** What a tenant has changed: codes by the name of the feature. */
export type FeatureCodes = ReadonlyMap<string, readonly string[]>

/** Sign and digits of the longest code. */
export const MAX_CODE_LENGTH = 5

export interface CodeMatch {
  readonly feature: Feature
  /** What follows the code, without the separators of `*21*0301234567#`. */
  readonly rest: string
  /** The same where another code follows, whose sign is no separator then: `*58*31` and a number. */
  readonly onwards: string
}

/** Finds the feature behind what was dialled, by each tenant's own codes. */
export class CodeIndex {
  readonly #features: readonly Feature[]
  /** A tenant's codes never change in place, so its index is made once. */
  readonly #indexes = new WeakMap<FeatureCodes, ReadonlyMap<string, Feature>>()

  constructor(features: readonly Feature[]) {
    this.#features = features.filter(({ when }) => when !== 'in-call')
  }

  /** The longest code that `dialled` begins with; undefined when it begins with none. */
  match(dialled: string, codes: FeatureCodes): CodeMatch | undefined {
    const index = this.#indexOf(codes)
    for (let length = Math.min(MAX_CODE_LENGTH, dialled.length); length > 1; length--) {
      const feature = index.get(dialled.slice(0, length))
      if (feature === undefined) continue
      const behind = dialled.slice(length)
      const rest = withoutSeparators(behind)
      return { feature, rest, onwards: beginsWithCode(behind, index) ? behind : rest }
    }
    return undefined
  }

  #indexOf(codes: FeatureCodes): ReadonlyMap<string, Feature> {
    const known = this.#indexes.get(codes)
    if (known !== undefined) return known
    const index = new Map(this.#features.flatMap((feature) => codesOf(feature, codes).map((code) => [code, feature] as const)))
    this.#indexes.set(codes, index)
    return index
  }
}

/** A feature's codes at a tenant. */
export function codesOf(feature: Feature, codes: FeatureCodes): readonly string[] {
  return codes.get(feature.name) ?? feature.codes
}

/**
 * The feature whose code could not be told from `code`, because one is the beginning of the other; undefined when all
 * can. Codes pressed in a call and codes dialled never meet.
 */
export function confusable(code: string, feature: Feature, features: readonly Feature[], codes: FeatureCodes): Feature | undefined {
  const inCall = feature.when === 'in-call'
  return features.find(
    (other) =>
      other.name !== feature.name &&
      (other.when === 'in-call') === inCall &&
      codesOf(other, codes).some((taken) => taken.startsWith(code) || code.startsWith(taken)),
  )
}

function beginsWithCode(dialled: string, index: ReadonlyMap<string, Feature>): boolean {
  for (let length = Math.min(MAX_CODE_LENGTH, dialled.length); length > 1; length--) if (index.has(dialled.slice(0, length))) return true
  return false
}

/** ETSI EN 300 738 writes service codes as `*21*number#`, and before a number as `*31#number`. */
function withoutSeparators(rest: string): string {
  return rest.replace(/^[*#]/, '').replace(/#$/, '')
}
