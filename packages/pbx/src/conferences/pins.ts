import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { ConferenceRole, ConferenceRoom } from './rules.ts'

const KEY_BYTES = 32
const SALT_BYTES = 16

/** PINs are never kept as such, nor written to a log. */
export interface Pins {
  hash(pin: string): Promise<string>
  matches(pin: string, hash: string): Promise<boolean>
}

/** scrypt (RFC 7914) with a salt for each PIN, off the main thread. Digits are few: what really protects a PIN are three tries per call. */
export const scryptPins: Pins = {
  hash: async (pin) => {
    const salt = randomBytes(SALT_BYTES)
    return `${salt.toString('hex')}:${(await derive(pin, salt)).toString('hex')}`
  },
  matches: async (pin, hash) => {
    const [salt = '', key = ''] = hash.split(':')
    const wanted = Buffer.from(key, 'hex')
    return wanted.length === KEY_BYTES && timingSafeEqual(await derive(pin, Buffer.from(salt, 'hex')), wanted)
  },
}

/** Whom a PIN makes its caller; undefined: nobody. No PIN at all is right where participants need none. */
export async function roleOf(pin: string, room: ConferenceRoom, pins: Pins): Promise<ConferenceRole | undefined> {
  if (pin === '') return room.participantPin === undefined ? 'participant' : undefined
  if (room.moderatorPin !== undefined && (await pins.matches(pin, room.moderatorPin))) return 'moderator'
  if (room.participantPin !== undefined && (await pins.matches(pin, room.participantPin))) return 'participant'
  return undefined
}

function derive(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
