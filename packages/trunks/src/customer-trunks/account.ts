import { randomUUIDv7 } from 'node:crypto'
import { below, type Random } from '@klinke/foundation'
import { ha1s } from '@klinke/sip'
import type { TrunkLogin } from './customer-trunk.ts'

/** A login while its password is known: it is shown once and never stored. */
export interface NewLogin {
  readonly login: TrunkLogin
  readonly password: string
}

/** No characters that are mistaken for each other on paper. */
const SMALL = 'abcdefghijkmnpqrstuvwxyz23456789'
const ALL = `${SMALL}ABCDEFGHJKLMNPQRSTUVWXYZ`
/** With 56 characters 139 bits. */
const PASSWORD_LENGTH = 24
const USERNAME_LENGTH = 10

/**
 * An account for a PBX. Its name begins with a letter, so that it is never that of an extension, whose begin with the number, and says nothing
 * of the customer or the numbers, which scanners try first.
 */
export function newLogin(realm: string, block: string | undefined, random: Random): NewLogin {
  const username = `t${draw(SMALL, USERNAME_LENGTH, random)}`
  const password = draw(ALL, PASSWORD_LENGTH, random)
  return { login: { id: randomUUIDv7(), username, ha1: ha1s(username, realm, password), block }, password }
}

/** The same login with a new password: the user name, which the PBX has in other places too, stays. */
export function withNewPassword(login: TrunkLogin, realm: string, random: Random): NewLogin {
  const password = draw(ALL, PASSWORD_LENGTH, random)
  return { login: { ...login, ha1: ha1s(login.username, realm, password) }, password }
}

function draw(alphabet: string, length: number, random: Random): string {
  return Array.from({ length }, () => alphabet[below(random, alphabet.length)]).join('')
}
