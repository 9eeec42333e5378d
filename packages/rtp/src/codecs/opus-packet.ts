/** Opus runs its RTP clock at 48 kHz whatever it carries (RFC 7587 §4.1). */
export const OPUS_CLOCK_RATE_HZ = 48_000
/** Longest duration of a packet (RFC 6716 §3.2.5), in ticks. */
const MOST_TICKS = (120 * OPUS_CLOCK_RATE_HZ) / 1000

const SILK_TICKS = [480, 960, 1920, 2880] as const
const HYBRID_TICKS = [480, 960] as const
const CELT_TICKS = [120, 240, 480, 960] as const

/**
 * Duration of an Opus packet in ticks of 48 kHz, from its table-of-contents octet (RFC 6716 §3.1); 0 when it is broken.
 *
 * ```
 *  0 1 2 3 4 5 6 7
 * +-+-+-+-+-+-+-+-+
 * | config  |s| c |
 * +-+-+-+-+-+-+-+-+
 * ```
 */
export function opusDuration(payload: Uint8Array): number {
  const [contents, frameCount] = payload
  if (contents === undefined) return 0
  const code = contents & 3
  // Code 3 carries the number of frames in its second octet (§3.2.5).
  const frames = code === 0 ? 1 : code < 3 ? 2 : (frameCount ?? 0) & 0x3f
  const ticks = frames * frameTicks(contents >> 3)
  return ticks <= MOST_TICKS ? ticks : 0
}

/** Table 2. */
function frameTicks(config: number): number {
  if (config < 12) return SILK_TICKS[config & 3] ?? 0
  if (config < 16) return HYBRID_TICKS[config & 1] ?? 0
  return CELT_TICKS[config & 3] ?? 0
}
