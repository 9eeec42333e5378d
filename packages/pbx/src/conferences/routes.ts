import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  inScope,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import type { PinCheck } from './ask-pin.ts'
import { changedRoom } from './change-room.ts'
import { conferenceRoomChange, conferenceRoomView, DEFAULT_CONFERENCE_SETTINGS, newConferenceRoom } from './room-schema.ts'
import { deleteRoom, findRoom, insertRoom, listRooms, type StoredRoom, settingsOf, updateRoom } from './store.ts'

const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
const params = z.object({ roomId: z.uuid() })
const tags = ['conferences']

/** A PIN never leaves the database, not even as a hash. */
function view(room: StoredRoom): z.infer<typeof conferenceRoomView> {
  const { id, tenantId, name, number, participantPin, moderatorPin } = room
  return {
    ...{ id, tenantId, name, number: number ?? null },
    ...{ hasParticipantPin: participantPin !== undefined, hasModeratorPin: moderatorPin !== undefined },
    ...settingsOf(room),
  }
}

function found(room: StoredRoom | undefined, id: string): StoredRoom {
  if (room === undefined) throw new NotFound('conference room', id)
  return room
}

/** Conference rooms. */
export function conferenceRoomRoutes(database: Database, check: PinCheck): ApiRoutes {
  return (api) => {
    addReading(api, database)
    addChanges(api, database, check)
    addRemoval(api, database)
  }
}

function addReading(api: Api, database: Database): void {
  const list = { tags, summary: 'List conference rooms', querystring: listQuery, response: { 200: pageOf(conferenceRoomView) } }
  api.get('/conference-rooms', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const rooms = await inScope(database, principalOf(request), tenantId, (tx) => listRooms(tx, limit + 1, after))
    return page(rooms, limit, view, ({ id }) => [id])
  })
  const get = { tags, summary: 'Get a conference room', params, response: { 200: conferenceRoomView } }
  api.get('/conference-rooms/:roomId', { schema: get }, async (request) => {
    const id = request.params.roomId
    return view(found(await inScope(database, principalOf(request), undefined, (tx) => findRoom(tx, id)), id))
  })
}

function addChanges(api: Api, database: Database, { pins, lock }: PinCheck): void {
  const create = { tags, summary: 'Create a conference room', body: newConferenceRoom, response: { 201: conferenceRoomView } }
  api.post('/conference-rooms', { schema: create }, async (request, reply) => {
    const { tenantId: named, ...wanted } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const blank = { ...DEFAULT_CONFERENCE_SETTINGS, tenantId, name: wanted.name, ...NO_PINS }
    const room = await changedRoom(blank, wanted, pins)
    return reply.code(201).send(view(await database.withTenant(tenantId, (tx) => insertRoom(tx, room))))
  })
  const change = { tags, summary: 'Change a conference room', params, body: conferenceRoomChange, response: { 200: conferenceRoomView } }
  api.patch('/conference-rooms/:roomId', { schema: change }, async (request) => {
    const id = request.params.roomId
    const changed = await inScope(database, principalOf(request), undefined, async (tx) => {
      const before = await findRoom(tx, id)
      return before && updateRoom(tx, await changedRoom(before, request.body, pins))
    })
    const { participantPin, moderatorPin } = request.body
    if (changed !== undefined && (participantPin !== undefined || moderatorPin !== undefined)) lock.forgive(id)
    return view(found(changed, id))
  })
}

const NO_PINS = { number: undefined, participantPin: undefined, moderatorPin: undefined }

function addRemoval(api: Api, database: Database): void {
  const summary = 'Delete a conference room. A conference in it goes on until its members leave'
  api.delete('/conference-rooms/:roomId', { schema: { tags, summary, params, response: { 204: z.null() } } }, async (request, reply) => {
    const id = request.params.roomId
    if (!(await inScope(database, principalOf(request), undefined, (tx) => deleteRoom(tx, id)))) throw new NotFound('conference room', id)
    return reply.code(204).send(null)
  })
}
