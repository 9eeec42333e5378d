import { codecsOf } from '../sdp/codec.ts'
import type { Attribute, MediaDescription, SessionDescription } from '../sdp/session-description.ts'
import { transportOf } from './line-transport.ts'
import { withoutBrowsers } from './relayed-attributes.ts'

/** Redundancy around another codec (RFC 2198, 5109): what listens here, and most telephones, cannot look inside. */
const REDUNDANCY: ReadonlySet<string> = new Set(['RED', 'ULPFEC', 'FLEXFEC-03'])
const OF_A_FORMAT: ReadonlySet<string> = new Set(['rtpmap', 'fmtp'])

/** A browser's line as any telephone would have written it; lines of others stay as they are. */
export function plainLine(media: MediaDescription): MediaDescription {
  if (transportOf(media) !== 'dtls') return media
  const dropped = new Set(
    codecsOf(media)
      .filter(({ name }) => REDUNDANCY.has(name.toUpperCase()))
      .map(({ payloadType }) => String(payloadType)),
  )
  const isDropped = ({ name, value }: Attribute): boolean => OF_A_FORMAT.has(name) && dropped.has(value?.split(' ')[0] ?? '')
  return {
    ...media,
    formats: media.formats.filter((format) => !dropped.has(format)),
    attributes: withoutBrowsers(media.attributes).filter((attribute) => !isDropped(attribute)),
  }
}

/** The attributes that a description has for all its lines, without those of browsers where one wrote it. */
export function plainSession({ attributes, media }: SessionDescription): readonly Attribute[] {
  return media.some((line) => transportOf(line) === 'dtls') ? withoutBrowsers(attributes) : attributes
}
