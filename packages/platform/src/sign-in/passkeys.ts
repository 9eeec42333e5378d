import { randomUUIDv7 } from 'node:crypto'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Tx } from '../database/tx.ts'
import type { SignInTables } from './tables.ts'

const RP_NAME = 'Klinke'
/** Passkeys of a person at most. */
export const MAX_PASSKEYS = 20
const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(10_000)
const common = { id: base64url, rawId: base64url, type: z.literal('public-key'), clientExtensionResults: z.looseObject({}).default({}) }

/** What a browser gives after making a passkey (WebAuthn Level 3 §5.1.8, as JSON). */
export const madePasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})
/** What a browser gives after using one. */
export const usedPasskey = z.object({
  ...common,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.optional() }),
})

/** Where passkeys hold: the host of the public URL, which must be a name ("localhost" counts) and no address. */
export interface RelyingParty {
  readonly origin: string
  readonly id: string
}

export function relyingParty(publicUrl: string): RelyingParty {
  const { origin, hostname } = new URL(publicUrl)
  return { origin, id: hostname }
}

/** What the browser needs to make a passkey. */
export async function registrationOptions(
  tx: Tx,
  rp: RelyingParty,
  login: { readonly id: string; readonly email: string; readonly name: string },
) {
  const known = await tx.tables<SignInTables>().selectFrom('passkey').select('credential_id').where('login_id', '=', login.id).execute()
  return generateRegistrationOptions({
    ...{ rpName: RP_NAME, rpID: rp.id, userID: new Uint8Array(Buffer.from(login.id)), userName: login.email, userDisplayName: login.name },
    attestationType: 'none',
    excludeCredentials: known.map(({ credential_id: id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Keeps a passkey that a browser has made; undefined when it does not prove itself. */
export async function addPasskey(
  tx: Tx,
  rp: RelyingParty,
  loginId: string,
  made: { readonly name: string; readonly challenge: string; readonly response: z.infer<typeof madePasskey> },
): Promise<string | undefined> {
  const { response: passkey, challenge, name } = made
  const { transports, ...response } = passkey.response
  const verified = await verifyRegistrationResponse({
    response: { ...passkey, response: { ...response, ...(transports === undefined ? {} : { transports }) } },
    ...{ expectedChallenge: challenge, expectedOrigin: rp.origin, expectedRPID: rp.id, requireUserVerification: true },
  }).catch(() => undefined)
  if (verified?.verified !== true) return undefined
  const { credential } = verified.registrationInfo
  const id = randomUUIDv7()
  const row = { id, login_id: loginId, name, credential_id: credential.id, public_key: Buffer.from(credential.publicKey) }
  const inserted = await tx
    .tables<SignInTables>()
    .insertInto('passkey')
    .values({ ...row, counter: credential.counter, transports: JSON.stringify(transports ?? []) })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

/** What the browser needs to use a passkey: any that it has for this host. */
export function signInOptions(rp: RelyingParty) {
  return generateAuthenticationOptions({ rpID: rp.id, userVerification: 'required' })
}

/** Whose passkey it is; undefined when it is unknown, does not prove itself, or its login is disabled. */
export async function loginOfPasskey(
  tx: Tx,
  rp: RelyingParty,
  challenge: string,
  used: z.infer<typeof usedPasskey>,
  now: Date,
): Promise<string | undefined> {
  const tables = tx.tables<SignInTables>()
  const known = await tables
    .selectFrom('passkey')
    .innerJoin('login', 'login.id', 'passkey.login_id')
    .select(['passkey.id', 'login_id', 'credential_id', 'public_key', 'counter'])
    .where('credential_id', '=', used.id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (known === undefined) return undefined
  const { userHandle, ...response } = used.response
  const verified = await verifyAuthenticationResponse({
    response: { ...used, response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) } },
    ...{ expectedChallenge: challenge, expectedOrigin: rp.origin, expectedRPID: rp.id, requireUserVerification: true },
    credential: { id: known.credential_id, publicKey: new Uint8Array(known.public_key), counter: known.counter },
  }).catch(() => undefined)
  if (verified?.verified !== true) return undefined
  const set = { counter: verified.authenticationInfo.newCounter, last_used_at: now }
  await tables.updateTable('passkey').set(set).where('id', '=', known.id).execute()
  return known.login_id
}
