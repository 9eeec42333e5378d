import type { Logger } from '@klinke/foundation'
import { z } from 'zod'
import type { Api, ApiRoutes } from '../http/api.ts'
import { RateLimit } from '../http/rate-limit.ts'
import { TokenInvalid } from './errors.ts'
import { resetMail } from './mails.ts'
import { noteSignIn } from './note-sign-in.ts'
import type { Purpose } from './one-time-tokens.ts'
import { passwordOwner, storePassword } from './passwords.ts'
import type { SignInRoutesOptions } from './routes.ts'
import { email, givenPassword } from './sign-in-routes.ts'
import type { SignInTables } from './tables.ts'

/** Mails to one address: enough for who has lost the first, too few to be a nuisance. */
const MAILS_PER_PERSON = { burst: 3, perSecond: 1 / 900 }
const BY_LINK: readonly Purpose[] = ['reset', 'invitation']
const tags = ['sign-in']
const config = { access: 'public' } as const

/** Passwords that are set by a link in a mail: the first one, and a new one for who has forgotten it. */
export function resetRoutes(options: SignInRoutesOptions): ApiRoutes {
  return (api) => {
    addAsking(api, options)
    addSetting(api, options)
  }
}

function addAsking(api: Api, options: SignInRoutesOptions): void {
  const perPerson = new RateLimit(MAILS_PER_PERSON, options.clock)
  const schema = {
    tags,
    summary: 'Ask for a mail to set a new password; answers alike whether there is such a login or not',
    body: z.strictObject({ email }),
    response: { 202: z.null() },
  }
  api.post('/sign-in/reset', { config, schema }, async (request, reply) => {
    options.signIn.takePlace(request.ip)
    // Not awaited: how long it takes would tell who exists.
    if (perPerson.take(request.body.email) === 0) void sendReset(options, options.logger, request.body.email, request.ip)
    return reply.code(202).send(null)
  })
}

async function sendReset(
  { signIn, mailer, publicUrl }: SignInRoutesOptions,
  logger: Logger,
  email: string,
  address: string,
): Promise<void> {
  try {
    const asked = await signIn.withOperator(async (tx) => {
      const login = await tx
        .tables<SignInTables>()
        .selectFrom('login')
        .select(['id', 'email', 'name', 'language'])
        .where('email', '=', email)
        .where('disabled_at', 'is', null)
        .executeTakeFirst()
      if (login === undefined) return undefined
      await noteSignIn(tx, login.id, 'password-reset-asked', address)
      return { login, token: await signIn.tokens.give(tx, 'reset', login.id) }
    })
    if (asked !== undefined) await mailer?.send(resetMail(asked.login, publicUrl(), asked.token))
  } catch (error) {
    logger.warn('the mail for a new password could not be sent', { error: String(error) })
  }
}

function addSetting(api: Api, { signIn, hasher }: SignInRoutesOptions): void {
  const body = z.strictObject({ token: z.string().max(100).describe('Of the link: what stands behind the #'), password: givenPassword })
  const schema = { tags, summary: 'Set a password by the link of a mail; ends all sessions', body, response: { 204: z.null() } }
  api.post('/sign-in/password', { config, schema }, async (request, reply) => {
    const { token, password } = request.body
    signIn.takePlace(request.ip)
    await signIn.withOperator(async (tx) => {
      const loginId = await loginOfLink(signIn, tx, token)
      const owner = loginId === undefined ? undefined : await passwordOwner(tx, loginId)
      if (owner === undefined || owner.disabled_at !== null) throw new TokenInvalid()
      // When the policy refuses it, all of this is undone, and the link stays good.
      await storePassword(tx, hasher, owner, password)
      await signIn.sessions.revokeAll(tx, owner.id)
      await signIn.tokens.withdraw(tx, owner.id, ['reset', 'invitation', 'second-factor'])
      await noteSignIn(tx, owner.id, 'password-set', request.ip)
    })
    return reply.code(204).send(null)
  })
}

async function loginOfLink(
  signIn: SignInRoutesOptions['signIn'],
  tx: Parameters<SignInRoutesOptions['signIn']['tokens']['take']>[0],
  token: string,
): Promise<string | undefined> {
  for (const purpose of BY_LINK) {
    const facts = await signIn.tokens.take(tx, purpose, token)
    if (facts !== undefined) return facts.loginId ?? undefined
  }
  return undefined
}
