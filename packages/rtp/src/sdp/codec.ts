import { attributeValue, attributeValues } from './attributes.ts'
import { decimal } from './decimal.ts'
import type { MediaDescription } from './session-description.ts'

/** One RTP payload format of a media line: rtpmap (RFC 8866 §6.6) and fmtp (§6.15) together. */
export interface Codec {
  /** 0–127. */
  readonly payloadType: number
  /** Encoding name as written, such as `PCMA` or `telephone-event`. Compare with `sameCodec`: case does not count. */
  readonly name: string
  readonly clockRateHz: number
  readonly channels: number
  /** Format parameters as written; undefined without fmtp. */
  readonly parameters: string | undefined
}

/** RFC 3551 §6: payload types that need no rtpmap. Only those that telephones and video phones use. */
const STATIC_PAYLOAD_TYPES: ReadonlyMap<number, readonly [name: string, clockRateHz: number]> = new Map([
  [0, ['PCMU', 8000]],
  [3, ['GSM', 8000]],
  [4, ['G723', 8000]],
  [8, ['PCMA', 8000]],
  // The clock rate of G722 is written 8000 although it samples at 16 kHz (RFC 3551 §4.5.2).
  [9, ['G722', 8000]],
  [13, ['CN', 8000]],
  [15, ['G728', 8000]],
  [18, ['G729', 8000]],
  [31, ['H261', 90_000]],
  [34, ['H263', 90_000]],
])

/** The codecs of an RTP media line, preferred first. Formats that are no payload type or have no known encoding are left out. */
export function codecsOf(media: MediaDescription): Codec[] {
  const maps = byPayloadType(attributeValues(media, 'rtpmap'))
  const parameters = byPayloadType(attributeValues(media, 'fmtp'))
  const codecs: Codec[] = []
  for (const format of media.formats) {
    const payloadType = decimal(format, 127)
    if (payloadType === undefined) continue
    const encoding = readEncoding(maps.get(payloadType)) ?? staticEncoding(payloadType)
    if (encoding) codecs.push({ payloadType, ...encoding, parameters: parameters.get(payloadType) })
  }
  return codecs
}

/** Packet time asked for (RFC 8866 §6.4), in milliseconds; undefined when absent or absurd. */
export function packetTimeMs(media: MediaDescription): number | undefined {
  const value = decimal(attributeValue(media, 'ptime'), 1000)
  return value === 0 ? undefined : value
}

/** Same encoding, whatever its number: name without case, clock rate, channels. */
export function sameCodec(a: Codec, b: Codec): boolean {
  return a.clockRateHz === b.clockRateHz && a.channels === b.channels && a.name.toUpperCase() === b.name.toUpperCase()
}

export function isTelephoneEvent(codec: Codec): boolean {
  return codec.name.toLowerCase() === 'telephone-event'
}

/** Comfort noise, RFC 3389. */
export function isComfortNoise(codec: Codec): boolean {
  return codec.name.toUpperCase() === 'CN'
}

function byPayloadType(values: readonly string[]): Map<number, string> {
  const map = new Map<number, string>()
  for (const value of values) {
    const blank = value.indexOf(' ')
    const payloadType = decimal(value.slice(0, Math.max(0, blank)), 127)
    if (payloadType !== undefined && !map.has(payloadType)) map.set(payloadType, value.slice(blank + 1).trim())
  }
  return map
}

type Encoding = Pick<Codec, 'name' | 'clockRateHz' | 'channels'>

function readEncoding(value: string | undefined): Encoding | undefined {
  const [name = '', rate, channelText] = value?.split('/') ?? []
  const clockRateHz = decimal(rate, 10_000_000)
  const channels = channelText === undefined ? 1 : decimal(channelText, 255)
  return name === '' || !clockRateHz || !channels ? undefined : { name, clockRateHz, channels }
}

function staticEncoding(payloadType: number): Encoding | undefined {
  const known = STATIC_PAYLOAD_TYPES.get(payloadType)
  return known && { name: known[0], clockRateHz: known[1], channels: 1 }
}
