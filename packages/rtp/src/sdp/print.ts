import type { Attribute, Bandwidth, Connection, MediaDescription, SessionDescription } from './session-description.ts'

/** The text of a session description, lines in the order of RFC 8866 §5, each ended by CRLF. */
export function printSdp(description: SessionDescription): string {
  const { origin } = description
  let text = `v=0\r\no=${origin.username} ${origin.sessionId} ${origin.sessionVersion} ${printConnection(origin.connection)}\r\n`
  text += printSdpBody(description)
  return text
}

/** Everything after the o= line: what decides whether a description has changed (RFC 3264 §8). */
export function printSdpBody(description: SessionDescription): string {
  let text = `s=${description.name}\r\n`
  for (const line of description.descriptive) text += `${line}\r\n`
  if (description.connection) text += `c=${printConnection(description.connection)}\r\n`
  text += printBandwidths(description.bandwidths)
  for (const line of description.times) text += `${line}\r\n`
  text += printAttributes(description.attributes)
  for (const media of description.media) text += printMedia(media)
  return text
}

function printMedia(media: MediaDescription): string {
  let text = `m=${media.kind} ${media.port} ${media.protocol}`
  for (const format of media.formats) text += ` ${format}`
  text += '\r\n'
  if (media.information !== undefined) text += `i=${media.information}\r\n`
  if (media.connection) text += `c=${printConnection(media.connection)}\r\n`
  return text + printBandwidths(media.bandwidths) + printAttributes(media.attributes)
}

function printConnection({ addressFamily, address }: Connection): string {
  return `IN ${addressFamily === 'IPv4' ? 'IP4' : 'IP6'} ${address}`
}

function printBandwidths(bandwidths: readonly Bandwidth[]): string {
  let text = ''
  for (const { type, value } of bandwidths) text += `b=${type}:${value}\r\n`
  return text
}

function printAttributes(attributes: readonly Attribute[]): string {
  let text = ''
  for (const { name, value } of attributes) text += value === undefined ? `a=${name}\r\n` : `a=${name}:${value}\r\n`
  return text
}
