/**
 * The E-model of ITU-T G.107 in the short form: all that a telephone exchange cannot measure (noise, echo, side tone) at the
 * recommendation's defaults, which leaves R = 93.2 − Id − Ie,eff.
 */
export interface TransmissionQuality {
  /** Mouth to ear, in milliseconds: half the round trip, packet time, jitter buffer. */
  readonly oneWayDelayMs: number
  /** 0…1. */
  readonly lossRatio: number
  /** Encoding name, such as `PCMA`. */
  readonly codec: string | undefined
}

/** R without any impairment, with G.107 (06/2015) default values. */
const BASE_R = 93.2

/** Equipment impairment Ie and robustness against random loss Bpl, ITU-T G.113 appendix I. */
const IMPAIRMENTS: ReadonlyMap<string, readonly [ie: number, bpl: number]> = new Map([
  ['G729', [11, 19]],
  ['G723', [15, 16.1]],
  ['GSM', [26, 43]],
  ['GSM-EFR', [5, 10]],
  ['G728', [7, 17]],
])

/** G.711 with packet loss concealment (G.711 appendix I), which telephones have. Stands in for wideband codecs as well. */
const G711_IMPAIRMENT = [0, 25.1] as const

/** Transmission rating R, at most 93.2; may be negative for what is not worth being called a connection. */
export function transmissionRating({ oneWayDelayMs, lossRatio, codec }: TransmissionQuality): number {
  const [ie, bpl] = IMPAIRMENTS.get(codec?.toUpperCase() ?? '') ?? G711_IMPAIRMENT
  const lossPercent = 100 * Math.min(1, Math.max(0, lossRatio))
  const effectiveEquipment = ie + ((95 - ie) * lossPercent) / (lossPercent + bpl)
  return BASE_R - delayImpairment(Math.max(0, oneWayDelayMs)) - effectiveEquipment
}

/** Mean opinion score 1…4.5 of a rating, G.107 annex B. */
export function meanOpinionScore(rating: number): number {
  if (rating <= 0) return 1
  if (rating >= 100) return 4.5
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6)
}

/** Id, the usual linear approximation: delay is felt from about 177 ms on. */
function delayImpairment(delayMs: number): number {
  return 0.024 * delayMs + (delayMs > 177.3 ? 0.11 * (delayMs - 177.3) : 0)
}
