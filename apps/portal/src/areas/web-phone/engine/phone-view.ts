/** How the telephone stands to the exchange. Calls go on while the connection is lost. */
export type Connection = 'connecting' | 'ready' | 'lost' | 'refused'

/** A call as it is shown. */
export interface CallView {
  readonly id: string
  readonly direction: 'incoming' | 'outgoing'
  readonly number: string
  /** As the exchange or the caller says it; shown as text only. */
  readonly name: string | undefined
  readonly state: 'calling' | 'ringing' | 'talking'
  readonly isHeld: boolean
  readonly isHeldByOther: boolean
  readonly isMuted: boolean
  /** A hold, or a transfer, is being agreed on. */
  readonly isBusy: boolean
  /** Its party hears that of another call, too. */
  readonly isJoined: boolean
  /** Milliseconds since the Unix epoch: of the answer. */
  readonly answeredAtMs: number | undefined
}

/** Why a call ended, as far as one should be told. */
export type Ending =
  | 'busy'
  | 'no-answer'
  | 'declined'
  | 'unreachable'
  | 'not-found'
  | 'no-microphone'
  | 'failed'
  | 'transfer-failed'
  | 'no-desk-phone'
  | 'not-now'
  | 'emergency'

/** All that is shown of a telephone; replaced whole with each change. */
export interface PhoneView {
  readonly connection: Connection
  /** The oldest first. */
  readonly calls: readonly CallView[]
  /** Of the last call, unless somebody simply hung up. */
  readonly ending: Ending | undefined
}

/** JsSIP's words for why a call came to nothing (its `causes`), in ours; undefined: somebody hung up. */
export function endingOf(cause: string): Ending | undefined {
  return ENDINGS.get(cause) ?? (QUIET.has(cause) ? undefined : 'failed')
}

const ENDINGS: ReadonlyMap<string, Ending> = new Map([
  ['Busy', 'busy'],
  ['Rejected', 'declined'],
  ['No Answer', 'no-answer'],
  ['Unavailable', 'unreachable'],
  ['Not Found', 'not-found'],
  ['Address Incomplete', 'not-found'],
  ['User Denied Media Access', 'no-microphone'],
])
const QUIET: ReadonlySet<string> = new Set(['Terminated', 'Canceled'])
