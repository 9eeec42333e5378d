import { randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { Principal, Tx } from '../database/tx.ts'
import type { Api, ApiRoutes } from '../http/api.ts'
import { principalOf } from '../http/authentication.ts'
import { Forbidden, NotFound } from '../http/errors.ts'
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging.ts'
import { rightsSchema } from '../http/rights.ts'
import { inScope, owningTenant } from '../http/tenant-scope.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import { callbackOf, clientOf } from './client.ts'
import { DomainUnproven } from './errors.ts'
import { PROVIDER_STATES, Provider } from './provider.ts'
import {
  deleteSingleSignOn,
  findSingleSignOn,
  insertSingleSignOn,
  listSingleSignOn,
  placeOfClientSecret,
  type SingleSignOn,
  setDomains,
  updateSingleSignOn,
} from './store.ts'

const MAX_DOMAINS = 50
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
  .meta({ examples: ['example.org'] })
const fields = {
  enabled: z.boolean(),
  issuer: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .meta({ examples: ['https://login.example.org'] })
    .describe('Issuer of the provider; its discovery document lies below it. https, unless KLINKE_LOOKUPS is "everywhere"'),
  clientId: z.string().trim().min(1).max(300),
  clientSecret: z.string().min(1).max(1_000).describe('Kept encrypted, never shown'),
  loginClaim: z
    .enum(['email', 'preferred_username', 'upn'])
    .describe('Claim that is the mail address of the login. "email" counts only with email_verified; the others for providers without it'),
  newcomerRights: rightsSchema.nullable().describe('Rights of people who have no login yet and get one; null: they are refused'),
  domains: z
    .array(domain)
    .max(MAX_DOMAINS)
    .describe('Domains of mail addresses that the provider may speak for; the operator or reseller enters them'),
}
const { clientSecret: _secret, ...shown } = fields
const settingsView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), ...shown },
  redirectUri: z.string().describe('Registered at the provider: where it sends people back to'),
  createdAt: z.iso.datetime(),
})
const newSettings = z.strictObject({
  ...fields,
  enabled: fields.enabled.default(true),
  loginClaim: fields.loginClaim.default('email'),
  newcomerRights: fields.newcomerRights.default(null),
  domains: fields.domains.default([]),
  tenantId: z.uuid().optional(),
})
const change = z.strictObject(fields).partial()
const tags = ['single sign-on']
const params = z.object({ singleSignOnId: z.uuid() })
const ONE = '/single-sign-on/:singleSignOnId'

export interface SingleSignOnParts {
  readonly database: Database
  readonly secrets: SecretBox
  readonly publicUrl: () => string
  readonly providersInPrivateNetworks?: boolean | undefined
}

/** Settings of a tenant's single sign-on. */
export function singleSignOnRoutes(parts: SingleSignOnParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addCreation(api, parts)
    addChange(api, parts)
    addTest(api, parts)
  }
}

function addReading(api: Api, { database, publicUrl }: SingleSignOnParts): void {
  const querystring = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
  const list = { tags, summary: 'List single sign-on of tenants', querystring, response: { 200: pageOf(settingsView) } }
  api.get('/single-sign-on', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const rows = await inScope(database, principalOf(request), tenantId, (tx) => listSingleSignOn(tx, limit + 1, after))
    return page(
      rows,
      limit,
      (row) => view(row, publicUrl),
      ({ id }) => [id],
    )
  })
  const get = { tags, summary: 'Get single sign-on of a tenant', params, response: { 200: settingsView } }
  api.get(ONE, { schema: get }, async (request) =>
    view(await seen(database, principalOf(request), request.params.singleSignOnId), publicUrl),
  )
}

function addCreation(api: Api, { database, secrets, publicUrl }: SingleSignOnParts): void {
  const schema = { tags, summary: 'Set up single sign-on of a tenant', body: newSettings, response: { 201: settingsView } }
  api.post('/single-sign-on', { schema }, async (request, reply) => {
    const principal = principalOf(request)
    const { tenantId: named, clientSecret, domains, ...given } = request.body
    assertMayChange(principal, domains.length > 0)
    const tenantId = owningTenant(principal, named)
    const id = randomUUIDv7()
    const sealed = secrets.seal(clientSecret, placeOfClientSecret(id))
    const made = await database.withOperator(async (tx) => {
      await insertSingleSignOn(tx, {
        ...{ id, tenant_id: tenantId, enabled: given.enabled, issuer: given.issuer, client_id: given.clientId },
        ...{ client_secret_sealed: sealed, login_claim: given.loginClaim, newcomer_rights: stored(given.newcomerRights) },
      })
      await setDomains(tx, id, tenantId, domains)
      return existing(tx, id)
    })
    return reply.code(201).send(view(made, publicUrl))
  })
}

