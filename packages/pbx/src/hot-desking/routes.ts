import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  inScope,
  NotFound,
  ofOwnExtension,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import { findExtension } from '../extensions/store.ts'
import type { ExtensionPins } from '../pins/extension-pins.ts'
import { hashPin } from '../pins/pin-hash.ts'
import { hotDeskChange, hotDeskSettings, pinOfExtension } from './rules.ts'
import {
  findHotDeskSettings,
  findSharedPhone,
  hasPin,
  listSharedPhones,
  logIn,
  logOut,
  type SharedPhone,
  saveHotDeskSettings,
  sharePhone,
  storeExtensionPin,
  unsharePhone,
} from './store.ts'

const phoneView = z.object({
  extensionId: z.uuid().describe('The extension with whose SIP account the phone is registered'),
  user: z.object({ extensionId: z.uuid(), since: z.iso.datetime() }).nullable().describe('Who is logged in'),
})
const pinView = z.object({ hasPin: z.boolean(), locked: z.boolean().describe('After five wrong PINs, for half an hour') })
const phoneBody = z.strictObject({ extensionId: z.uuid() })
const logInBody = z.strictObject({
  extensionId: z.uuid().describe('Who is logged in; needs no PIN here'),
  replace: z.boolean().default(false).describe('Log out who is there'),
})
const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
const params = z.object({ extensionId: z.uuid() })
const tags = ['hot-desking']

function view({ extensionId, user }: SharedPhone): z.infer<typeof phoneView> {
  return { extensionId, user: user ? { extensionId: user.extensionId, since: new Date(user.sinceMs).toISOString() } : null }
}

/** Shared phones, who is logged in there, PINs of extensions and the tenant's rules (DEV-05). */
export function hotDeskRoutes(database: Database, clock: Clock, pins: ExtensionPins): ApiRoutes {
  return (api) => {
    addPhones(api, database)
    addLogIn(api, database, clock)
    addPins(api, database, pins)
    addSettings(api, database)
  }
}

function addPhones(api: Api, database: Database): void {
  const list = { tags, summary: 'List shared phones, with who is logged in', querystring: listQuery, response: { 200: pageOf(phoneView) } }
  api.get('/shared-phones', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const phones = await inScope(database, principalOf(request), tenantId, (tx) => listSharedPhones(tx, limit + 1, after))
    return page(phones, limit, view, ({ extensionId }) => [extensionId])
  })
  const get = { tags, summary: 'Get a shared phone', params, response: { 200: phoneView } }
  api.get('/shared-phones/:extensionId', { schema: get }, async (request) => {
    const id = request.params.extensionId
    const phone = await inScope(database, principalOf(request), undefined, (tx) => findSharedPhone(tx, id))
    if (phone === undefined) throw new NotFound('shared phone', id)
    return view(phone)
  })
  const share = { tags, summary: 'Make the phone of an extension a shared one', body: phoneBody, response: { 201: phoneView } }
  api.post('/shared-phones', { schema: share }, async (request, reply) => {
    const id = request.body.extensionId
    const phone = await inScope(database, principalOf(request), undefined, (tx) => sharePhone(tx, id))
    if (phone === undefined) throw new NotFound('extension', id)
    return reply.code(201).send(view(phone))
  })
  const unshare = { tags, summary: 'Make it a phone of its own again', params, response: { 204: z.null() } }
  api.delete('/shared-phones/:extensionId', { schema: unshare }, async (request, reply) => {
    const id = request.params.extensionId
    if (!(await inScope(database, principalOf(request), undefined, (tx) => unsharePhone(tx, id)))) throw new NotFound('shared phone', id)
    return reply.code(204).send(null)
  })
}

function addLogIn(api: Api, database: Database, clock: Clock): void {
  const enter = { tags, summary: 'Log an extension in at a shared phone', params, body: logInBody, response: { 200: phoneView } }
  api.post('/shared-phones/:extensionId/log-in', { schema: enter }, async (request) => {
    const phoneId = request.params.extensionId
    const { extensionId: userId, replace } = request.body
    const phone = await inScope(database, principalOf(request), undefined, async (tx) => {
      const known = await logIn(tx, { phoneId, userId, replace, atMs: clock.epochMs() })
      return known && findSharedPhone(tx, phoneId)
    })
    if (phone === undefined) throw new NotFound('extension', `${phoneId} or ${userId}`)
    return view(phone)
  })
  const leave = { tags, summary: 'Log out who is logged in at a shared phone', params, response: { 200: phoneView } }
  api.post('/shared-phones/:extensionId/log-out', { schema: leave }, async (request) => {
    const id = request.params.extensionId
    const phone = await inScope(database, principalOf(request), undefined, async (tx) => {
      await logOut(tx, id)
      return findSharedPhone(tx, id)
    })
    if (phone === undefined) throw new NotFound('shared phone', id)
    return view(phone)
  })
}

function addPins(api: Api, database: Database, pins: ExtensionPins): void {
  const path = '/extensions/:extensionId/pin'
  const get = { tags, summary: 'Whether an extension has a PIN for phones that are not its own', params, response: { 200: pinView } }
  api.get(path, { config: ofOwnExtension, schema: get }, async (request) => {
    const id = request.params.extensionId
    const known = await inScope(database, principalOf(request), undefined, async (tx) =>
      (await findExtension(tx, id)) === undefined ? undefined : { hasPin: await hasPin(tx, id) },
    )
    if (known === undefined) throw new NotFound('extension', id)
    return { ...known, locked: pins.isLocked(id) }
  })
  const set = { tags, summary: 'Set the PIN; ends a lock', params, body: pinOfExtension, response: { 200: pinView } }
  api.patch(path, { config: ofOwnExtension, schema: set }, async (request) => {
    const id = request.params.extensionId
    const hash = await hashPin(request.body.pin)
    if (!(await inScope(database, principalOf(request), undefined, (tx) => storeExtensionPin(tx, id, hash)))) {
      throw new NotFound('extension', id)
    }
    pins.forgive(id)
    return { hasPin: true, locked: false }
  })
  const remove = { tags, summary: 'Take the PIN away; the extension is logged out', params, response: { 204: z.null() } }
  api.delete(path, { schema: remove }, async (request, reply) => {
    const id = request.params.extensionId
    if (!(await inScope(database, principalOf(request), undefined, (tx) => storeExtensionPin(tx, id, null)))) {
      throw new NotFound('extension', id)
    }
    return reply.code(204).send(null)
  })
}

function addSettings(api: Api, database: Database): void {
  const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
  const get = { tags, summary: 'Get how shared phones are used', querystring, response: { 200: hotDeskSettings } }
  api.get('/hot-desk-settings', { schema: get }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, (tx) => findHotDeskSettings(tx, tenantId))
  })
  const change = {
    tags,
    summary: 'Change how shared phones are used',
    querystring,
    body: hotDeskChange,
    response: { 200: hotDeskSettings },
  }
  api.patch('/hot-desk-settings', { schema: change }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const given = Object.fromEntries(Object.entries(request.body).filter(([, value]) => value !== undefined))
    return database.withTenant(tenantId, async (tx) => {
      const settings = { ...(await findHotDeskSettings(tx, tenantId)), ...given }
      await saveHotDeskSettings(tx, tenantId, settings)
      return settings
    })
  })
}
