import { z } from 'zod'
import type { Api, ApiRoutes } from '../http/api.ts'
import { sessionOf } from '../http/authentication.ts'
import { browserOf, giveCookies, isSecure, takeSessionCookie } from './browser.ts'
import { MAX_PASSWORD } from './password-policy.ts'
import type { SignInRoutesOptions } from './routes.ts'
import type { SecondFactorAsked, SignedIn } from './sign-in.ts'

export const email = z.string().trim().toLowerCase().pipe(z.email().max(254))
export const givenPassword = z.string().min(1).max(MAX_PASSWORD)

/** What comes next after a step of signing in. */
export const nextStep = z.object({
  next: z
    .enum(['signed-in', 'change-password', 'second-factor'])
    .describe(
      '"signed-in": the cookie is set; "change-password": it is, and the password must be changed first; "second-factor": prove more',
    ),
  challenge: z.string().optional().describe('To be sent along with the second factor, within five minutes'),
  passkeys: z.boolean().optional().describe('A passkey may be used instead of a code'),
})

export function viewStep(step: SignedIn | SecondFactorAsked): z.infer<typeof nextStep> {
  if (step.kind === 'second-factor') return { next: 'second-factor', challenge: step.challenge, passkeys: step.passkeys }
  return { next: step.mustChangePassword ? 'change-password' : 'signed-in' }
}

const tags = ['sign-in']

/** Signing in by mail address and password, and out. */
export function passwordSignInRoutes({ signIn, publicUrl }: SignInRoutesOptions): ApiRoutes {
  return (api) => {
    const body = z.strictObject({ email, password: givenPassword })
    api.post(
      '/sign-in',
      {
        config: { access: 'public' },
        schema: { tags, summary: 'Sign in: sets the cookie of a session', body, response: { 200: nextStep } },
      },
      async (request, reply) => {
        const step = await signIn.byPassword(request.body.email, request.body.password, browserOf(request))
        if (step.kind === 'signed-in') giveCookies(reply, step, isSecure(request, publicUrl))
        return viewStep(step)
      },
    )
    addSignOut(api, { signIn, publicUrl })
  }
}

function addSignOut(api: Api, { signIn, publicUrl }: Pick<SignInRoutesOptions, 'signIn' | 'publicUrl'>): void {
  api.post(
    '/sign-out',
    {
      config: { access: 'signed-in', beforePasswordChange: true },
      schema: { tags, summary: 'End this session', response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { id, loginId } = sessionOf(request)
      await signIn.withOperator((tx) => signIn.sessions.revoke(tx, loginId, id))
      takeSessionCookie(reply, isSecure(request, publicUrl))
      return reply.code(204).send(null)
    },
  )
}