function addChange(api: Api, { database, secrets, publicUrl }: SingleSignOnParts): void {
  const schema = { tags, summary: 'Change single sign-on of a tenant', params, body: change, response: { 200: settingsView } }
  api.patch(ONE, { schema }, async (request) => {
    const principal = principalOf(request)
    const { domains, ...given } = request.body
    assertMayChange(principal, domains !== undefined)
    const { id, tenant_id: tenantId } = await seen(database, principal, request.params.singleSignOnId)
    const changed = await database.withOperator(async (tx) => {
      await updateSingleSignOn(tx, id, {
        ...(given.enabled === undefined ? {} : { enabled: given.enabled }),
        ...(given.issuer === undefined ? {} : { issuer: given.issuer }),
        ...(given.clientId === undefined ? {} : { client_id: given.clientId }),
        ...(given.clientSecret === undefined ? {} : { client_secret_sealed: secrets.seal(given.clientSecret, placeOfClientSecret(id)) }),
        ...(given.loginClaim === undefined ? {} : { login_claim: given.loginClaim }),
        ...(given.newcomerRights === undefined ? {} : { newcomer_rights: stored(given.newcomerRights) }),
      })
      if (domains !== undefined) await setDomains(tx, id, tenantId, domains)
      return existing(tx, id)
    })
    return view(changed, publicUrl)
  })
  const remove = { tags, summary: 'End single sign-on of a tenant', params, response: { 204: z.null() } }
  api.delete(ONE, { schema: remove }, async (request, reply) => {
    const principal = principalOf(request)
    assertMayChange(principal, false)
    const { id } = await seen(database, principal, request.params.singleSignOnId)
    await database.withOperator((tx) => deleteSingleSignOn(tx, id))
    return reply.code(204).send(null)
  })
}

function addTest(api: Api, { database, secrets, publicUrl, providersInPrivateNetworks = false }: SingleSignOnParts): void {
  const provider = new Provider({ privateNetworks: providersInPrivateNetworks })
  const answer = z.object({
    state: z.enum(PROVIDER_STATES).describe('"away": nobody answers as an OpenID provider; "client-refused": client id or secret is wrong'),
  })
  const schema = { tags, summary: 'Test whether the provider answers and takes our client', params, response: { 200: answer } }
  api.post(`${ONE}/test`, { schema }, async (request) => {
    const principal = principalOf(request)
    assertMayChange(principal, false)
    const row = await seen(database, principal, request.params.singleSignOnId)
    return { state: await provider.check(clientOf(row, secrets), callbackOf(publicUrl)) }
  })
}

/** Who leads sign-in to a provider of his choice can become everybody of the tenant: only for those to whom everything is open anyway. */
function assertMayChange(principal: Principal, setsDomains: boolean): void {
  if (principal.kind === 'user' || principal.rights !== undefined) throw new Forbidden('logins')
  if (setsDomains && principal.kind === 'tenant') throw new DomainUnproven()
}

async function seen(database: Database, principal: Principal, id: string): Promise<SingleSignOn> {
  const row = await inScope(database, principal, undefined, (tx) => findSingleSignOn(tx, id))
  if (row === undefined) throw new NotFound('single sign-on', id)
  return row
}

async function existing(tx: Tx, id: string): Promise<SingleSignOn> {
  const row = await findSingleSignOn(tx, id)
  if (row === undefined) throw new NotFound('single sign-on', id)
  return row
}

function stored(rights: z.infer<typeof rightsSchema> | null): string | null {
  return rights === null ? null : JSON.stringify(rights)
}

function view(row: SingleSignOn, publicUrl: () => string): z.infer<typeof settingsView> {
  return {
    ...{ id: row.id, tenantId: row.tenant_id, enabled: row.enabled, issuer: row.issuer, clientId: row.client_id },
    ...{ loginClaim: row.login_claim, newcomerRights: row.newcomer_rights, domains: [...row.domains] },
    redirectUri: callbackOf(publicUrl),
    createdAt: row.created_at.toISOString(),
  }
}
