import type { Clock } from '@klinke/foundation'
import { holidaysOf, LAENDER, LOCAL_HOLIDAYS } from '@klinke/numbering'
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
  seenByAll,
} from '@klinke/platform'
import { z } from 'zod'
import type { PbxDirectory } from '../snapshot.ts'
import { nextChangeMs, openingAt } from './opening.ts'
import { newSchedule, scheduleChange, scheduleSettings } from './rules.ts'
import { deleteSchedule, findSchedule, insertSchedule, listSchedules, type StoredSchedule, scheduleOf, updateSchedule } from './store.ts'

const scheduleView = z.object({ id: z.uuid(), tenantId: z.uuid(), name: z.string(), ...scheduleSettings.shape })
const stateView = z.object({
  open: z.boolean(),
  why: z.string().describe('`week`, or the name of the holiday or special day'),
  nextChange: z.iso.datetime().nullable().describe('null: not within a year'),
})
const holidayView = z.object({ name: z.string(), title: z.object({ de: z.string(), en: z.string() }), date: z.iso.date() })
const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
const params = z.object({ scheduleId: z.uuid() })
const tags = ['schedules']

function view({ id, tenantId, name, settings }: StoredSchedule): z.infer<typeof scheduleView> {
  return { id, tenantId, name, ...settings }
}

function found<T>(schedule: T | undefined, id: string): T {
  if (schedule === undefined) throw new NotFound('schedule', id)
  return schedule
}

/** Opening hours, whether they are open at a time, and the holidays that they may follow. */
export function scheduleRoutes(database: Database, clock: Clock, directory: PbxDirectory): ApiRoutes {
  return (api) => {
    addReading(api, database)
    addChanges(api, database)
    addState(api, database, clock, directory)
    addHolidays(api)
  }
}

function addReading(api: Api, database: Database): void {
  const list = { tags, summary: 'List schedules', querystring: listQuery, response: { 200: pageOf(scheduleView) } }
  api.get('/schedules', { config: seenByAll, schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const schedules = await inScope(database, principalOf(request), tenantId, (tx) => listSchedules(tx, limit + 1, after))
    return page(schedules, limit, view, ({ id }) => [id])
  })
  const get = { tags, summary: 'Get a schedule', params, response: { 200: scheduleView } }
  api.get('/schedules/:scheduleId', { schema: get }, async (request) => {
    const id = request.params.scheduleId
    return view(found(await inScope(database, principalOf(request), undefined, (tx) => findSchedule(tx, id)), id))
  })
}

function addChanges(api: Api, database: Database): void {
  const create = { tags, summary: 'Create a schedule', body: newSchedule, response: { 201: scheduleView } }
  api.post('/schedules', { schema: create }, async (request, reply) => {
    const { tenantId: named, name, ...settings } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    return reply.code(201).send(view(await database.withTenant(tenantId, (tx) => insertSchedule(tx, { tenantId, name, settings }))))
  })
  const change = { tags, summary: 'Change a schedule', params, body: scheduleChange, response: { 200: scheduleView } }
  api.patch('/schedules/:scheduleId', { schema: change }, async (request) => {
    const id = request.params.scheduleId
    const { name, ...given } = request.body
    const changed = await inScope(database, principalOf(request), undefined, async (tx) => {
      const before = await findSchedule(tx, id)
      const entries = Object.entries(given).filter(([, value]) => value !== undefined)
      return (
        before && updateSchedule(tx, { id, name: name ?? before.name, settings: { ...before.settings, ...Object.fromEntries(entries) } })
      )
    })
    return view(found(changed, id))
  })
  const remove = { tags, summary: 'Delete a schedule', params, response: { 204: z.null() } }
  api.delete('/schedules/:scheduleId', { schema: remove }, async (request, reply) => {
    const id = request.params.scheduleId
    if (!(await inScope(database, principalOf(request), undefined, (tx) => deleteSchedule(tx, id)))) throw new NotFound('schedule', id)
    return reply.code(204).send(null)
  })
}

function addState(api: Api, database: Database, clock: Clock, directory: PbxDirectory): void {
  const querystring = z.strictObject({ at: z.iso.datetime({ offset: true }).optional().describe('Absent: now') })
  const schema = { tags, summary: 'Tell whether a schedule is open', params, querystring, response: { 200: stateView } }
  api.get('/schedules/:scheduleId/state', { schema }, async (request) => {
    const id = request.params.scheduleId
    const stored = found(await inScope(database, principalOf(request), undefined, (tx) => findSchedule(tx, id)), id)
    const schedule = scheduleOf(stored, directory.tenant(stored.tenantId)?.profile.timeZone)
    const atMs = request.query.at === undefined ? clock.epochMs() : Date.parse(request.query.at)
    const next = nextChangeMs(schedule, atMs)
    return { ...openingAt(schedule, atMs), nextChange: next === undefined ? null : new Date(next).toISOString() }
  })
}

function addHolidays(api: Api): void {
  const querystring = z.strictObject({
    land: z.enum(LAENDER),
    year: z.coerce.number().int().min(2018).max(2200),
    local: z.enum(LOCAL_HOLIDAYS).optional(),
  })
  const response = { 200: z.object({ items: z.array(holidayView) }) }
  api.get('/holidays', { schema: { tags, summary: 'List the public holidays of a Land', querystring, response } }, (request) => {
    const { land, year, local } = request.query
    const items = holidaysOf(land, year, local === undefined ? [] : [local])
    return { items: items.map(({ name, title, date }) => ({ name, title: { ...title }, date })) }
  })
}
