import { type Clock, type Random, token } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  assertFreshlyProved,
  type Database,
  type FastifyRequest,
  factsOfLogins,
  type InvitationServices,
  inScope,
  insertLogin,
  invite,
  type Login,
  type LoginFacts,
  loginBehind,
  NoMail,
  NotFound,
  owningTenant,
  type PasswordHasher,
  type Principal,
  pageOf,
  pageQuery,
  principalOf,
  RateLimit,
  removeSecondFactor,
  searchQuery,
  sortedPage,
  sortingOf,
  sortQuery,
  storePassword,
  TooManyRequests,
  type Tx,
  violatedConstraint,
} from '@klinke/platform'
import { z } from 'zod'
import { assertNotAbove, LoginUsed, loginChange, loginView, newLogin, OwnLogin, principalOfNew, viewLogin } from './rules.ts'
import { deleteLogin, findLogin, LOGIN_SORTS, listLogins, placeOfLogin, updateLogin } from './store.ts'

export interface LoginRoutesOptions {
  readonly database: Database
  readonly clock: Clock
  readonly random: Random
  readonly hasher: PasswordHasher
  readonly invitations: InvitationServices
}

const INITIAL_PASSWORD_CHARACTERS = 20
/** Invitations to one address: enough for who has lost the first, too few to be a nuisance to somebody who has nothing to do with it. */
const INVITATIONS_PER_ADDRESS = { burst: 5, perSecond: 1 / 900 }
const params = z.object({ loginId: z.uuid() })
const tags = ['logins']
const createdLogin = loginView.extend({
  initialPassword: z.string().optional().describe('Shown this once; must be changed at the first sign-in'),
})

/** Who may sign in: administrators make further administrators, as many as they like, and users (PORT-01). */
export function loginRoutes(options: LoginRoutesOptions): ApiRoutes {
  const perAddress = new RateLimit(INVITATIONS_PER_ADDRESS, options.clock)
  /** Throws `TooManyRequests`. */
  const mayMail = (email: string): void => {
    const waitSeconds = perAddress.take(email)
    if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
  }
  return (api) => {
    addReading(api, options)
    addCreation(api, options, mayMail)
    addChange(api, options)
    addRemoval(api, options)
    addInvitation(api, options, mayMail)
    addFirstPassword(api, options)
    addSecondFactorReset(api, options)
  }
}

function addReading(api: Api, options: LoginRoutesOptions): void {
  const { database } = options
  const querystring = z.strictObject({
    ...pageQuery,
    ...sortQuery(LOGIN_SORTS, 'createdAt'),
    ...searchQuery,
    ...{ tenantId: z.uuid().optional(), extensionId: z.uuid().optional(), kind: newLogin.shape.kind.optional() },
  })
  api.get(
    '/logins',
    { schema: { tags, summary: 'List who may sign in', querystring, response: { 200: pageOf(loginView) } } },
    async (request) => {
      const { limit, cursor, sort, tenantId, ...filter } = request.query
      const sorting = sortingOf(sort, cursor)
      const logins = await inScope(database, principalOf(request), tenantId, (tx) => listLogins(tx, filter, sorting, limit + 1))
      const facts = await factsOf(options, logins)
      const viewed = (login: Login) => viewLogin(login, facts.get(login.id))
      return sortedPage(logins, limit, viewed, sort, (login) => placeOfLogin(login, sorting.key))
    },
  )
  api.get('/logins/:loginId', { schema: { tags, summary: 'Get a login', params, response: { 200: loginView } } }, async (request) => {
    const { loginId } = request.params
    return shown(options, found(await inScope(database, principalOf(request), undefined, (tx) => findLogin(tx, loginId)), loginId))
  })
}

function addCreation(api: Api, options: LoginRoutesOptions, mayMail: (email: string) => void): void {
  const { database, random, hasher, invitations } = options
  const schema = { tags, summary: 'Create a login and invite its person by mail', body: newLogin, response: { 201: createdLogin } }
  api.post('/logins', { schema }, async (request, reply) => {
    const by = principalOf(request)
    const { email, name, language, tenantId, initialPassword } = request.body
    const principal = principalOfNew(request.body, by, () => owningTenant(by, tenantId))
    assertNotAbove(principal, by)
    if (!initialPassword && invitations.mailer === undefined) throw new NoMail()
    if (!initialPassword) mayMail(email)
    const login = await inScope(database, by, tenantId, (tx) => created(tx, { email, name, language, principal }))
    if (!initialPassword) {
      await invite(invitations, login)
      return reply.code(201).send(await shown(options, login))
    }
    const password = token(random, INITIAL_PASSWORD_CHARACTERS)
    await database.withOperator((tx) => storePassword(tx, hasher, login, password, true))
    return reply.code(201).send({ ...(await shown(options, login)), initialPassword: password })
  })
}

/** Throws `NotFound` when the extension is not the tenant's. */
async function created(tx: Tx, login: Parameters<typeof insertLogin>[1]): Promise<Login> {
  try {
    return await insertLogin(tx, login)
  } catch (error) {
    const violated = violatedConstraint(error)
    if (violated === 'login_extension' && login.principal.kind === 'user') throw new NotFound('extension', login.principal.extensionId)
    if (violated === 'login_reseller' && login.principal.kind === 'reseller') throw new NotFound('reseller', login.principal.resellerId)
    if (violated === 'login_tenant' && login.principal.kind === 'tenant') throw new NotFound('tenant', login.principal.tenantId)
    throw error
  }
}

