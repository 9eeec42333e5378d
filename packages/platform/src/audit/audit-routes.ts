import { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { ApiRoutes } from '../http/api.ts'
import { principalOf } from '../http/authentication.ts'
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging.ts'
import { searchQuery } from '../http/search.ts'
import { inScope } from '../http/tenant-scope.ts'
import { listAudit } from './audit-store.ts'

const entryView = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  tenantId: z.uuid().nullable(),
  actor: z.object({
    kind: z.string().describe('operator, reseller, tenant or user'),
    id: z.string().describe('Of the login or API key'),
    name: z.string(),
    address: z.string().describe('IP address'),
  }),
  requestId: z.string().nullable(),
  route: z.string().nullable(),
  action: z.string().describe('created, changed, deleted, requested, signed-in, sign-in-failed …'),
  subject: z.string().describe('What it was done to'),
  subjectId: z.string().nullable(),
  before: z.unknown().describe('What was there, as far as it changed; secrets are left out'),
  after: z.unknown().describe('What is there now'),
})
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const querystring = z.strictObject({
  ...pageQuery,
  ...searchQuery,
  tenantId: z.uuid().optional(),
  from: time.optional(),
  to: time.optional(),
  actorId: z.string().max(100).optional(),
  action: z.string().max(100).optional(),
  subject: z.string().max(100).optional(),
  subjectId: z.string().max(100).optional(),
})

/** Who changed what, the newest first. A tenant sees what concerns itself. */
export function auditRoutes(database: Database): ApiRoutes {
  return (api) => {
    const schema = { tags: ['audit log'], summary: 'List what was changed, and by whom', querystring, response: { 200: pageOf(entryView) } }
    api.get('/audit-log', { config: { area: 'audit' }, schema }, async (request) => {
      const { limit, cursor, tenantId, ...filter } = request.query
      const after = Number(decodeCursor(cursor, 1)?.[0])
      const wanted = { ...filter, after: Number.isSafeInteger(after) ? after : undefined, limit: limit + 1 }
      const rows = await inScope(database, principalOf(request), tenantId, (tx) => listAudit(tx, wanted))
      return page(rows, limit, view, ({ id }) => [String(id)])
    })
  }
}

function view(row: Awaited<ReturnType<typeof listAudit>>[number]): z.infer<typeof entryView> {
  const { id, at, route, action, subject, before, after } = row
  return {
    ...{ id: String(id), at: at.toISOString(), tenantId: row.tenant_id, requestId: row.request_id, route, action, subject, before, after },
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name, address: row.address },
    subjectId: row.subject_id,
  }
}
