import type { Flow, HeaderField, SipRequest } from '@klinke/sip'
import type { TrunkAccount, TrunkIdentity } from './customer-trunks.ts'
import type { Subscriber } from './subscriber.ts'

/** Who is sending this request? Asked for each request outside a dialog (TRK-07: authentication on every call). */
export interface Admission {
  /** Never throws. The caller carries the verdict out. */
  decide(request: SipRequest, flow: Flow): Verdict
  statistics(): AdmissionStatistics
}

export type Verdict =
  | { readonly kind: 'extension'; readonly subscriber: Subscriber; readonly headers: readonly HeaderField[] }
  | { readonly kind: 'carrier'; readonly carrier: CarrierIdentity }
  /** A customer's PBX; `account` when it has proved itself by digest. */
  | { readonly kind: 'trunk'; readonly trunk: TrunkIdentity; readonly account?: TrunkAccount }
  /** Someone unknown asks something harmless: OPTIONS (RFC 3261 §11). */
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'challenge'; readonly status: 401 | 407; readonly headers: readonly HeaderField[] }
  | { readonly kind: 'reject'; readonly status: number; readonly headers: readonly HeaderField[] }
  /** No answer: scanners and floods learn nothing. */
  | { readonly kind: 'drop' }

/** A carrier, as far as it is identified by where its requests come from. */
export interface CarrierIdentity {
  readonly id: string
}

/** The carriers' addresses and lines, over the snapshots. The first two know the operator's carriers alone. */
export interface Carriers {
  /** The carrier that sends from this address by contract (fixed IP). */
  bySourceAddress(address: string, port: number): CarrierIdentity | undefined
  /** The carrier that we are registered at over this flow. */
  byFlow(flowId: string): CarrierIdentity | undefined
  /**
   * The carrier that sends from there and is the own one of the customer whose number an INVITE calls (TRK-12). Customers name any address they like, so this is asked
   * when nobody else is known there. Absent: no customer has one.
   */
  ofCustomer?(invite: SipRequest, flow: Flow): CarrierIdentity | undefined
}

/** Requests since start, by what became of them. */
export interface AdmissionStatistics {
  readonly extensions: number
  readonly carriers: number
  /** From customers' PBXs. */
  readonly trunks: number
  readonly anonymous: number
  readonly challenged: number
  readonly rejected: number
  readonly dropped: number
  /** Requests with credentials that were wrong. */
  readonly wrongCredentials: number
}
