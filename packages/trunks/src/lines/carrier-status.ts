/** How the line to one carrier stands, as the API shows it. */
export interface CarrierStatus {
  readonly carrierId: string
  readonly state: CarrierState
  /** When `state` was entered, in milliseconds since the Unix epoch. */
  readonly sinceMs: number
  /** When the registration runs out unless it is refreshed; `undefined` for carriers with fixed addresses and while not registered. */
  readonly expiresAtMs: number | undefined
  /** What went wrong last, in words, until something goes right. */
  readonly lastError: string | undefined
}

/** `registering`, `registered`, `failed`: a line that registers. `probing`, `up`, `down`: a carrier with fixed addresses, by OPTIONS. */
export type CarrierState = 'registering' | 'registered' | 'failed' | 'probing' | 'up' | 'down'

/** A carrier is tried first as long as nothing speaks against it: not having asked yet does not. */
export function isUsable(state: CarrierState): boolean {
  return state !== 'failed' && state !== 'down'
}
