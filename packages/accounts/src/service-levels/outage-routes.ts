import { type ApiRoutes, decodeCursor, holderOf, page, pageOf, pageQuery } from '@klinke/platform'
import { z } from 'zod'
import { COMPONENTS } from './component.ts'
import type { MaintenanceParts } from './maintenance-routes.ts'
import { correctOutage, type ListedOutage, listOutages } from './outage-store.ts'

const tags = ['service levels']
const config = { access: 'operator' } as const

const moment = z.iso.datetime({ offset: true })
const correctionView = z.object({
  ...{ at: z.iso.datetime(), by: z.string(), reason: z.string(), struck: z.boolean() },
  ...{ beganAt: z.iso.datetime(), endedAt: z.iso.datetime() },
})
const outageView = z.object({
  ...{ id: z.uuid(), component: z.enum(COMPONENTS), beganAt: z.iso.datetime() },
  endedAt: z.iso.datetime().nullable().describe('null: it lasts'),
  cause: z.enum(['failed', 'not-measured']).describe('"not-measured": nobody probed, because the exchange itself was down'),
  detail: z.string().describe('What the probe has said'),
  corrections: z.array(correctionView).describe('The newest first, which counts; none: as it was measured'),
})
const newCorrection = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .describe('Why: it stands in the audit log')
    .meta({ examples: ['Wartung an der Messung selbst'] }),
  struck: z.boolean().describe('true: it was no outage; false: it was one, at these times'),
  beganAt: moment.optional().describe('Absent: as before'),
  endedAt: moment.optional().describe('Absent: as before'),
})

/** Outages as they were measured, and the operator's word on them (SLA-01). */
export function outageRoutes({ database, clock }: MaintenanceParts): ApiRoutes {
  return (api) => {
    const querystring = z.strictObject(pageQuery)
    const list = {
      tags,
      summary: 'List outages as they were measured, the newest first',
      querystring,
      response: { 200: pageOf(outageView) },
    }
    api.get('/service-outages', { config, schema: list }, async (request) => {
      const { limit, cursor } = request.query
      const found = await database.withOperator((tx) => listOutages(tx, { limit: limit + 1, before: decodeCursor(cursor, 1)?.[0] }))
      return page(found, limit, viewOf, ({ id }) => [id])
    })
    const params = z.object({ outageId: z.uuid() })
    const summary = 'Strike an outage, or correct its times: availability and credits that are not issued yet follow'
    const correct = { tags, summary, params, body: newCorrection, response: { 201: outageView } }
    api.post('/service-outages/:outageId/corrections', { config, schema: correct }, async (request, reply) => {
      const { reason, struck, beganAt, endedAt } = request.body
      const times = { beganAt: beganAt && new Date(beganAt), endedAt: endedAt && new Date(endedAt) }
      const said = { at: new Date(clock.epochMs()), by: holderOf(request).name, reason, struck }
      const corrected = await database.withOperator((tx) =>
        correctOutage(tx, request.params.outageId, { ...said, beganAt: times.beganAt || undefined, endedAt: times.endedAt || undefined }),
      )
      return reply.code(201).send(viewOf(corrected))
    })
  }
}

function viewOf({ beganAt, endedAt, corrections, ...outage }: ListedOutage): z.infer<typeof outageView> {
  return {
    ...{ ...outage, beganAt: beganAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
    corrections: corrections.map(({ at, beganAt: began, endedAt: ended, ...said }) => ({
      ...{ ...said, at: at.toISOString(), beganAt: began.toISOString(), endedAt: ended.toISOString() },
    })),
  }
}
