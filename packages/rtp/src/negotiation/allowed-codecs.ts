import { type Codec, codecsOf, isComfortNoise, isTelephoneEvent } from '../sdp/codec.ts'
import type { Attribute, MediaDescription } from '../sdp/session-description.ts'
import { codecAttributes, isSpoken, isVoice, LOCAL_CODECS } from './local-codecs.ts'

/** Attributes whose value begins with the format that they are about. */
const OF_ONE_FORMAT: ReadonlySet<string> = new Set(['rtpmap', 'fmtp', 'rtcp-fb'])
/** Formats with a number that is the same everywhere (RFC 3551 §6): nothing offered can have it for something else. */
const FIRST_DYNAMIC = 96

/**
 * A relayed audio line with those voice codecs alone that may be spoken with the peer it is offered to, in the order in which they are
 * named. Where the offerer has none of them, those of them that are spoken here, between which and the offerer's it is then transcoded;
 * undefined when there is no such one.
 */
export function withAllowedCodecs(media: MediaDescription, names: readonly string[] | undefined): MediaDescription | undefined {
  if (names === undefined || media.kind !== 'audio') return media
  const codecs = codecsOf(media)
  const voices = names.flatMap((name) => codecs.filter((codec) => isVoice(codec) && isNamed(codec, name)))
  const added = voices.length > 0 ? [] : spokenHere(codecs, names)
  const clocks = new Set([...voices, ...added].map(({ clockRateHz }) => clockRateHz))
  if (clocks.size === 0) return undefined
  const beside = codecs.filter((codec) => (isTelephoneEvent(codec) || isComfortNoise(codec)) && clocks.has(codec.clockRateHz))
  const formats = [...voices, ...added, ...beside].map(({ payloadType }) => String(payloadType))
  const kept = media.attributes.filter((attribute) => concerns(attribute, formats))
  return { ...media, formats, attributes: [...kept, ...added.flatMap(codecAttributes)] }
}

/** Of codecs in use with another party those that may be spoken with one that allows only some. */
export function allowedOf(codecs: readonly Codec[], names: readonly string[] | undefined): readonly Codec[] {
  return names === undefined ? codecs : codecs.filter((codec) => names.some((name) => isNamed(codec, name)))
}

function spokenHere(offered: readonly Codec[], names: readonly string[]): readonly Codec[] {
  if (!offered.some((codec) => isVoice(codec) && isSpoken(codec))) return []
  return names.flatMap((name) => LOCAL_CODECS.filter((codec) => codec.payloadType < FIRST_DYNAMIC && isNamed(codec, name)))
}

function isNamed({ name }: Codec, wanted: string): boolean {
  return name.toUpperCase() === wanted.toUpperCase()
}

function concerns({ name, value = '' }: Attribute, formats: readonly string[]): boolean {
  const [format = ''] = value.split(' ', 1)
  return !OF_ONE_FORMAT.has(name) || format === '*' || formats.includes(format)
}
