import type { CallParty, ComeBack, Exchange } from '@klinke/calls'
import type { Forward } from '../call-settings/guard.ts'
import type { EmergencyCallBacks } from '../emergency-call-backs/emergency-call-backs.ts'
import type { CodeIndex } from '../feature-codes/code-index.ts'
import type { CallerNames } from '../phone-books/caller-names.ts'
import type { Prompts } from '../prompts/prompts.ts'
import type { Recorder } from '../recordings/recorder.ts'
import type { RingsAs } from '../ring-tones/ring-tone.ts'
import type { Attempted, Dialled } from '../slices/slice.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import type { ExtensionsInCall } from './extensions-in-call.ts'
import type { OutsideLines } from './outside-lines.ts'
import type { Routes } from './route-to.ts'

/** What every flow of the PBX can use beside its call. */
export interface PbxParts extends Routes {
  readonly directory: PbxDirectory
  readonly outside: OutsideLines
  readonly codes: CodeIndex
  readonly dialled: Dialled
  readonly attempted: Attempted
  readonly inCall: ExtensionsInCall
  readonly callBacks: EmergencyCallBacks
  /** By whose number phones name callers. */
  readonly names: CallerNames
  /** What callers are told. */
  readonly prompts: Prompts
  /** Absent: nothing is ever recorded. */
  readonly recorder: Recorder | undefined
}

/** In whose PBX a call is, for whom, and how it came there. */
export interface CallContext {
  /** As it was when the call entered it: a call is led by one picture from beginning to end. */
  readonly tenant: PbxSnapshot
  /** The caller as called parties see it. */
  readonly from: CallParty
  /** Whom the network named, where a phone book of the tenant has given the caller another name: what others than the tenant see. Absent: `from`. */
  readonly asCame?: CallParty
  /** True for a caller of the same tenant (CALL-03: settings may differ for callers outside). */
  readonly internal: boolean
  /** Extensions that have forwarded the call, the first one first (CALL-07). */
  readonly forwards: readonly Forward[]
  /** Numbers of this platform by which it came, of any customer, first to last: numbers that lead to each other end there. */
  readonly numbers?: readonly string[]
  /** The number by which it came with digits behind it that were dialled on, for a PBX of the customer that reads them (NUM-05). Absent: there are none. */
  readonly dialled?: string | undefined
  /** In queues, 0 to 9; 9 is served first. Absent: as the queue has it. */
  readonly priority?: number
  /** What phones that are rung for this call ring for. Absent: as the caller is internal or not. */
  readonly ringsAs?: RingsAs
  /** Said on displays of the tenant's phones before the caller's name, such as `für Dr. Fink`. */
  readonly label?: string | undefined
  /** What has decided where the call goes now, such as `flow Zentrale`: for records. Absent: a forwarding, or the number by which it came. */
  readonly ledBy?: string
  /** Id of the boss whose secretaries have not answered: now its own phone rings. */
  readonly unansweredFor?: string
  /** Who is transferred out of a conversation and not answered comes back by this way. */
  readonly comeBack?: ComeBack | undefined
  readonly exchange: Exchange
  readonly pbx: PbxParts
}
