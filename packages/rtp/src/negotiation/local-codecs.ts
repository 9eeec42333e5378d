import type { EndpointProfile } from '../media-engine.ts'
import { type Codec, codecsOf, isComfortNoise, isTelephoneEvent, sameCodec } from '../sdp/codec.ts'
import type { Attribute, MediaDescription } from '../sdp/session-description.ts'
import type { Agreement } from './endpoint-negotiation.ts'
import type { LineContent } from './line.ts'

/** What the exchange itself speaks when media ends here, preferred first. */
export const LOCAL_CODECS: readonly Codec[] = [
  { payloadType: 9, name: 'G722', clockRateHz: 8000, channels: 1, parameters: undefined },
  { payloadType: 8, name: 'PCMA', clockRateHz: 8000, channels: 1, parameters: undefined },
  { payloadType: 0, name: 'PCMU', clockRateHz: 8000, channels: 1, parameters: undefined },
  { payloadType: 96, name: 'opus', clockRateHz: 48_000, channels: 2, parameters: 'useinbandfec=1' },
  { payloadType: 101, name: 'telephone-event', clockRateHz: 8000, channels: 1, parameters: '0-16' },
  { payloadType: 97, name: 'telephone-event', clockRateHz: 48_000, channels: 1, parameters: '0-16' },
]

export const LOCAL_PACKET_TIME_MS = 20

const FIRST_DYNAMIC = 96
const LAST_DYNAMIC = 127

/** What is spoken with a peer, preferred first. */
export function codecsFor({ codecs: names }: Pick<EndpointProfile, 'codecs'>): readonly Codec[] {
  if (!names) return LOCAL_CODECS
  const voices = names.flatMap((name) => LOCAL_CODECS.find((codec) => codec.name.toUpperCase() === name.toUpperCase()) ?? [])
  const clocks = new Set(voices.map(({ clockRateHz }) => clockRateHz))
  return [...voices, ...LOCAL_CODECS.filter((codec) => isTelephoneEvent(codec) && clocks.has(codec.clockRateHz))]
}

export function isVoice(codec: Codec): boolean {
  return !isTelephoneEvent(codec) && !isComfortNoise(codec)
}

export function isSpoken(codec: Codec, spoken: readonly Codec[] = LOCAL_CODECS): boolean {
  return spoken.some((other) => sameCodec(codec, other))
}

/**
 * One voice codec of an offered line, and telephone events at its clock rate, under the offerer's numbers: the codec in use when it is
 * offered again, else the offerer's first that is spoken. Empty when there is none.
 */
export function selectCodecs(offered: MediaDescription, spoken: readonly Codec[], inUse: readonly Codec[] = []): Codec[] {
  const codecs = codecsOf(offered)
  const voices = codecs.filter(isVoice)
  const kept = inUse.filter(isVoice).flatMap((used) => voices.find((codec) => sameCodec(codec, used)) ?? [])
  const voice = kept[0] ?? voices.find((codec) => isSpoken(codec, spoken))
  const events = codecs.find((codec) => isTelephoneEvent(codec) && codec.clockRateHz === voice?.clockRateHz)
  return voice ? [asSpoken(voice, spoken), ...(events ? [{ ...events, parameters: '0-16' }] : [])] : []
}

/** With the parameters of ours, not the peer's, when it is ours. */
function asSpoken(voice: Codec, spoken: readonly Codec[]): Codec {
  const ours = spoken.find((codec) => sameCodec(codec, voice))
  return ours ? { ...voice, parameters: ours.parameters } : voice
}

/** The codecs that both sides hold to on a line, under the numbers of the side that answered. */
export function codecsInUse(agreed: Agreement | undefined, line: number): Codec[] {
  const answered = agreed?.offeredBy === 'local' ? agreed.remote.media[line] : agreed?.local.media[line]
  return answered && answered.port !== 0 ? codecsOf(answered) : []
}

/**
 * Codecs for an offer to a party that will talk to one who has `inUse`: those first, so that nothing need be transcoded, then what is
 * spoken here. What is spoken here helps only when the other one's codec is spoken too.
 */
export function codecsLike(inUse: readonly Codec[], spoken: readonly Codec[] = LOCAL_CODECS): Codec[] {
  const first = inUse.filter(isVoice)
  const canTranscode = first.length === 0 || first.some((codec) => isSpoken(codec, spoken))
  const more = spoken.filter((codec) => !first.some((other) => sameCodec(codec, other)) && (canTranscode || !isVoice(codec)))
  const numbers = new Set(first.map(({ payloadType }) => payloadType))
  return [...first, ...more.map((codec) => ({ ...codec, payloadType: freeNumber(codec.payloadType, numbers) }))]
}

export function audioContent(codecs: readonly Codec[]): LineContent {
  const attributes: Attribute[] = codecs.flatMap(codecAttributes)
  attributes.push({ name: 'ptime', value: String(LOCAL_PACKET_TIME_MS) })
  return { kind: 'audio', protocol: 'RTP/AVP', formats: codecs.map(({ payloadType }) => String(payloadType)), bandwidths: [], attributes }
}

export function codecAttributes({ payloadType, name, clockRateHz, channels, parameters }: Codec): Attribute[] {
  const map = { name: 'rtpmap', value: `${payloadType} ${name}/${clockRateHz}${channels > 1 ? `/${channels}` : ''}` }
  return parameters === undefined ? [map] : [map, { name: 'fmtp', value: `${payloadType} ${parameters}` }]
}

function freeNumber(wanted: number, taken: Set<number>): number {
  let number = wanted
  for (let next = FIRST_DYNAMIC; taken.has(number) && next <= LAST_DYNAMIC; next++) number = next
  taken.add(number)
  return number
}
