import type { ParkedMessage } from '../message/parked-message.ts'

/**
 * What stands for a server transaction that is over while repetitions of its request may still come, the final states of its
 * machine: of each request there is one for half a minute, so they are as small as can be.
 */
export type FinishedRequest =
  /** A request other than INVITE, over UDP: it gets its response again (timer J). */
  | { readonly kind: 'completed'; readonly response: ParkedMessage }
  /** An INVITE that was refused and acknowledged ("confirmed", timer I): INVITE and ACK are absorbed. */
  | { readonly kind: 'confirmed'; readonly localTag: string | undefined }
  /** An INVITE whose 2xx was acknowledged (timer L): INVITEs are absorbed; an ACK belongs to the user agent (RFC 6026 §7.1). */
  | { readonly kind: 'accepted'; readonly localTag: string | undefined }
