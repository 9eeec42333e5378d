import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const KEY_OCTETS = 32
const SALT_OCTETS = 16

/**
 * What is stored of a PIN: salt and scrypt key (RFC 7914), made off the main thread. A PIN has few digits; what protects it is the lock
 * after wrong ones (`PinLock`).
 */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(SALT_OCTETS)
  return `${salt.toString('base64url')}.${(await keyOf(pin, salt)).toString('base64url')}`
}

export async function isPin(pin: string, stored: string): Promise<boolean> {
  const [salt, expected] = saltAndKey(stored)
  const actual = await keyOf(pin, salt)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/** PINs of conference rooms used to be stored in hexadecimal, with a colon. */
function saltAndKey(stored: string): readonly [salt: Buffer, key: Buffer] {
  const [encoding, separator] = stored.includes(':') ? (['hex', ':'] as const) : (['base64url', '.'] as const)
  const [salt = '', key = ''] = stored.split(separator)
  return [Buffer.from(salt, encoding), Buffer.from(key, encoding)]
}

function keyOf(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => scrypt(pin, salt, KEY_OCTETS, (error, key) => (error ? reject(error) : resolve(key))))
}
