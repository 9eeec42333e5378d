import { z } from 'zod'
import type { Api, ApiRoutes } from '../http/api.ts'
import { sessionOf } from '../http/authentication.ts'
import { InvalidRequest, NotFound } from '../http/errors.ts'
import { browserOf, giveCookies, isSecure } from './browser.ts'
import { SignInRefused, TokenInvalid } from './errors.ts'
import { assertFreshlyProved, provenOwner } from './fresh-proof.ts'
import {
  addPasskey,
  loginOfPasskey,
  MAX_PASSKEYS,
  madePasskey,
  registrationOptions,
  relyingParty,
  signInOptions,
  usedPasskey,
} from './passkeys.ts'
import type { SignInRoutesOptions } from './routes.ts'
import { givenPassword, nextStep, viewStep } from './sign-in-routes.ts'
import type { SignInTables } from './tables.ts'

const tags = ['passkeys']
const config = { access: 'signed-in', beforeEnrolment: true } as const
const open = { access: 'public' } as const
/** What a browser needs to use or make a passkey. */
export const given = z.object({
  challenge: z.string().describe('To be sent back with what the browser answers, within five minutes'),
  options: z.looseObject({}).describe('For navigator.credentials (WebAuthn), as JSON'),
})
/** What is kept of a challenge until it is answered. */
export const challenged = z.object({ challenge: z.string() })

/** Passkeys (WebAuthn): with the check of fingerprint, face or PIN on the device they are both factors at once. */
export function passkeyRoutes(options: SignInRoutesOptions): ApiRoutes {
  return (api) => {
    addSignIn(api, options)
    addMaking(api, options)
    addList(api, options)
  }
}

function addSignIn(api: Api, { signIn, publicUrl, clock }: SignInRoutesOptions): void {
  const begin = { tags, summary: 'Sign in by passkey: what the browser needs', response: { 200: given } }
  api.post('/sign-in/passkey/options', { config: open, schema: begin }, async (request) => {
    signIn.takePlace(request.ip)
    const options = await signInOptions(relyingParty(publicUrl()))
    const data = { challenge: options.challenge }
    return { challenge: await signIn.withOperator((tx) => signIn.tokens.give(tx, 'passkey-sign-in', null, data)), options: { ...options } }
  })
  const body = z.strictObject({ challenge: z.string().max(100), passkey: usedPasskey })
  const finish = { tags, summary: 'Sign in by passkey: what the browser answered', body, response: { 200: nextStep } }
  api.post('/sign-in/passkey', { config: open, schema: finish }, async (request, reply) => {
    const { challenge, passkey } = request.body
    const facts = await signIn.withOperator((tx) => signIn.tokens.take(tx, 'passkey-sign-in', challenge))
    if (facts === undefined) throw new TokenInvalid()
    const expected = challenged.parse(facts.data).challenge
    const step = await signIn.withOperator(async (tx) => {
      const loginId = await loginOfPasskey(tx, relyingParty(publicUrl()), expected, passkey, new Date(clock.epochMs()))
      if (loginId === undefined) throw new SignInRefused()
      return signIn.admit(tx, loginId, 'passkey', browserOf(request))
    })
    giveCookies(reply, step, isSecure(request, publicUrl))
    return viewStep(step)
  })
}

function addMaking(api: Api, options: SignInRoutesOptions): void {
  const { signIn, publicUrl } = options
  const proof = z.strictObject({ password: givenPassword.optional().describe('The present password; may be absent after a fresh proof') })
  const begin = { tags, summary: 'Make a passkey: what the browser needs; asks for the password', body: proof, response: { 200: given } }
  api.post('/me/passkeys/options', { config, schema: begin }, async (request) => {
    const owner = await provenOwner(request, request.body.password, options)
    return signIn.withOperator(async (tx) => {
      const offered = await registrationOptions(tx, relyingParty(publicUrl()), owner)
      if ((offered.excludeCredentials ?? []).length >= MAX_PASSKEYS)
        throw new InvalidRequest({
          en: 'There are too many passkeys. Remove one first.',
          de: 'Es gibt zu viele Passkeys. Entfernen Sie zuerst einen.',
        })
      const challenge = await signIn.tokens.give(tx, 'passkey-registration', owner.id, { challenge: offered.challenge })
      return { challenge, options: { ...offered } }
    })
  })
  const body = z.strictObject({ challenge: z.string().max(100), name: z.string().trim().min(1).max(100), passkey: madePasskey })
  const finish = { tags, summary: 'Make a passkey: what the browser answered', body, response: { 201: z.object({ id: z.uuid() }) } }
  api.post('/me/passkeys', { config, schema: finish }, async (request, reply) => {
    const { challenge, name, passkey } = request.body
    const { loginId } = sessionOf(request)
    const id = await signIn.withOperator(async (tx) => {
      const facts = await signIn.tokens.take(tx, 'passkey-registration', challenge)
      if (facts === undefined || facts.loginId !== loginId) throw new TokenInvalid()
      const expected = challenged.parse(facts.data).challenge
      return addPasskey(tx, relyingParty(publicUrl()), loginId, { name, challenge: expected, response: passkey })
    })
    if (id === undefined)
      throw new InvalidRequest({
        en: 'The passkey does not prove itself. Begin again, at the address where the portal is known.',
        de: 'Der Passkey weist sich nicht aus. Beginnen Sie noch einmal, unter der Adresse, unter der das Portal bekannt ist.',
      })
    return reply.code(201).send({ id })
  })
}

const passkeyView = z.object({ id: z.uuid(), name: z.string(), createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() })

function addList(api: Api, { signIn }: SignInRoutesOptions): void {
  const list = { tags, summary: 'List the own passkeys', response: { 200: z.object({ items: z.array(passkeyView) }) } }
  api.get('/me/passkeys', { config, schema: list }, async (request) => {
    const { loginId } = sessionOf(request)
    const rows = await signIn.withOperator((tx) =>
      tx
        .tables<SignInTables>()
        .selectFrom('passkey')
        .select(['id', 'name', 'created_at', 'last_used_at'])
        .where('login_id', '=', loginId)
        .orderBy('id')
        .execute(),
    )
    return {
      items: rows.map(({ id, name, ...row }) => ({
        id,
        name,
        createdAt: row.created_at.toISOString(),
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
      })),
    }
  })
  const params = z.object({ passkeyId: z.uuid() })
  const remove = { tags, summary: 'Remove one of the own passkeys; asks for a fresh proof', params, response: { 204: z.null() } }
  api.delete('/me/passkeys/:passkeyId', { config, schema: remove }, async (request, reply) => {
    const { passkeyId } = request.params
    const { loginId } = sessionOf(request)
    await assertFreshlyProved(request, signIn)
    const gone = await signIn.withOperator((tx) =>
      tx.tables<SignInTables>().deleteFrom('passkey').where('id', '=', passkeyId).where('login_id', '=', loginId).executeTakeFirst(),
    )
    if (gone.numDeletedRows === 0n) throw new NotFound('passkey', passkeyId)
    return reply.code(204).send(null)
  })
}
