import { createHash } from 'node:crypto'
import { below, type Random } from '@klinke/foundation'

/** A SIP account as its user enters it into a phone. The password is shown once and never stored. */
export interface SipAccount {
  readonly username: string
  readonly password: string
}

/** HA1 = H(username:realm:password) per digest algorithm (RFC 7616 §3.4.2), lower-case hex. */
export interface Ha1 {
  readonly md5: string
  readonly sha256: string
}

/** No characters that are mistaken for each other on paper or on a phone's display. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const PASSWORD_ALPHABET = `${LETTERS}ABCDEFGHJKLMNPQRSTUVWXYZ`
const PASSWORD_LENGTH = 20
const USERNAME_SUFFIX_LENGTH = 5

/** Generates the account of an extension. The user name is not the bare number, which scanners try first. */
export function generateSipAccount(extensionNumber: string, random: Random): SipAccount {
  return {
    username: `${extensionNumber}-${draw(LETTERS, USERNAME_SUFFIX_LENGTH, random)}`,
    password: draw(PASSWORD_ALPHABET, PASSWORD_LENGTH, random),
  }
}

/** What is stored instead of the password. `realm` is the tenant's SIP domain. */
export function computeHa1(account: SipAccount, realm: string): Ha1 {
  const text = `${account.username}:${realm}:${account.password}`
  return { md5: createHash('md5').update(text).digest('hex'), sha256: createHash('sha256').update(text).digest('hex') }
}

function draw(alphabet: string, length: number, random: Random): string {
  return Array.from({ length }, () => alphabet[below(random, alphabet.length)]).join('')
}
