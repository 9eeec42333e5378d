import type { EndpointProfile } from '../media-engine.ts'
import { type Codec, codecsOf, isComfortNoise, isTelephoneEvent } from '../sdp/codec.ts'
import type { Attribute, MediaDescription, SessionDescription } from '../sdp/session-description.ts'
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
  return cutDown(media, [...voices, ...added], added)
}

/** What may be said by a peer, and said to it. */
export type AllowedMedia = Pick<EndpointProfile, 'codecs' | 't38'>

/** What a peer describes, as far as it may: other voice codecs are left out, and a line of which nothing is left is as if it were refused. */
export function asAllowed(description: SessionDescription, allowed: AllowedMedia): SessionDescription {
  if (allowed.codecs === undefined && allowed.t38 !== false) return description
  return { ...description, media: description.media.map((media) => allowedLine(media, allowed)) }
}

/** The voice codecs of a description that may not be spoken, by name and in its order, and `T38` where that may not be. */
export function notAllowed({ media }: SessionDescription, { codecs: names, t38 }: AllowedMedia): readonly string[] {
  const live = media.filter(({ port }) => port !== 0)
  const voices = live.flatMap((line) => (line.kind === 'audio' ? codecsOf(line).filter(isVoice) : []))
  const strangers = names === undefined ? [] : voices.filter((codec) => !names.some((name) => isNamed(codec, name)))
  const fax = t38 === false && live.some(({ kind }) => kind === 'image') ? ['T38'] : []
  return [...new Set([...strangers.map(({ name }) => name), ...fax])]
}

function allowedLine(media: MediaDescription, { codecs: names, t38 }: AllowedMedia): MediaDescription {
  if (media.port === 0) return media
  if (media.kind === 'image') return t38 === false ? { ...media, port: 0 } : media
  if (names === undefined || media.kind !== 'audio') return media
  const offered = codecsOf(media).filter(isVoice)
  const voices = offered.filter((codec) => names.some((name) => isNamed(codec, name)))
  return voices.length === offered.length ? media : (cutDown(media, voices, []) ?? { ...media, port: 0 })
}

/** The line with these voice codecs alone, of which some are new in it; undefined without any. */
function cutDown(media: MediaDescription, voices: readonly Codec[], added: readonly Codec[]): MediaDescription | undefined {
  const clocks = new Set(voices.map(({ clockRateHz }) => clockRateHz))
  if (clocks.size === 0) return undefined
  const beside = codecsOf(media).filter((codec) => (isTelephoneEvent(codec) || isComfortNoise(codec)) && clocks.has(codec.clockRateHz))
  const formats = [...voices, ...beside].map(({ payloadType }) => String(payloadType))
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
