/** Whose offer of a session description waits for its answer; at most one may (RFC 3264 §4, RFC 3311 §5). */
export interface OfferState {
  /** A re-INVITE or UPDATE of ours has no final response, or its ACK is owed. */
  ours: boolean
  /** A re-INVITE or UPDATE of the peer has no final response. */
  theirs: boolean
}
