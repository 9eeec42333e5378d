import { type ApiRoutes, decodeCursor, holderOf, page, pageOf, pageQuery } from '@klinke/platform'
import { z } from 'zod'
import { addNews, findIncident, type Incident, insertIncident, listIncidents } from './incident-store.ts'
import type { MaintenanceParts } from './maintenance-routes.ts'
import { incidentView, newIncident, newNews } from './schemas.ts'

const tags = ['service levels']
const config = { access: 'operator' } as const

/** Faults as the public status page tells them: the operator writes them. */
export function incidentRoutes({ database, clock }: MaintenanceParts): ApiRoutes {
  return (api) => {
    const querystring = z.strictObject(pageQuery)
    const list = { tags, summary: 'List faults of the status page, the newest first', querystring, response: { 200: pageOf(incidentView) } }
    api.get('/incidents', { config, schema: list }, async (request) => {
      const { limit, cursor } = request.query
      const found = await database.withOperator((tx) => listIncidents(tx, { limit: limit + 1, before: decodeCursor(cursor, 1)?.[0] }))
      return page(found, limit, viewOf, ({ id }) => [id])
    })
    const make = { tags, summary: 'Write of a fault on the status page', body: newIncident, response: { 201: incidentView } }
    api.post('/incidents', { config, schema: make }, async (request, reply) => {
      const { beganAt, text, ...body } = request.body
      const now = new Date(clock.epochMs())
      const made = await database.withOperator(async (tx) => {
        const began = beganAt === undefined ? now : new Date(beganAt)
        const id = await insertIncident(tx, { ...body, beganAt: began, madeBy: holderOf(request).name })
        await addNews(tx, id, text, now, false)
        return findIncident(tx, id)
      })
      return reply.code(201).send(viewOf(made))
    })
    const params = z.object({ incidentId: z.uuid() })
    const say = { tags, summary: 'Write the news of a fault, or that it is mended', params, body: newNews, response: { 201: incidentView } }
    api.post('/incidents/:incidentId/news', { config, schema: say }, async (request, reply) => {
      const { text, isOver } = request.body
      const told = await database.withOperator(async (tx) => {
        await addNews(tx, request.params.incidentId, text, new Date(clock.epochMs()), isOver)
        return findIncident(tx, request.params.incidentId)
      })
      return reply.code(201).send(viewOf(told))
    })
  }
}

function viewOf({ id, title, components, beganAt, endedAt, news }: Incident): z.infer<typeof incidentView> {
  return {
    ...{ id, title, components: [...components], beganAt: beganAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
    news: news.map(({ text, at }) => ({ text, at: at.toISOString() })),
  }
}
