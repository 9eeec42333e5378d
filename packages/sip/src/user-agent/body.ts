import { Buffer } from 'node:buffer'
import type { SipMessage } from '../message/message.ts'
import { isComposed, sessionBodyOf } from '../mime/session-body.ts'

/** The session description a message carries; a body of another kind is none. */
export function sdpOf(message: SipMessage): string | undefined {
  if (message.body.length === 0) return undefined
  // Without a Content-Type the body of a session request is taken for what it can only be (RFC 3261 §7.4.1 calls for one; phones forget it).
  return isComposed(message) ? sessionBodyOf(message).sdp : bodyText(message)
}

/** The body of a message as text. */
export function bodyText({ body }: SipMessage): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')
}
