import { type Api, type ApiRoutes, decodeCursor, inScope, owningTenant, page, pageOf, pageQuery, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { usersOf } from '../destinations/store.ts'
import { hashPin } from '../pins/pin-hash.ts'
import type { AnnouncementParts } from './keep-announcement.ts'
import { announcementChange, announcementDetail, announcementView, newAnnouncement, recordingSettings } from './rules.ts'
import { soundRoutes } from './sound-routes.ts'
import { deleteAnnouncement, insertAnnouncement, listAnnouncements, saveRecordingPin, updateAnnouncement } from './store.ts'
import { announcementOf, viewAnnouncement } from './views.ts'

const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
const params = z.object({ announcementId: z.uuid() })
const tags = ['announcements']

/** The library of a tenant's announcements. */
export function announcementRoutes(parts: AnnouncementParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addChanges(api, parts)
    addRemoval(api, parts)
    addSettings(api, parts)
    soundRoutes(api, parts)
  }
}

function addReading(api: Api, parts: AnnouncementParts): void {
  const { database } = parts
  const list = { tags, summary: 'List announcements', querystring: listQuery, response: { 200: pageOf(announcementView) } }
  api.get('/announcements', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const found = await inScope(database, principalOf(request), tenantId, (tx) => listAnnouncements(tx, limit + 1, after))
    return page(found, limit, viewAnnouncement, ({ id }) => [id])
  })
  const get = { tags, summary: 'Get an announcement, with what uses it', params, response: { 200: announcementDetail } }
  api.get('/announcements/:announcementId', { schema: get }, async (request) => {
    const found = await announcementOf(parts, principalOf(request), request.params.announcementId)
    const users = await database.withTenant(found.tenantId, (tx) => usersOf(tx, 'announcement', found.id))
    return { ...viewAnnouncement(found), usedBy: users.map(({ kind, id, name }) => ({ kind, id: id ?? '', name })) }
  })
}

function addChanges(api: Api, parts: AnnouncementParts): void {
  const { database } = parts
  const summary = 'Create an announcement; what it says is sent, recorded or spoken afterwards'
  const create = { tags, summary, body: newAnnouncement, response: { 201: announcementView } }
  api.post('/announcements', { schema: create }, async (request, reply) => {
    const { tenantId: named, name, number = null } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const made = await database.withTenant(tenantId, (tx) => insertAnnouncement(tx, tenantId, { name, number }))
    return reply.code(201).send(viewAnnouncement(made))
  })
  const change = { tags, summary: 'Change name or number', params, body: announcementChange, response: { 200: announcementView } }
  api.patch('/announcements/:announcementId', { schema: change }, async (request) => {
    const before = await announcementOf(parts, principalOf(request), request.params.announcementId)
    const { name = before.name, number = before.number } = request.body
    await database.withTenant(before.tenantId, (tx) => updateAnnouncement(tx, { id: before.id, name, number }))
    return viewAnnouncement({ ...before, name, number })
  })
}

function addRemoval(api: Api, parts: AnnouncementParts): void {
  const remove = { tags, summary: 'Delete an announcement that nothing uses', params, response: { 204: z.null() } }
  api.delete('/announcements/:announcementId', { schema: remove }, async (request, reply) => {
    const found = await announcementOf(parts, principalOf(request), request.params.announcementId)
    await parts.database.withTenant(found.tenantId, (tx) => deleteAnnouncement(tx, found.id))
    for (const { key } of found.sounds) await parts.blobs.remove(key)
    return reply.code(204).send(null)
  })
}

function addSettings(api: Api, { database }: AnnouncementParts): void {
  const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
  const summary = 'Set the PIN with which announcements are recorded by phone'
  const change = { tags, summary, querystring, body: recordingSettings, response: { 204: z.null() } }
  api.patch('/announcement-settings', { schema: change }, async (request, reply) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const { recordingPin } = request.body
    const hash = recordingPin === null ? null : await hashPin(recordingPin)
    await database.withTenant(tenantId, (tx) => saveRecordingPin(tx, tenantId, hash))
    return reply.code(204).send(null)
  })
}
