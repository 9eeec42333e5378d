import type { TrunkCodec } from './products.ts'

/** What one call needs in each direction, for planning a customer's line (TRK-13). */
export interface CodecBandwidth {
  readonly codec: TrunkCodec
  readonly packetMs: number
  /** With RTP, UDP and IPv4, in kbit/s. */
  readonly ipKbps: number
  /** The same on an ATM line such as ADSL, in kbit/s. */
  readonly atmKbps: number
}

/** TRK-13; for the µ-law as for the A-law, which has the same octets. */
export const CODEC_BANDWIDTHS: readonly CodecBandwidth[] = [
  { codec: 'PCMA', packetMs: 20, ipKbps: 80.8, atmKbps: 106 },
  { codec: 'PCMU', packetMs: 20, ipKbps: 80.8, atmKbps: 106 },
  { codec: 'G729', packetMs: 20, ipKbps: 24.8, atmKbps: 47.2 },
  { codec: 'G729', packetMs: 30, ipKbps: 19.2, atmKbps: 28.3 },
]

/** RTCP and signalling come on top of it, about a tenth (TRK-13). */
export const CONTROL_SHARE = 0.1

/** What a call is planned with, in each direction, whatever the codec (TRK-13). */
export const PLANNED_KBPS_PER_CALL = 100

/** What a trunk with so many channels is planned with, in each direction. */
export function plannedKbps(channels: number): number {
  return channels * PLANNED_KBPS_PER_CALL
}
