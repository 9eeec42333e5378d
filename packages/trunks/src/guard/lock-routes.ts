import { findTenant } from '@klinke/accounts'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  holderOf,
  inScope,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { DEFAULT_NOTICE_HOURS, lockFault, stageOf } from './lock.ts'
import { changeLock, findLock, insertLock, listLocks, lockFrom, type StoredLock } from './lock-store.ts'
import { lockEvent } from './lock-words.ts'
import type { GuardRouteParts } from './routes.ts'
import { LockDatesWrong, LockLifted, lockChange, lockView, newLock } from './rules.ts'

const tags = ['cost-guard']
const params = z.object({ lockId: z.uuid() })
/** Who sells the contract locks; customers see why. */
const config = { access: 'reseller' } as const

/** Staged locks (FRD-03) and shutdowns (FRD-04). */
export function guardLockRoutes(database: Database, parts: GuardRouteParts): ApiRoutes {
  return (api) => {
    addReading(api, database, parts)
    addCreation(api, database, parts)
    addChanges(api, database, parts)
  }
}

function addReading(api: Api, database: Database, { clock }: GuardRouteParts): void {
  const querystring = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
  const list = { tags, summary: 'List locks, the newest first', querystring, response: { 200: pageOf(lockView) } }
  api.get('/cost-guard/locks', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const before = decodeCursor(cursor, 1)?.[0]
    const found = await inScope(database, principalOf(request), tenantId, (tx) => listLocks(tx, limit + 1, before))
    return page(
      found,
      limit,
      (lock) => viewOf(lock, clock.epochMs()),
      ({ id }) => [id],
    )
  })
  const get = { tags, summary: 'Get a lock', params, response: { 200: lockView } }
  api.get('/cost-guard/locks/:lockId', { schema: get }, async (request) => {
    const { lockId } = request.params
    return viewOf(await inScope(database, principalOf(request), undefined, (tx) => known(tx, lockId)), clock.epochMs())
  })
}

function addCreation(api: Api, database: Database, { clock, notices }: GuardRouteParts): void {
  const schema = { tags, summary: 'Announce a staged lock, or shut down at once', body: newLock, response: { 201: lockView } }
  api.post('/cost-guard/locks', { config, schema }, async (request, reply) => {
    const { tenantId: named, cause, services, reason, outgoingFrom, fullFrom } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const lockedBy = holderOf(request).name
    const announcedAt = new Date(clock.epochMs())
    const { lock, send } = await database.withTenant(tenantId, async (tx) => {
      const hours = await noticeHours(tx, tenantId)
      const from =
        outgoingFrom === null ? new Date(announcedAt.getTime() + (cause === 'security' ? 0 : hours * 3_600_000)) : new Date(outgoingFrom)
      const wanted = {
        tenantId,
        cause,
        services,
        reason,
        announcedAt,
        outgoingFrom: from,
        fullFrom: fullFrom === null ? null : new Date(fullFrom),
        lockedBy,
      }
      const fault = lockFault(lockFrom({ id: '', liftedAt: null, liftedBy: null, ...wanted }), announcedAt.getTime(), hours)
      if (fault !== undefined) throw new LockDatesWrong(fault)
      const stored = await insertLock(tx, wanted)
      return { lock: stored, send: await notices.note(tx, tenantId, lockEvent('announced', stored)) }
    })
    void send()
    return reply.code(201).send(viewOf(lock, clock.epochMs()))
  })
}

function addChanges(api: Api, database: Database, { clock, notices }: GuardRouteParts): void {
  const patch = { tags, summary: 'Say when a lock becomes a full one', params, body: lockChange, response: { 200: lockView } }
  api.patch('/cost-guard/locks/:lockId', { config, schema: patch }, async (request) => {
    const { lockId } = request.params
    const fullFrom = request.body.fullFrom === null ? null : new Date(request.body.fullFrom)
    const { lock, send } = await inScope(database, principalOf(request), undefined, async (tx) => {
      const before = await open(tx, lockId)
      const fault = lockFault(lockFrom({ ...before, fullFrom }), before.announcedAt.getTime(), 0)
      if (fault !== undefined) throw new LockDatesWrong(fault)
      const changed = (await changeLock(tx, lockId, { fullFrom })) ?? before
      return { lock: changed, send: await notices.note(tx, changed.tenantId, lockEvent('staged', changed)) }
    })
    void send()
    return viewOf(lock, clock.epochMs())
  })
  const lift = { tags, summary: 'Lift a lock', params, response: { 200: lockView } }
  api.post('/cost-guard/locks/:lockId/lift', { config, schema: lift }, async (request) => {
    const { lockId } = request.params
    const liftedBy = holderOf(request).name
    const { lock, send } = await inScope(database, principalOf(request), undefined, async (tx) => {
      const before = await open(tx, lockId)
      const changed = (await changeLock(tx, lockId, { liftedAt: new Date(clock.epochMs()), liftedBy })) ?? before
      return { lock: changed, send: await notices.note(tx, changed.tenantId, lockEvent('lifted', changed)) }
    })
    void send()
    return viewOf(lock, clock.epochMs())
  })
}

async function noticeHours(tx: Tx, tenantId: string): Promise<number> {
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) throw new NotFound('tenant', tenantId)
  return tenant.profile.guard?.lockNoticeHours ?? DEFAULT_NOTICE_HOURS
}

async function known(tx: Tx, id: string): Promise<StoredLock> {
  const found = await findLock(tx, id)
  if (found === undefined) throw new NotFound('lock', id)
  return found
}

async function open(tx: Tx, id: string): Promise<StoredLock> {
  const found = await known(tx, id)
  if (found.liftedAt !== null) throw new LockLifted()
  return found
}

function viewOf(lock: StoredLock, nowMs: number): z.infer<typeof lockView> {
  const times = {
    announcedAt: lock.announcedAt.toISOString(),
    outgoingFrom: lock.outgoingFrom.toISOString(),
    fullFrom: lock.fullFrom?.toISOString() ?? null,
    liftedAt: lock.liftedAt?.toISOString() ?? null,
  }
  return { ...lock, ...times, stage: stageOf(lockFrom(lock), nowMs) }
}
