import type { CarrierIdentity } from '@klinke/calls'
import type { Flow, HeaderField, SipRequest } from '@klinke/sip'
import type { Carrier } from '../carrier.ts'
import type { CarrierPlace } from './carrier-places.ts'

/** Numbers of this exchange that a call may have come by, one leading to the next, before it ends (CALL-07). */
export const MAX_INSIDE_HOPS = 5

/** A number of ours by which a call has come; one field each, first to last. Only ever said on the loop. */
const CAME_BY = 'X-Klinke-Came-By'

/** RFC 3841 §9.2: no automaton may take the call for the person called. */
const NO_MAILBOX: HeaderField = ['Reject-Contact', '*;actor="msg-taker"']

/** Who brings the calls that the exchange makes to its own numbers. No carrier in the database has that id. */
export const INSIDE: CarrierIdentity = { id: 'inside' }

/**
 * The exchange as a carrier to itself. A number of ours that is rung beside others is a call to whoever has it, with all that is
 * his: it goes out and comes in again, by a flow without a socket (ADR 6).
 */
export const INSIDE_CARRIER: Carrier = {
  id: INSIDE.id,
  name: 'inside',
  host: 'inside.invalid',
  port: undefined,
  transport: 'TCP',
  authentication: { kind: 'fixed-ip', addresses: [] },
  outboundFormat: 'e164',
  priority: 0,
  srtp: 'none',
}

/** The way in, for calls out. */
export interface InsideLine {
  /** Leads back to ourselves (`LoopTransport`). */
  readonly flow: Flow
  /** The number is of some customer of this exchange. */
  readonly has: (number: string) => boolean
}

/** That way, as a place to try a call at. */
export interface InsidePlace extends CarrierPlace {
  readonly destination: { readonly flow: Flow }
}

/** Where a number of ours is rung; `undefined` for all others. */
export function insidePlace(number: string, line: InsideLine | undefined): InsidePlace | undefined {
  if (line?.has(number) !== true) return undefined
  return { carrier: INSIDE_CARRIER, name: INSIDE_CARRIER.name, destination: { flow: line.flow }, route: [] }
}

/** What such a call says of itself beyond what a carrier is told. */
export function insideHeaders(cameBy: readonly string[], wantsPerson: boolean): readonly HeaderField[] {
  const path = cameBy.map((number): HeaderField => [CAME_BY, number])
  return wantsPerson ? [...path, NO_MAILBOX] : path
}

/** The numbers of ours by which a call has come that the loop brought. */
export function cameBy({ headers }: SipRequest): readonly string[] {
  return headers.list(CAME_BY)
}
