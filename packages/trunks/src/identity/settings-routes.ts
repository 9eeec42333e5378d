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
import { findIdentitySettings, type IdentityOwner, putIdentitySettings, tenantOfExtension, tenantOfTrunk } from './settings-store.ts'

const tags = ['caller-identity']
const querystring = z.strictObject({ tenantId: z.uuid().optional() })
const params = z.object({ extensionId: z.uuid() })
const shown = e164.nullable().describe('Shown unless a call says otherwise: an own number, or one with an approved right; null: as without')
const pinned = e164.nullable().describe('Shown in every call, never hidden, and changed by the operator alone (CLI-05); null: none')
const hidesConnected = z.boolean().describe('Callers are not shown that they are connected with this number (COLR)')
const view = z.object({ shown, pinned, hidesConnected })
const trunkView = z.object({ hidesConnected })
const example = { examples: [null] }
const shownChange = z.strictObject({ shown: shown.meta(example), hidesConnected }).partial()
const pinnedChange = z.strictObject({ pinned: pinned.meta(example) })
const operator = { access: 'operator' } as const

/** Which number a customer and its extensions show outside, and the sender that the operator pins. */
export function callerIdentityRoutes(database: Database): ApiRoutes {
  return (api) => {
    addCustomer(api, database)
    addExtensions(api, database)
    addTrunks(api, database)
  }
}

function addCustomer(api: Api, database: Database): void {
  const ownerOf = (by: Principal, named: string | undefined): IdentityOwner => ({
    tenantId: owningTenant(by, named),
    extensionId: null,
    trunkId: null,
  })
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

/** A PBX names its callers itself; whether they are shown to whom it answers can be said for all of its numbers. */
function addTrunks(api: Api, database: Database): void {
  const ofTrunk = z.object({ trunkId: z.uuid() })
  const response = { 200: trunkView }
  const get = { tags, summary: 'Get whether a trunk hides who has answered', params: ofTrunk, response }
  api.get('/caller-identity/trunks/:trunkId', { schema: get }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) =>
      findIdentitySettings(tx, await trunkOwner(tx, request.params.trunkId)),
    ),
  )
  const patch = { tags, summary: 'Hide or show who has answered at a trunk', params: ofTrunk, body: trunkView.strict(), response }
  api.patch('/caller-identity/trunks/:trunkId', { schema: patch }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => {
      const owner = await trunkOwner(tx, request.params.trunkId)
      await putIdentitySettings(tx, { ...(await findIdentitySettings(tx, owner)), ...request.body })
      return findIdentitySettings(tx, owner)
    }),
  )
}

async function trunkOwner(tx: Tx, trunkId: string): Promise<IdentityOwner> {
  const tenantId = await tenantOfTrunk(tx, trunkId)
  if (tenantId === undefined) throw new NotFound('trunk', trunkId)
  return { tenantId, extensionId: null, trunkId }
}

/** Within its tenant, so that a number of another one is none of its own. */
async function changeExtension(database: Database, by: Principal, id: string, change: Change): Promise<z.infer<typeof view>> {
  const owner = await inScope(database, by, undefined, (tx) => extensionOwner(tx, id))
  return database.withTenant(owner.tenantId, (tx) => changed(tx, owner, change))
}

async function extensionOwner(tx: Tx, extensionId: string): Promise<IdentityOwner> {
  const tenantId = await tenantOfExtension(tx, extensionId)
  if (tenantId === undefined) throw new NotFound('extension', extensionId)
  return { tenantId, extensionId, trunkId: null }
}

type Change = z.infer<typeof shownChange> & Partial<z.infer<typeof pinnedChange>>

/** Throws `NumberNeverShown` or `NoRightToShow`. */
async function changed(tx: Tx, owner: IdentityOwner, change: Change): Promise<z.infer<typeof view>> {
  const number = change.shown ?? change.pinned ?? undefined
  if (number !== undefined) await assertMayShow(tx, number)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  await putIdentitySettings(tx, { ...(await findIdentitySettings(tx, owner)), ...given })
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
  return { shown: settings.shown, pinned: settings.pinned, hidesConnected: settings.hidesConnected }
}