function addChange(api: Api, options: LoginRoutesOptions): void {
  const { database } = options
  const schema = {
    tags,
    summary: 'Change a login, its rights too; takes effect at once',
    params,
    body: loginChange,
    response: { 200: loginView },
  }
  api.patch('/logins/:loginId', { schema }, async (request) => {
    const { loginId } = request.params
    const by = principalOf(request)
    const { rights } = request.body
    if (loginBehind(request) === loginId) await assertOwnChange(request, options)
    const changed = await inScope(database, by, undefined, async (tx) => {
      const before = found(await findLogin(tx, loginId, 'to change'), loginId)
      assertNotAbove(before.principal, by)
      if (rights !== undefined) assertNotAbove(withRights(before.principal, rights), by)
      return updateLogin(tx, loginId, request.body)
    })
    return shown(options, found(changed, loginId))
  })
}

/** Nobody takes the own rights, and whoever changes the own mail address, by which he signs in, has just shown who he is. Throws `OwnLogin`, `ProofRequired`. */
async function assertOwnChange(
  request: FastifyRequest<{ Params: { loginId: string }; Body: z.infer<typeof loginChange> }>,
  { database, invitations }: LoginRoutesOptions,
): Promise<void> {
  const { email, rights, disabled } = request.body
  if (rights !== undefined || disabled === true) throw new OwnLogin()
  if (email === undefined) return
  const own = await inScope(database, principalOf(request), undefined, (tx) => findLogin(tx, request.params.loginId))
  if (email !== own?.email) await assertFreshlyProved(request, invitations.signIn)
}

function withRights(principal: Principal, rights: NonNullable<z.infer<typeof loginChange>['rights']> | null): Principal {
  if (principal.kind === 'user') return principal
  const { rights: _before, ...same } = principal
  return rights === null ? same : { ...same, rights }
}

function addRemoval(api: Api, { database }: LoginRoutesOptions): void {
  const schema = { tags, summary: 'Delete a login; its sessions end at once', params, response: { 204: z.null() } }
  api.delete('/logins/:loginId', { schema }, async (request, reply) => {
    const { loginId } = request.params
    const by = principalOf(request)
    if (loginBehind(request) === loginId) throw new OwnLogin()
    await inScope(database, by, undefined, async (tx) => {
      assertNotAbove(found(await findLogin(tx, loginId, 'to change'), loginId).principal, by)
      await deleteLogin(tx, loginId)
    })
    return reply.code(204).send(null)
  })
}

function addInvitation(api: Api, { database, invitations }: LoginRoutesOptions, mayMail: (email: string) => void): void {
  const send = { tags, summary: 'Send the invitation again', params, response: { 202: z.null() } }
  api.post('/logins/:loginId/invitation', { schema: send }, async (request, reply) => {
    const login = await changeable(database, request)
    mayMail(login.email)
    await invite(invitations, login)
    return reply.code(202).send(null)
  })
  const summary = 'Revoke the invitations of a login: their links are worthless'
  api.delete('/logins/:loginId/invitation', { schema: { tags, summary, params, response: { 204: z.null() } } }, async (request, reply) => {
    const { id } = await changeable(database, request)
    await database.withOperator((tx) => invitations.signIn.tokens.withdraw(tx, id, ['invitation']))
    return reply.code(204).send(null)
  })
}

/**
 * For who has never signed in, where no mail can be sent or none arrives. Never for somebody who has a password of his own: whoever may change logins could
 * sign in as him.
 */
function addFirstPassword(api: Api, { database, random, hasher }: LoginRoutesOptions): void {
  const summary = 'Give a login that was never used a first password, shown this once'
  const schema = { tags, summary, params, response: { 200: z.object({ initialPassword: z.string() }) } }
  api.post('/logins/:loginId/first-password', { schema }, async (request) => {
    const login = await changeable(database, request)
    const initialPassword = token(random, INITIAL_PASSWORD_CHARACTERS)
    await database.withOperator(async (tx) => {
      if ((await findLogin(tx, login.id, 'to change'))?.lastSignedInAt) throw new LoginUsed()
      await storePassword(tx, hasher, login, initialPassword, true)
    })
    return { initialPassword }
  })
}

/** For who has lost the device by which the second factor is proved. The own one is looked after at `/me`, where the password is asked for. */
function addSecondFactorReset(api: Api, { database }: LoginRoutesOptions): void {
  const summary = 'Remove the second factor of a login: its app, recovery codes and passkeys'
  api.delete(
    '/logins/:loginId/second-factor',
    { schema: { tags, summary, params, response: { 204: z.null() } } },
    async (request, reply) => {
      if (loginBehind(request) === request.params.loginId) throw new OwnLogin()
      const { id } = await changeable(database, request)
      await database.withOperator((tx) => removeSecondFactor(tx, id))
      return reply.code(204).send(null)
    },
  )
}

/** The login of the path, which whoever asks may change. Throws `NotFound` and `RightsExceeded`. */
async function changeable(database: Database, request: FastifyRequest<{ Params: { loginId: string } }>): Promise<Login> {
  const { loginId } = request.params
  const by = principalOf(request)
  const login = found(await inScope(database, by, undefined, (tx) => findLogin(tx, loginId)), loginId)
  assertNotAbove(login.principal, by)
  return login
}

function factsOf({ database, clock }: LoginRoutesOptions, logins: readonly Login[]): Promise<ReadonlyMap<string, LoginFacts>> {
  const ids = logins.map(({ id }) => id)
  return database.withOperator((tx) => factsOfLogins(tx, ids, clock.epochMs()))
}

async function shown(options: LoginRoutesOptions, login: Login): Promise<z.infer<typeof loginView>> {
  return viewLogin(login, (await factsOf(options, [login])).get(login.id))
}

function found(login: Login | undefined, id: string): Login {
  if (login === undefined) throw new NotFound('login', id)
  return login
}
