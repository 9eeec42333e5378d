import type { Resource, Scope } from '@klinke/foundation'
import type { Endpoint } from '@klinke/rtp'
import type { CallParty } from '../call-records.ts'
import type { LegState } from '../live-call.ts'
import type { LegDialog } from './leg-dialog.ts'

/**
 * One party of a call: a SIP dialog and a media endpoint. Exactly one scope owns it at any time, and with that
 * scope it ends; `adopt` moves it to another.
 */
export interface Leg extends Resource {
  readonly id: string
  readonly role: 'caller' | 'called'
  readonly party: CallParty
  readonly endpoint: Endpoint
  readonly state: LegState
  readonly sipCallId: string
  readonly owner: Scope
  /** From the answer on. */
  readonly dialog: LegDialog | undefined
  /** Moves the leg to `scope`, out of the one that owned it. */
  adopt(scope: Scope): void
  /** Ends the party: CANCEL, a final response or BYE, as its state asks. Settles when the peer has confirmed it or is given up. */
  hangUp(reason?: string): Promise<void>
}
