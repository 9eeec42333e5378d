/** How one fixed address of a customer's PBX stands. */
export interface PlaceState {
  readonly host: string
  readonly port: number | undefined
  /**
   * `probing`, `up`, `down`: asked by OPTIONS. `unasked`: the PBX takes none (SIP-DDI), and no call has failed lately; `down` then: one has, or
   * its name has no address.
   */
  readonly state: 'probing' | 'up' | 'down' | 'unasked'
  /** Milliseconds since the Unix epoch. */
  readonly sinceMs: number
  /** What went wrong last, in words, until something goes right. */
  readonly lastError: string | undefined
}
