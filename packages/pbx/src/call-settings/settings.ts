import type { CallDestination } from '../destinations/destination.ts'
import type { ScheduleRef } from '../schedules/rules.ts'

/** How the calls of one extension are treated (CALL-03, CALL-04, CLI-01). */
export interface CallSettings {
  readonly doNotDisturb: boolean
  /** Rings only then; always when absent (ring block). */
  readonly ringsOnly: During | null
  /** Extensions, E.164 numbers, or the beginnings of numbers with `*` behind them. */
  readonly rejectedCallers: readonly string[]
  readonly rejectAnonymous: boolean
  /** A second call rings while the first goes on. */
  readonly callWaiting: boolean
  /** Hides the number from called parties outside (CLIR). */
  readonly hideNumber: boolean
  /** Numbers of the tenant that a code with a digit, 1 for the first, shows for one call. */
  readonly numberChoices: readonly string[]
  /** Null: the profile's ringing time. */
  readonly ringSeconds: number | null
  /** The first that is active and fits counts. */
  readonly forwardings: readonly Forwarding[]
  /** Rung together with the own devices: a mobile phone, the colleague beside. */
  readonly alsoRing: AlsoRing
  /** Rung one after the other when the own devices do not answer. */
  readonly followMe: FollowMe
  /** Others may forward calls to this extension, where the policy asks for that. */
  readonly agreesToForwardings: boolean
}

export type ForwardWhen = 'always' | 'busy' | 'no-answer' | 'not-registered'

export interface Forwarding {
  readonly when: ForwardWhen
  readonly to: CallDestination
  readonly active: boolean
  /** Whose calls: of the same tenant, or from elsewhere. */
  readonly callers: 'all' | 'internal' | 'external'
  readonly during: During | null
  /** Of `no-answer`: ringing time before it; null: the extension's. */
  readonly afterSeconds: number | null
}

/** While a schedule is open, or while it is closed. */
export interface During {
  readonly schedule: ScheduleRef
  readonly is: 'open' | 'closed'
}

export interface AlsoRing {
  readonly active: boolean
  readonly parties: readonly RungParty[]
  readonly during: During | null
}

export interface FollowMe {
  readonly active: boolean
  readonly steps: readonly FollowMeStep[]
}

export interface FollowMeStep {
  readonly party: RungParty
  readonly seconds: number
}

export type RungParty =
  | { readonly kind: 'extension'; readonly targetId: string }
  /** `confirm`: whoever answers presses 1 first, so that no mailbox takes the call. */
  | { readonly kind: 'external'; readonly number: string; readonly confirm: boolean }

/** Of an extension that has changed nothing. */
export const DEFAULT_CALL_SETTINGS: CallSettings = {
  doNotDisturb: false,
  ringsOnly: null,
  rejectedCallers: [],
  rejectAnonymous: false,
  callWaiting: true,
  hideNumber: false,
  numberChoices: [],
  ringSeconds: null,
  forwardings: [],
  alsoRing: { active: true, parties: [], during: null },
  followMe: { active: true, steps: [] },
  agreesToForwardings: false,
}

/** What the tenant allows (CALL-07). */
export interface CallPolicy {
  /** `hops`: a forwarded call may be forwarded on; `agreed`: only to extensions that agree, and never on from there. */
  readonly forwarding: 'hops' | 'agreed'
}

export const DEFAULT_CALL_POLICY: CallPolicy = { forwarding: 'hops' }

/** One tenant's part of the snapshot. */
export interface TenantCallSettings {
  readonly policy: CallPolicy
  /** By extension id; extensions with the defaults are not in it. */
  readonly extensions: ReadonlyMap<string, CallSettings>
}

export const NO_CALL_SETTINGS: TenantCallSettings = { policy: DEFAULT_CALL_POLICY, extensions: new Map() }
