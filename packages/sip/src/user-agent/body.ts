import { Buffer } from 'node:buffer'
import { ContentType } from '../header/media-type.ts'
import type { SipMessage } from '../message/message.ts'

/** The session description a message carries; a body of another kind is none. */
export function sdpOf(message: SipMessage): string | undefined {
  const { body, headers } = message
  if (body.length === 0) return undefined
  const type = headers.read(ContentType)
  // Without a Content-Type the body of a session request is taken for what it can only be (RFC 3261 §7.4.1 calls for one; phones forget it).
  if (type !== undefined && (type.type !== 'application' || type.subtype !== 'sdp')) return undefined
  return bodyText(message)
}

/** The body of a message as text. */
export function bodyText({ body }: SipMessage): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')
}
