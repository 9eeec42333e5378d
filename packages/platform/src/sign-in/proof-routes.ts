import { z } from 'zod'
import type { ApiRoutes } from '../http/api.ts'
import { sessionOf } from '../http/authentication.ts'
import { InvalidRequest } from '../http/errors.ts'
import { TokenInvalid } from './errors.ts'
import { provenOwner } from './fresh-proof.ts'
import { challenged, given } from './passkey-routes.ts'
import { loginOfPasskey, relyingParty, signInOptions, usedPasskey } from './passkeys.ts'
import type { SignInRoutesOptions } from './routes.ts'
import { givenPassword } from './sign-in-routes.ts'

const tags = ['me']
const config = { access: 'signed-in', beforeEnrolment: true } as const
const response = { 204: z.null() }

/** Showing once more who one is, before changing by what one is known: answers with `proof-required` lead here. */
export function proofRoutes(options: SignInRoutesOptions): ApiRoutes {
  const { signIn, publicUrl, clock } = options
  return (api) => {
    const body = z.strictObject({ password: givenPassword.describe('The present password') })
    const byPassword = { tags, summary: 'Prove anew who you are, for five minutes, by the password', body, response }
    api.post('/me/proof', { config, schema: byPassword }, async (request, reply) => {
      await provenOwner(request, request.body.password, options)
      return reply.code(204).send(null)
    })
    const begin = { tags, summary: 'Prove anew who you are by a passkey: what the browser needs', response: { 200: given } }
    api.post('/me/proof/passkey/options', { config, schema: begin }, async (request) => {
      const { loginId } = sessionOf(request)
      const asked = await signInOptions(relyingParty(publicUrl()))
      const data = { challenge: asked.challenge }
      return { challenge: await signIn.withOperator((tx) => signIn.tokens.give(tx, 'proof', loginId, data)), options: { ...asked } }
    })
    const used = z.strictObject({ challenge: z.string().max(100), passkey: usedPasskey })
    const byPasskey = { tags, summary: 'Prove anew who you are by a passkey: what the browser answered', body: used, response }
    api.post('/me/proof/passkey', { config, schema: byPasskey }, async (request, reply) => {
      const { challenge, passkey } = request.body
      const { id, loginId } = sessionOf(request)
      const facts = await signIn.withOperator((tx) => signIn.tokens.take(tx, 'proof', challenge))
      if (facts?.loginId !== loginId) throw new TokenInvalid()
      const expected = challenged.parse(facts.data).challenge
      await signIn.withOperator(async (tx) => {
        const owner = await loginOfPasskey(tx, relyingParty(publicUrl()), expected, passkey, new Date(clock.epochMs()))
        if (owner !== loginId)
          throw new InvalidRequest({
            en: 'This passkey does not show that it is you. Take one of your own.',
            de: 'Dieser Passkey zeigt nicht, dass Sie es sind. Nehmen Sie einen eigenen.',
          })
        await signIn.sessions.prove(tx, id)
      })
      return reply.code(204).send(null)
    })
  }
}
