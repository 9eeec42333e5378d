import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Capabilities, parseMessage, type SipMessage, type SipRequest } from '../../src/index.ts'

/** A user agent server as the tests assume it. */
export const CAPABILITIES: Capabilities = {
  methods: ['INVITE', 'ACK', 'CANCEL', 'BYE', 'OPTIONS', 'REGISTER', 'MESSAGE'],
  schemes: ['sip', 'sips', 'tel'],
  extensions: ['100rel', 'timer', 'replaces'],
  sessionTypes: ['application/sdp'],
}

export type Archive = 'rfc4475' | 'rfc5118'

/** The bytes of a message as they come from the wire. */
export function bytesOf(rfc: Archive, name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, rfc, `${name}.dat`))
}

export function messageOf(rfc: Archive, name: string): SipMessage {
  const result = parseMessage(bytesOf(rfc, name))
  assert.ok(result.ok, name)
  return result.value
}

export function requestOf(rfc: Archive, name: string): SipRequest {
  const message = messageOf(rfc, name)
  assert.equal(message.kind, 'request', name)
  return message
}
