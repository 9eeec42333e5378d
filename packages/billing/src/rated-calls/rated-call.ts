import { type Declined, LocalClock, type Piece, type Rating } from '@klinke/rating'
import type { Usage } from '../usage.ts'

/** A leg with what became of it. */
export interface RatedCall {
  readonly usage: Usage
  readonly rating: Rating
  /** First day, ISO 8601, of the month to which it belongs. */
  readonly month: string
}

/** The piece of a call as it is kept: amounts as text, which JSON has no whole numbers for. */
export interface KeptPiece extends Omit<Piece, 'microsPerMinute' | 'setUp'> {
  readonly microsPerMinute: string
  readonly setUp: string
}

export function keptPiece({ microsPerMinute, setUp, ...piece }: Piece): KeptPiece {
  return { ...piece, microsPerMinute: String(microsPerMinute), setUp: String(setUp) }
}

export function pieceFrom({ microsPerMinute, setUp, ...piece }: KeptPiece): Piece {
  return { ...piece, microsPerMinute: BigInt(microsPerMinute), setUp: BigInt(setUp) }
}

export type KeptDeclined = Declined

/** The month, its first day, of legs in a time zone: that of the answer, of legs without connection that of the end. */
export class Months {
  readonly #clocks = new Map<string, LocalClock>()

  firstDay({ answeredAtMs, endedAtMs }: Usage, timeZone: string): string {
    let clock = this.#clocks.get(timeZone)
    if (clock === undefined) {
      clock = new LocalClock(timeZone)
      this.#clocks.set(timeZone, clock)
    }
    const atMs = [answeredAtMs, endedAtMs].find((ms) => ms !== undefined && Number.isInteger(ms)) ?? 0
    return `${new Date(clock.localMs(atMs)).toISOString().slice(0, 7)}-01`
  }
}
