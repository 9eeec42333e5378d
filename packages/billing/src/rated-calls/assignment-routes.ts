import { type ApiRoutes, type Database, holderOf, InvalidRequest, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { assignTariff, listAssignments } from './assignment-store.ts'
import { findTariff } from './tariff-store.ts'

const tags = ['tariffs']
const querystring = z.strictObject({ tenantId: z.uuid().optional() })
const bundle = z.strictObject({
  bundle: z.string().max(60).describe('Id in the tariff'),
  seats: z.int().min(0).max(100_000),
  isWithdrawn: z.boolean().optional().describe('Taken away for abuse: list price holds (BIL-04)'),
})
const fields = {
  validFrom: z.iso.date().describe('From this day on; bundles hold for months from the change of a month on'),
  tariffId: z.uuid(),
  extensions: z.int().min(0).max(100_000).describe('To which flats for all extensions are held'),
  bundles: z.array(bundle).max(200),
}
const assignmentView = z.object({ ...fields, assignedBy: z.string() })
const assignmentsView = z.object({ assignments: z.array(assignmentView).describe('The first one first') })

/** Which tariff a customer has from when on. */
export function assignmentRoutes(database: Database): ApiRoutes {
  const viewOf = (tenantId: string) =>
    database.withTenant(tenantId, async (tx) => ({
      assignments: (await listAssignments(tx, [tenantId])).map(({ tenantId: _, bundles, ...own }) => ({ ...own, bundles: [...bundles] })),
    }))
  return (api) => {
    const get = {
      tags,
      summary: 'Get the tariffs of a customer, by the days from which they hold',
      querystring,
      response: { 200: assignmentsView },
    }
    api.get('/customer-tariffs', { schema: get }, (request) => viewOf(owningTenant(principalOf(request), request.query.tenantId)))
    const patch = {
      ...{ tags, summary: 'Give a customer a tariff, with bundles and flats, from a day on', querystring, body: z.strictObject(fields) },
      response: { 200: assignmentsView },
    }
    api.patch('/customer-tariffs', { config: { access: 'operator' }, schema: patch }, async (request) => {
      const tenantId = owningTenant(principalOf(request), request.query.tenantId)
      await database.withOperator(async (tx) => {
        await findTariff(tx, request.body.tariffId)
        if (new Set(request.body.bundles.map((own) => own.bundle)).size < request.body.bundles.length) throw bundleTwice()
        await assignTariff(tx, { tenantId, ...request.body, assignedBy: holderOf(request).name })
      })
      return viewOf(tenantId)
    })
  }
}

function bundleTwice(): InvalidRequest {
  const detail = { en: 'A bundle is there twice: add up its seats.', de: 'Ein Paket ist zweimal da: zählen Sie die Plätze zusammen.' }
  return new InvalidRequest(detail, [{ pointer: '/bundles', detail }])
}
