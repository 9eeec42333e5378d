import { Buffer } from 'node:buffer'
import { createCipheriv } from 'node:crypto'

const KEY_LENGTH = 16
const SALT_LENGTH = 14
const AUTHENTICATION_KEY_LENGTH = 20

/** Session keys of one direction, for RTP or RTCP. */
export interface SessionKeys {
  readonly cipherKey: Buffer
  readonly authenticationKey: Buffer
  readonly salt: Buffer
}

/**
 * Session keys from master key (16 octets) and master salt (14 octets), derivation rate 0 (RFC 3711 §4.3).
 * Labels 0–2 are for RTP, 3–5 for RTCP.
 */
export function deriveSessionKeys(masterKey: Buffer, masterSalt: Buffer, kind: 'rtp' | 'rtcp'): SessionKeys {
  const firstLabel = kind === 'rtp' ? 0 : 3
  const derive = (label: number, length: number): Buffer => {
    const counter = Buffer.alloc(16)
    masterSalt.copy(counter)
    // The label is the octet above the 48-bit index, which is 0: octet 7 of the 14 (§4.3.1).
    counter[7] = (counter[7] ?? 0) ^ label
    return createCipheriv('aes-128-ctr', masterKey, counter).update(Buffer.alloc(length))
  }
  return {
    cipherKey: derive(firstLabel, KEY_LENGTH),
    authenticationKey: derive(firstLabel + 1, AUTHENTICATION_KEY_LENGTH),
    salt: derive(firstLabel + 2, SALT_LENGTH),
  }
}

/** The two parts of what a=crypto carries: master key and master salt. */
export function splitKeyAndSalt(keyAndSalt: Buffer): readonly [key: Buffer, salt: Buffer] {
  return [keyAndSalt.subarray(0, KEY_LENGTH), keyAndSalt.subarray(KEY_LENGTH, KEY_LENGTH + SALT_LENGTH)]
}
