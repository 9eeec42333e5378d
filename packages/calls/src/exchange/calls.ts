import type { LocalDialog } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import type { CallFeed, DialogChange, DialogOwner } from '../feed/call-feed.ts'
import type { Leg } from '../leg/leg.ts'

/** A party and the call it is in. */
export interface Placed {
  readonly call: Call
  readonly leg: Leg
}

/** The calls in progress on this node, for features that act on others' calls: pickup, park, transfer, supervision. */
export interface Calls {
  /** Calls that a tenant takes part in, oldest first. */
  ofTenant(tenantId: string): readonly Call[]
  /** The legs of an extension, ringing and answered. */
  ofExtension(tenantId: string, extensionId: string): readonly Placed[]
  find(callId: string): Call | undefined
  /** Whose dialog that is, among the legs of a tenant: what a Replaces header names (RFC 3891). */
  withDialog(tenantId: string, dialog: LocalDialog): Placed | undefined
  /** How the dialogs of all extensions stand now, or those of one tenant. */
  dialogs(tenantId?: string): DialogChange[]
  /** The same of one extension. */
  dialogsOf(owner: DialogOwner): DialogChange[]
  /**
   * Their changes from now on. A reader that falls behind gets `missed` and reads `dialogs` again. Close it after use.
   *
   * @param wants whose changes the reader is told, asked at each: what nobody wants costs calls nothing. Absent: all.
   */
  changes(wants?: (owner: DialogOwner) => boolean): CallFeed
}
