import { e164, findNumber } from '@klinke/accounts'
import { isE164 } from '@klinke/numbering'
import {
  type Api,
  type ApiRoutes,
  type Database,
  inScope,
  NotFound,
  owningTenant,
  type Principal,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { neverShown } from './never-shown.ts'
import { NoRightToShow, NumberNeverShown } from './rights-rules.ts'
import { listRights } from './rights-store.ts'
import { findIdentitySettings, type IdentityOwner, putIdentitySettings, tenantOfExtension } from './settings-store.ts'

const tags = ['caller-identity']
const querystring = z.strictObject({ tenantId: z.uuid().optional() })
const params = z.object({ extensionId: z.uuid() })
const shown = e164.nullable().describe('Shown unless a call says otherwise: an own number, or one with an approved right; null: as without')
const pinned = e164.nullable().describe('Shown in every call, never hidden, and changed by the operator alone (CLI-05); null: none')
const view = z.object({ shown, pinned })
const example = { examples: [null] }
const shownChange = z.strictObject({ shown: shown.meta(example) })
const pinnedChange = z.strictObject({ pinned: pinned.meta(example) })
const operator = { access: 'operator' } as const

/** Which number a customer and its extensions show outside, and the sender that the operator pins. */
export function callerIdentityRoutes(database: Database): ApiRoutes {
  return (api) => {
    addCustomer(api, database)
    addExtensions(api, database)
  }
}

function addCustomer(api: Api, database: Database): void {
  const ownerOf = (by: Principal, named: string | undefined): IdentityOwner => ({ tenantId: owningTenant(by, named), extensionId: null })
  const response = { 200: view }
  const get = { tags, summary: 'Get which number a customer shows', querystring, response }
  api.get('/caller-identity', { schema: get }, (request) => {
    const owner = ownerOf(principalOf(request), request.query.tenantId)
    return database.withTenant(owner.tenantId, (tx) => viewed(tx, owner))
  })
  const patch = { tags, summary: 'Choose which number a customer shows', querystring, body: shownChange, response }
  api.patch('/caller-identity', { schema: patch }, (request) => {
    const owner = ownerOf(principalOf(request), request.query.tenantId)
    return database.withTenant(owner.tenantId, (tx) => changed(tx, owner, request.body))
  })
  const pin = { tags, summary: 'Pin the sender of a customer', querystring, body: pinnedChange, response }
  api.patch('/caller-identity/pinned', { config: operator, schema: pin }, (request) => {
    const owner = ownerOf(principalOf(request), request.query.tenantId)
    return database.withTenant(owner.tenantId, (tx) => changed(tx, owner, request.body))
  })
}

function addExtensions(api: Api, database: Database): void {
  const response = { 200: view }
  const get = { tags, summary: 'Get which number an extension shows', params, response }
  api.get('/caller-identity/extensions/:extensionId', { schema: get }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => viewed(tx, await extensionOwner(tx, request.params.extensionId))),
  )
  const patch = { tags, summary: 'Choose which number an extension shows', params, body: shownChange, response }
  api.patch('/caller-identity/extensions/:extensionId', { schema: patch }, (request) =>
    changeExtension(database, principalOf(request), request.params.extensionId, request.body),
  )
  const pin = { tags, summary: 'Pin the sender of an extension', params, body: pinnedChange, response }
  api.patch('/caller-identity/extensions/:extensionId/pinned', { config: operator, schema: pin }, (request) =>
    changeExtension(database, principalOf(request), request.params.extensionId, request.body),
  )
}

/** Within its tenant, so that a number of another one is none of its own. */
async function changeExtension(database: Database, by: Principal, id: string, change: Change): Promise<z.infer<typeof view>> {
  const owner = await inScope(database, by, undefined, (tx) => extensionOwner(tx, id))
  return database.withTenant(owner.tenantId, (tx) => changed(tx, owner, change))
}

async function extensionOwner(tx: Tx, extensionId: string): Promise<IdentityOwner> {
  const tenantId = await tenantOfExtension(tx, extensionId)
  if (tenantId === undefined) throw new NotFound('extension', extensionId)
  return { tenantId, extensionId }
}

type Change = Partial<z.infer<typeof view>>

/** Throws `NumberNeverShown` or `NoRightToShow`. */
async function changed(tx: Tx, owner: IdentityOwner, change: Change): Promise<z.infer<typeof view>> {
  const number = change.shown ?? change.pinned ?? undefined
  if (number !== undefined) await assertMayShow(tx, number)
  await putIdentitySettings(tx, { ...(await findIdentitySettings(tx, owner)), ...change })
  return viewed(tx, owner)
}

async function assertMayShow(tx: Tx, number: string): Promise<void> {
  const row = isE164(number) ? neverShown(number) : undefined
  if (row !== undefined) throw new NumberNeverShown(row)
  if ((await findNumber(tx, number)) !== undefined) return
  const rights = await listRights(tx, { state: 'approved' })
  if (!rights.some((right) => right.number === number)) throw new NoRightToShow(number)
}

async function viewed(tx: Tx, owner: IdentityOwner): Promise<z.infer<typeof view>> {
  const settings = await findIdentitySettings(tx, owner)
  return { shown: settings.shown, pinned: settings.pinned }
}
