import { z } from 'zod'
import type { Principal } from '../database/tx.ts'
import type { Api, ApiRoutes } from '../http/api.ts'
import { holderOf, principalOf, sessionOf } from '../http/authentication.ts'
import { NotFound } from '../http/errors.ts'
import { AREAS, mayIn, rightsSchema } from '../http/rights.ts'
import { ownLogin } from './own-login.ts'
import { MIN_PASSWORD } from './password-policy.ts'
import { storePassword } from './passwords.ts'
import { provePassword } from './prove-password.ts'
import type { SignInRoutesOptions } from './routes.ts'
import { givenPassword } from './sign-in-routes.ts'

const named = z.object({ id: z.uuid(), name: z.string() })
const meView = z.object({
  kind: z.enum(['operator', 'reseller', 'tenant', 'user']),
  rights: rightsSchema.describe('What is open, area by area; complete'),
  tenant: named.nullable(),
  reseller: named.nullable(),
  extension: named.extend({ number: z.string() }).nullable().describe('Of a user: the own one'),
  sendsMail: z.boolean().describe('This installation has a mail server: it can invite by mail, and tell of calls'),
  login: z
    .object({
      ...{ id: z.uuid(), email: z.string(), name: z.string(), language: z.enum(['de', 'en']) },
      ...{
        mustChangePassword: z.boolean(),
        mustEnrol: z.boolean().describe('A second factor must be set up first'),
        totp: z.boolean(),
        passkeys: z.int(),
        recoveryCodes: z.int().describe('Unused ones'),
      },
    })
    .nullable()
    .describe('null with an API key'),
})
const tags = ['me']
const config = { access: 'signed-in' } as const
const configBefore = { access: 'signed-in', beforePasswordChange: true } as const

/** What whoever has signed in sees and changes of himself. */
export function meRoutes(options: SignInRoutesOptions): ApiRoutes {
  const { signIn, whereabouts, mailer } = options
  return (api) => {
    api.get(
      '/me',
      { config: configBefore, schema: { tags, summary: 'Who is signed in, and what is open', response: { 200: meView } } },
      async (request) => {
        const principal = principalOf(request)
        const { session } = holderOf(request)
        const own = session && (await signIn.withOperator((tx) => ownLogin(tx, session.loginId)))
        const login = own === undefined || session === undefined ? null : { ...own, mustEnrol: session.mustEnrol }
        const who = { kind: principal.kind, rights: openAreas(principal), login }
        return { ...who, ...(await whereabouts(principal)), sendsMail: mailer !== undefined }
      },
    )
    const body = z.strictObject({ language: z.enum(['de', 'en']).optional(), name: z.string().trim().min(1).max(100).optional() })
    api.patch(
      '/me',
      { config, schema: { tags, summary: 'Change the own name or language', body, response: { 204: z.null() } } },
      async (request, reply) => {
        const { loginId } = sessionOf(request)
        const { language, name } = request.body
        const set = { ...(language === undefined ? {} : { language }), ...(name === undefined ? {} : { name }) }
        await signIn.changeLogin(loginId, set)
        return reply.code(204).send(null)
      },
    )
    addPassword(api, options)
    addSessions(api, options)
  }
}

/** A user's rights are not areas: what is open is the own extension. */
function openAreas(principal: Principal): z.infer<typeof rightsSchema> {
  if (principal.kind === 'user') return {}
  const { rights } = principal
  const open = AREAS.filter((area) => mayIn(rights, area, 'read')).map(
    (area) => [area, mayIn(rights, area, 'write') ? 'write' : 'read'] as const,
  )
  return Object.fromEntries(open)
}

function addPassword(api: Api, { signIn, hasher }: SignInRoutesOptions): void {
  const body = z.strictObject({
    present: givenPassword.describe('The password until now'),
    password: givenPassword.describe(`The new one, at least ${MIN_PASSWORD} characters`),
  })
  api.post(
    '/me/password',
    {
      config: configBefore,
      schema: { tags, summary: 'Change the own password; ends all other sessions', body, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { id, loginId } = sessionOf(request)
      const owner = await provePassword(request, request.body.present, { signIn, hasher })
      await signIn.withOperator(async (tx) => {
        await storePassword(tx, hasher, owner, request.body.password)
        await signIn.sessions.revokeAll(tx, loginId, id)
        await signIn.tokens.withdraw(tx, loginId, ['reset', 'invitation', 'second-factor'])
      })
      return reply.code(204).send(null)
    },
  )
}

const sessionView = z.object({
  id: z.uuid(),
  current: z.boolean().describe('The one that asks'),
  method: z.string(),
  address: z.string(),
  userAgent: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})

function addSessions(api: Api, { signIn }: SignInRoutesOptions): void {
  const response = { 200: z.object({ items: z.array(sessionView) }) }
  api.get('/me/sessions', { config, schema: { tags, summary: 'List the own sessions', response } }, async (request) => {
    const { id, loginId } = sessionOf(request)
    const sessions = await signIn.sessions.list(loginId)
    return {
      items: sessions.map(({ createdAt, lastSeenAt, expiresAt, ...shown }) => ({
        ...shown,
        current: shown.id === id,
        ...{ createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), expiresAt: expiresAt.toISOString() },
      })),
    }
  })
  const params = z.object({ sessionId: z.uuid() })
  api.delete(
    '/me/sessions/:sessionId',
    { config, schema: { tags, summary: 'End one of the own sessions at once', params, response: { 204: z.null() } } },
    async (request, reply) => {
      const { sessionId } = request.params
      const ended = await signIn.withOperator((tx) => signIn.sessions.revoke(tx, sessionOf(request).loginId, sessionId))
      if (!ended) throw new NotFound('session', sessionId)
      return reply.code(204).send(null)
    },
  )
  api.delete(
    '/me/sessions',
    { config, schema: { tags, summary: 'End all own sessions but this one', response: { 204: z.null() } } },
    async (request, reply) => {
      const { id, loginId } = sessionOf(request)
      await signIn.withOperator((tx) => signIn.sessions.revokeAll(tx, loginId, id))
      return reply.code(204).send(null)
    },
  )
}
