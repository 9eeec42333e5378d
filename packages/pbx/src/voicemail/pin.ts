import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const KEY_OCTETS = 32
const SALT_OCTETS = 16

/** What is stored of a PIN: salt and scrypt key. A PIN has few digits; what protects it is the lock after wrong ones. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(SALT_OCTETS)
  return `${salt.toString('base64url')}.${(await keyOf(pin, salt)).toString('base64url')}`
}

export async function isPin(pin: string, stored: string): Promise<boolean> {
  const [salt = '', key = ''] = stored.split('.')
  const expected = Buffer.from(key, 'base64url')
  const actual = await keyOf(pin, Buffer.from(salt, 'base64url'))
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

function keyOf(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => scrypt(pin, salt, KEY_OCTETS, (error, key) => (error ? reject(error) : resolve(key))))
}
