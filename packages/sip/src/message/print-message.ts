import { Buffer } from 'node:buffer'
import { fieldsOf, oneLine } from './header-fields.ts'
import type { SipMessage } from './message.ts'

/**
 * The bytes of a message. Content-Length is always that of the body, at the place where the message has the
 * header or at the end. What was parsed and not edited prints the same text each time.
 */
export function printMessage(message: SipMessage): Uint8Array {
  const { body } = message
  let head = printStartLine(message)
  let counted = false
  for (const { name, value } of fieldsOf(message.headers)) {
    if (name !== 'Content-Length') head += `${name}: ${value}\r\n`
    else if (!counted) {
      head += `Content-Length: ${body.length}\r\n`
      counted = true
    }
  }
  head += counted ? '\r\n' : `Content-Length: ${body.length}\r\n\r\n`
  if (body.length === 0) return Buffer.from(head)
  const headBytes = Buffer.byteLength(head)
  const bytes = Buffer.allocUnsafe(headBytes + body.length)
  bytes.write(head, 0)
  bytes.set(body, headBytes)
  return bytes
}

function printStartLine(message: SipMessage): string {
  return message.kind === 'request'
    ? `${message.method} ${oneLine(message.uri)} SIP/2.0\r\n`
    : `SIP/2.0 ${message.status} ${oneLine(message.reason)}\r\n`
}
