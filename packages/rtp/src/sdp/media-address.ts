import { attributeValue, hasAttribute } from './attributes.ts'
import { decimal } from './decimal.ts'
import { isUnspecified } from './direction.ts'
import type { AddressFamily, MediaDescription, SessionDescription } from './session-description.ts'

/** Where the peer wants its packets. */
export interface MediaAddress {
  readonly addressFamily: AddressFamily
  readonly address: string
  readonly rtpPort: number
  readonly rtcpPort: number
  /** RTCP to another host than RTP; undefined for the usual same one. */
  readonly rtcpAddress: string | undefined
}

/**
 * Address of a media line: c= of the line or the session, RTCP by rtcp-mux (RFC 5761), a=rtcp (RFC 3605) or port + 1.
 * Undefined when the line is off, on hold by 0.0.0.0, or names no place.
 */
export function mediaAddressOf(session: SessionDescription, media: MediaDescription): MediaAddress | undefined {
  const connection = media.connection ?? session.connection
  if (media.port === 0 || !connection || isUnspecified(connection)) return undefined
  const rtcp = attributeValue(media, 'rtcp')?.split(' ')
  const muxed = hasAttribute(media, 'rtcp-mux')
  const rtcpPort = muxed ? media.port : (decimal(rtcp?.[0], 65_535) ?? Math.min(media.port + 1, 65_535))
  const rtcpAddress = muxed || rtcp?.[3] === connection.address ? undefined : rtcp?.[3]
  return { ...connection, rtpPort: media.port, rtcpPort, rtcpAddress }
}
