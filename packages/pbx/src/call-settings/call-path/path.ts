import type { CallDestination } from '../../destinations/destination.ts'
import type { ForwardWhen } from '../settings.ts'

/** Whose settings decide. */
export interface Decider {
  readonly extensionId: string
  readonly number: string
  readonly name: string
}

/** Who is rung. */
export type PathParty =
  | { readonly kind: 'extension'; readonly targetId: string; readonly number: string; readonly name: string; readonly devices: number }
  | { readonly kind: 'external'; readonly number: string; readonly confirm: boolean }

/** What a caller has met when nobody has answered. */
export type PathEnd = 'busy' | 'no-answer' | 'unreachable' | 'declined'

/** The way of a call through the settings of extensions, with its branches. */
export type PathNode =
  | { readonly kind: 'rejected'; readonly by: Decider; readonly why: 'rejected-caller' | 'anonymous-caller' }
  | {
      readonly kind: 'secretaries'
      readonly by: Decider
      readonly parties: readonly PathParty[]
      readonly seconds: number
      readonly next: PathNode
    }
  | {
      readonly kind: 'forwarded'
      readonly by: Decider
      readonly when: ForwardWhen | 'logged-off'
      readonly to: CallDestination
      readonly next: PathNode
    }
  | { readonly kind: 'not-forwarded'; readonly by: Decider; readonly when: ForwardWhen; readonly why: string; readonly next: PathNode }
  | { readonly kind: 'busy'; readonly by: Decider; readonly why: BusyWhy; readonly next: PathNode }
  | { readonly kind: 'unreachable'; readonly by: Decider; readonly next: PathNode }
  | Rings
  /** Where the settings of extensions have no more to say: a mailbox, a group, somebody outside. */
  | { readonly kind: 'led'; readonly to: CallDestination; readonly name: string | undefined; readonly number: string | undefined }
  | { readonly kind: 'ends'; readonly as: PathEnd }

export type BusyWhy = 'do-not-disturb' | 'ring-block' | 'no-call-waiting' | 'too-many-calls'

export interface Rings {
  readonly kind: 'rings'
  readonly by: Decider
  /** The own ones that are registered. */
  readonly devices: number
  readonly seconds: number
  /** Together with the own ones. */
  readonly parties: readonly PathParty[]
  /** One after the other when these do not answer. */
  readonly follow: readonly { readonly party: PathParty; readonly seconds: number }[]
  readonly busy: PathNode
  readonly noAnswer: PathNode
}
