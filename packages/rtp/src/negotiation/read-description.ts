import { failed, ok, type Result } from '@klinke/foundation'
import { hasAttribute } from '../sdp/attributes.ts'
import { parseSdp } from '../sdp/parse.ts'
import type { Attribute, MediaDescription, SessionDescription } from '../sdp/session-description.ts'
import type { NegotiationError } from './endpoint-negotiation.ts'
import { transportOf } from './line-transport.ts'

/** Attributes of a transport that may be written once for all lines (RFC 8839 §5.4, RFC 8122 §5, RFC 8842 §5.2). */
const OF_THE_TRANSPORT: readonly string[] = ['ice-ufrag', 'ice-pwd', 'fingerprint', 'setup']

/** A peer's description, in which each WebRTC line says all of its transport by itself. */
export function readDescription(sdp: string): Result<SessionDescription, NegotiationError> {
  const parsed = parseSdp(sdp)
  if (!parsed.ok) return failed({ kind: 'bad-sdp', detail: `line ${parsed.error.line}: ${parsed.error.problem}` })
  const { media, ...session } = parsed.value
  const lines = media.map((line) => (transportOf(line) === 'dtls' ? withOwnTransport(line, session.attributes) : line))
  return ok({ ...session, media: lines })
}

function withOwnTransport(media: MediaDescription, session: readonly Attribute[]): MediaDescription {
  const missing = OF_THE_TRANSPORT.filter((name) => !hasAttribute(media, name))
  return { ...media, attributes: [...media.attributes, ...session.filter(({ name }) => missing.includes(name))] }
}
