import type { Resource, Scope } from '@klinke/foundation'
import type { Endpoint } from '@klinke/rtp'
import type { LocalDialog } from '@klinke/sip'
import type { CallParty, LegMedia } from '../call-records.ts'
import type { LegState } from '../live-call.ts'
import type { NamesConnected, SaidOfItself } from './connected.ts'
import type { Digits } from './digits.ts'
import type { LegDialog } from './leg-dialog.ts'

/** A session description of the peer that the media engine has not been told yet. */
export type UnsettledMedia =
  /** It answers an offer that the engine made from the description of another party, `from`. */
  | { readonly kind: 'relayed'; readonly from: Endpoint }
  /** It answers an offer of the engine's own. */
  | { readonly kind: 'here' }
  /** It is an offer: our INVITE carried none. */
  | { readonly kind: 'late' }

/**
 * One party of a call: a SIP dialog and a media endpoint. Exactly one scope owns it at any time, and with that
 * scope it ends; `adopt` moves it to another. After the answer it does not matter any more who called whom.
 */
export interface Leg extends Resource {
  /** Name within its call. */
  readonly id: string
  /** How the record names it: who called, or who was called. */
  readonly role: 'caller' | 'called'
  readonly party: CallParty
  /** Another one after the leg has moved to another call. */
  endpoint: Endpoint
  readonly state: LegState
  /** Nobody rings there for us any more, though its INVITE is not over yet: a phone that has gone may be silent for half a minute. */
  readonly givenUp?: boolean
  readonly sipCallId: string
  /** The dialog as it is named here: `localTag` is ours. `remoteTag` is `undefined` before the peer's first word. */
  readonly sip: { readonly callId: string; readonly localTag: string; readonly remoteTag: string | undefined }
  /** Where its user's devices are registered; `undefined` for parties outside. */
  readonly addressOfRecord: string | undefined
  readonly owner: Scope
  /** From the answer on. */
  readonly dialog: LegDialog | undefined
  /** The keys its user presses. */
  readonly digits: Digits
  /** Somebody has asked for its keys, or it has pressed one. */
  readonly hasDigits: boolean
  /** What is open in its media: to be settled when it is connected. `undefined` once it is. */
  unsettled: UnsettledMedia | undefined
  /** The peer's newest session description. */
  sdp: string | undefined
  /** The answer of the last exchange of descriptions, in either direction: its lines with a port are in use. */
  agreed: string | undefined
  /** Counters of its media, from the end on (`countMedia`). */
  counters: LegMedia | undefined
  /** Settles when they are there. */
  counted: Promise<void> | undefined
  /** Its media is on the way to the call that has taken the leg over; `undefined` when it is where the leg is. */
  arrival: Promise<void> | undefined
  /** Time of the clock at which the longest call ends that it was taken from. */
  endsAtMs: number | undefined
  /** A program holds the other party for its user, whose phone does not know of it (`hold` of remote-control). */
  holdsByProgram: boolean
  /** What the feed of dialogs told of it last, so that it tells it once. */
  told: string | undefined
  /** How its peer is told whom it is connected with (COLP); undefined: it is not. */
  readonly namesConnected: NamesConnected | undefined
  /** As whom the other party was named to it last; undefined: as nobody yet. */
  connectedAs: string | undefined
  /** What the party said of itself as it answered us; undefined: nothing, or it has called. */
  readonly said: SaidOfItself | undefined
  /** Whether that is this leg's dialog. */
  is(dialog: LocalDialog): boolean
  /** Settles when the party is gone: refused, given up, or its dialog is over. Never rejects. */
  readonly over: Promise<void>
  /** Moves the leg to `scope`, out of the one that owned it. */
  adopt(scope: Scope): void
  /** Ends the party: CANCEL, a final response or BYE, as its state asks. Settles when the peer has confirmed it or is given up. */
  hangUp(reason?: string): Promise<void>
}
