import { hasAttribute } from './attributes.ts'
import type { Connection, MediaDescription, SessionDescription } from './session-description.ts'

/** Direction attribute, RFC 8866 §6.7, from the view of who wrote the description. */
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive'

const SENDS: ReadonlySet<string> = new Set(['sendrecv', 'sendonly'])
const RECEIVES: ReadonlySet<string> = new Set(['sendrecv', 'recvonly'])

export function isDirection(name: string): name is Direction {
  return name === 'sendrecv' || name === 'sendonly' || name === 'recvonly' || name === 'inactive'
}

export function sends(direction: Direction): boolean {
  return SENDS.has(direction)
}

export function receives(direction: Direction): boolean {
  return RECEIVES.has(direction)
}

export function directionFrom(sending: boolean, receiving: boolean): Direction {
  if (sending) return receiving ? 'sendrecv' : 'sendonly'
  return receiving ? 'recvonly' : 'inactive'
}

/** The same stream seen from the other end. */
export function reverse(direction: Direction): Direction {
  return directionFrom(receives(direction), sends(direction))
}

/** What an answer may say at most: it sends only what the offer receives, and the other way round (RFC 3264 §6.1). */
export function constrainAnswer(answer: Direction, offer: Direction): Direction {
  return directionFrom(sends(answer) && receives(offer), receives(answer) && sends(offer))
}

/**
 * Direction of a media line: its own attribute, else the session's, else sendrecv. The hold of RFC 2543,
 * connection address 0.0.0.0, asks for no packets (RFC 3264 §8.4) and so takes the receiving half away. With ICE the same
 * address only says that the candidates count (RFC 8840 §4.1.1).
 */
export function directionOf(session: SessionDescription, media: MediaDescription): Direction {
  const written = [...media.attributes, ...session.attributes].find((attribute) => isDirection(attribute.name))?.name
  const direction = written !== undefined && isDirection(written) ? written : 'sendrecv'
  const connection = media.connection ?? session.connection
  return connection && isUnspecified(connection) && !hasAttribute(media, 'ice-ufrag') ? directionFrom(sends(direction), false) : direction
}

/** 0.0.0.0, or `::` for IPv6: no place to send to. */
export function isUnspecified({ address }: Connection): boolean {
  return address === '0.0.0.0' || address === '::' || address === '0:0:0:0:0:0:0:0'
}
