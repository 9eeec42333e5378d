import { z } from 'zod'
import type { Api, ApiRoutes } from '../http/api.ts'
import { sessionOf } from '../http/authentication.ts'
import { TooManyRequests } from '../http/errors.ts'
import { browserOf, giveCookies, isSecure } from './browser.ts'
import { TokenInvalid, WrongCode } from './errors.ts'
import { provenOwner } from './fresh-proof.ts'
import type { SignInRoutesOptions } from './routes.ts'
import { newRecoveryCodes, removeTotp, storeTotp, takeRecoveryCode, takeTotp } from './second-factor.ts'
import { givenPassword, nextStep, viewStep } from './sign-in-routes.ts'
import { newTotpSecret, otpauthUri } from './totp.ts'

const ISSUER = 'Klinke'
/** Who tries codes knows the password already: wherever he tries, it is the same account that is slowed down. */
const ANYWHERE = 'anywhere'
const tags = ['second factor']
const config = { access: 'signed-in', beforeEnrolment: true } as const
const code = z.string().trim().min(6).max(40).describe('Six digits of the app, or a recovery code')
const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()).describe('Shown this once; each opens once, without the app') })
const proof = z.strictObject({ password: givenPassword.optional().describe('The present password; may be absent after a fresh proof') })

/** The second factor by codes of an app (TOTP, RFC 6238), and recovery codes for who has lost it. */
export function secondFactorRoutes(options: SignInRoutesOptions): ApiRoutes {
  return (api) => {
    addSignIn(api, options)
    addEnrolment(api, options)
    addEnd(api, options)
  }
}

function addSignIn(api: Api, { signIn, secrets, clock, publicUrl }: SignInRoutesOptions): void {
  const body = z.strictObject({ challenge: z.string().max(100), code })
  const schema = { tags, summary: 'Sign in: the second factor', body, response: { 200: nextStep } }
  api.post('/sign-in/second-factor', { config: { access: 'public' }, schema }, async (request, reply) => {
    const { challenge, code } = request.body
    signIn.takePlace(request.ip)
    const facts = await signIn.withOperator((tx) => signIn.tokens.look(tx, 'second-factor', challenge))
    if (facts?.loginId == null) throw new TokenInvalid()
    const { loginId } = facts
    const account = `codes of ${loginId}`
    const waitSeconds = signIn.attempts.waitSeconds(account, ANYWHERE)
    if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
    signIn.attempts.failed(account, ANYWHERE)
    const step = await signIn.withOperator(async (tx) => {
      const right = (await takeTotp(tx, secrets, loginId, code, clock.epochMs(), true)) || (await takeRecoveryCode(tx, loginId, code))
      if (!right) throw new WrongCode()
      if ((await signIn.tokens.take(tx, 'second-factor', challenge)) === undefined) throw new TokenInvalid()
      return signIn.admit(tx, loginId, 'password', browserOf(request))
    })
    signIn.attempts.succeeded(account, ANYWHERE)
    giveCookies(reply, step, isSecure(request, publicUrl))
    return viewStep(step)
  })
}

function addEnrolment(api: Api, options: SignInRoutesOptions): void {
  const { signIn, secrets, clock } = options
  const begun = z.object({ secret: z.string(), uri: z.string().describe('To be shown as a QR code') })
  const begin = { tags, summary: 'Begin to use an app for codes; asks for the password', body: proof, response: { 200: begun } }
  api.post('/me/totp', { config, schema: begin }, async (request) => {
    const owner = await provenOwner(request, request.body.password, options)
    if (owner.totp_confirmed_at !== null) throw new WrongCode()
    const secret = newTotpSecret()
    await signIn.withOperator((tx) => storeTotp(tx, secrets, owner.id, secret))
    return { secret, uri: otpauthUri(secret, owner.email, ISSUER) }
  })
  const confirm = { tags, summary: 'Confirm the app with its first code', body: z.strictObject({ code }), response: { 200: recoveryCodes } }
  api.post('/me/totp/confirm', { config, schema: confirm }, async (request) => {
    const { id, loginId } = sessionOf(request)
    return signIn.withOperator(async (tx) => {
      if (!(await takeTotp(tx, secrets, loginId, request.body.code, clock.epochMs(), false))) throw new WrongCode()
      await signIn.sessions.revokeAll(tx, loginId, id)
      return { recoveryCodes: [...(await newRecoveryCodes(tx, loginId))] }
    })
  })
}

function addEnd(api: Api, options: SignInRoutesOptions): void {
  const { signIn } = options
  const renew = { tags, summary: 'New recovery codes in place of all earlier ones', body: proof, response: { 200: recoveryCodes } }
  api.post('/me/recovery-codes', { config, schema: renew }, async (request) => {
    const owner = await provenOwner(request, request.body.password, options)
    if (owner.totp_confirmed_at === null) throw new WrongCode()
    return { recoveryCodes: [...(await signIn.withOperator((tx) => newRecoveryCodes(tx, owner.id)))] }
  })
  const remove = { tags, summary: 'Sign in without codes again', body: proof, response: { 204: z.null() } }
  api.post('/me/totp/remove', { config, schema: remove }, async (request, reply) => {
    const owner = await provenOwner(request, request.body.password, options)
    await signIn.withOperator((tx) => removeTotp(tx, owner.id))
    return reply.code(204).send(null)
  })
}
