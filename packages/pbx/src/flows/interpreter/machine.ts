import type { CallDestination, HangUpAs } from '../../destinations/destination.ts'
import type { Schedule } from '../../schedules/schedule.ts'
import type { FlowBlock, FlowGraph } from '../blocks.ts'
import type { Person } from '../t9.ts'

/** A flow as calls go through it. */
export interface Flow {
  readonly id: string
  readonly name: string
  readonly graph: FlowGraph
}

/** What flows read. */
export interface FlowWorld {
  readonly flows: ReadonlyMap<string, Flow>
  readonly schedules: ReadonlyMap<string, Schedule>
  readonly people: readonly Person[]
  /** IANA name; the day on which a PIN ends. */
  readonly timeZone: string
}

/** What a flow may know of the call. */
export interface CallFacts {
  /** E.164 with `+`, an internal number, or `anonymous`. */
  readonly callerNumber: string
  readonly internal: boolean
  /** As dialled. */
  readonly called: string
}

/** Where a call is in its flows. */
export interface FlowState {
  readonly flowId: string
  /** Name of the block that waits. */
  readonly at: string
  /** Blocks gone through since the call began, in all flows. */
  readonly steps: number
  /** How often the block has asked. */
  readonly asked: number
  /** Who the dialled letters may mean, while the caller chooses. */
  readonly choice: readonly Person[]
  readonly displayText: string | undefined
  readonly priority: number | undefined
}

/** A call goes through so many blocks at most, in all flows together: what goes round ends, and a patient caller does not meet it. */
export const MAX_STEPS_PER_CALL = 200

/** What is to be done next with the call. */
export type FlowEffect =
  | { readonly kind: 'play'; readonly prompt: string; readonly beforeAnswer: boolean }
  | CollectEffect
  | { readonly kind: 'look-up'; readonly url: string; readonly timeLimitMs: number }
  | LeadEffect
  | SignInEffect
  /** Whether the caller may be recorded; without a prompt by the product's question. */
  | { readonly kind: 'ask-consent'; readonly prompt: string | undefined }
  | { readonly kind: 'hang-up'; readonly as: HangUpAs | undefined }
  /** The call went in circles: it is told so and ends. */
  | { readonly kind: 'give-up'; readonly why: 'loop' | 'flow-gone' }

export interface CollectEffect {
  readonly kind: 'collect'
  readonly prompt: FlowPrompt
  readonly maxDigits: number
  readonly terminator: '#' | undefined
  readonly waitSeconds: number
}

/** An agent proves himself, and is signed in or out. */
export interface SignInEffect {
  readonly kind: 'sign-in'
  /** Undefined: all queues to which the agent belongs. */
  readonly queueId: string | undefined
  readonly on: boolean
  /** An extension that calls is known by that. */
  readonly recognise: boolean
}

export interface LeadEffect {
  readonly kind: 'lead'
  readonly to: CallDestination
  readonly displayText: string | undefined
  readonly priority: number | undefined
  /** The flow goes on when it comes to nothing. */
  readonly mayReturn: boolean
}

/** A prompt by its name, or the choice between people: "for 12 press 1". */
export type FlowPrompt =
  | { readonly kind: 'prompt'; readonly name: string }
  | { readonly kind: 'choice'; readonly people: readonly Person[] }

/** What came of an effect. */
export type FlowInput =
  | { readonly kind: 'played'; readonly heard: boolean }
  | { readonly kind: 'keys'; readonly digits: string }
  | { readonly kind: 'looked-up'; readonly result: string; readonly displayText: string | undefined }
  | { readonly kind: 'lookup-failed'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }
  | SignedIn
  | { readonly kind: 'sign-in-failed'; readonly why: string }
  | ConsentGiven

/** What the caller has said to being recorded. */
export interface ConsentGiven {
  readonly kind: 'consent'
  readonly agreed: boolean
}

/** An agent, by its internal number, was signed in or out in so many queues. */
export interface SignedIn {
  readonly kind: 'signed-in'
  readonly number: string
  readonly queues: number
}

/** A decision on the way, for the record and for who asks why. */
export type Happening =
  | { readonly kind: 'entered'; readonly flow: string }
  | { readonly kind: 'announced'; readonly prompt: string; readonly heard: boolean }
  | { readonly kind: 'asked'; readonly times: number }
  | { readonly kind: 'pressed'; readonly key: string; readonly valid: boolean }
  | { readonly kind: 'nothing-pressed' }
  | { readonly kind: 'hours'; readonly schedule: string; readonly open: boolean; readonly why: string; readonly holds: boolean }
  | { readonly kind: 'pin'; readonly found: 'right' | 'wrong' | 'expired' }
  | { readonly kind: 'named'; readonly digits: string; readonly people: readonly string[] }
  | { readonly kind: 'caller'; readonly number: string; readonly fits: boolean }
  | { readonly kind: 'set'; readonly displayText: string | undefined; readonly priority: number | undefined }
  | { readonly kind: 'looked-up'; readonly result: string; readonly known: boolean }
  | { readonly kind: 'lookup-failed'; readonly why: string }
  | (SignedIn & { readonly on: boolean })
  | { readonly kind: 'sign-in-failed'; readonly why: string }
  | ConsentGiven
  | { readonly kind: 'led'; readonly to: CallDestination; readonly name: string }
  | { readonly kind: 'returned'; readonly why: string }
  | { readonly kind: 'ended'; readonly as: HangUpAs | undefined }
  | { readonly kind: 'gave-up'; readonly why: 'loop' | 'flow-gone' }

/** One step of the way through the flows. */
export interface Visit {
  readonly flowId: string
  readonly block: string
  readonly what: Happening
}

/** What a step gives. */
export interface Turn {
  readonly state: FlowState
  readonly effect: FlowEffect
  readonly visits: readonly Visit[]
}

/** Everything a block may look at. */
export interface Look {
  readonly world: FlowWorld
  readonly facts: CallFacts
  readonly nowMs: number
  readonly state: FlowState
}

/** What a block decides: to go on, or to wait for what comes of an effect. */
export type Move =
  | {
      readonly kind: 'go'
      readonly to: string | undefined
      readonly what: readonly Happening[]
      readonly set?: Partial<Pick<FlowState, 'displayText' | 'priority'>>
    }
  | { readonly kind: 'chain'; readonly flowId: string; readonly what: readonly Happening[] }
  | {
      readonly kind: 'wait'
      readonly effect: FlowEffect
      readonly what: readonly Happening[]
      readonly state?: Partial<Pick<FlowState, 'asked' | 'choice'>>
    }

/** A kind of block that decides at once. */
export interface DecidingBlock<B extends FlowBlock> {
  readonly enter: (block: B, look: Look) => Move
}

/** A kind of block that waits for what comes of its effect. */
export interface WaitingBlock<B extends FlowBlock> extends DecidingBlock<B> {
  readonly resume: (block: B, input: FlowInput, look: Look) => Move
}

/** An input of another kind than the block's effect gives is a bug of who carries effects out. */
export function unexpected(block: FlowBlock, input: FlowInput): never {
  throw new Error(`Block "${block.id}" (${block.kind}) did not ask for ${input.kind}.`)
}

export function goTo(to: string | undefined, ...what: readonly Happening[]): Move {
  return { kind: 'go', to, what }
}
