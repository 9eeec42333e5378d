/** What a party wants to receive, by its fmtp line (RFC 7587 §6.1); absent parameters have the defaults given there. */
export interface OpusParameters {
  /** Bits per second; undefined: whatever is good. */
  readonly maxAverageBitrate: number | undefined
  /** Highest sampling rate that the party can play, Hz. */
  readonly maxPlaybackRateHz: number
  /** It can use a packet's copy of the one before. */
  readonly inbandFec: boolean
  /** It wants nothing while there is silence. */
  readonly dtx: boolean
  /** It wants a constant bit rate: with SRTP, lengths tell what is said (RFC 6562). */
  readonly constantBitrate: boolean
}

const HIGHEST_RATE_HZ = 48_000
/** §6.1: 6,000 to 510,000 bit/s. */
const LEAST_BITRATE = 6000
const MOST_BITRATE = 510_000

/** Reads the parameters of an Opus format; broken ones count as absent. */
export function opusParameters(text: string | undefined): OpusParameters {
  const values = new Map((text ?? '').split(';').map((parameter) => pair(parameter)))
  const bitrate = wholeNumber(values.get('maxaveragebitrate'))
  return {
    maxAverageBitrate: bitrate === undefined ? undefined : Math.max(LEAST_BITRATE, Math.min(MOST_BITRATE, bitrate)),
    maxPlaybackRateHz: Math.max(8000, wholeNumber(values.get('maxplaybackrate')) ?? HIGHEST_RATE_HZ),
    inbandFec: values.get('useinbandfec') === '1',
    dtx: values.get('usedtx') === '1',
    constantBitrate: values.get('cbr') === '1',
  }
}

function pair(parameter: string): readonly [name: string, value: string] {
  const [name = '', value = ''] = parameter.split('=')
  return [name.trim().toLowerCase(), value.trim()]
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
