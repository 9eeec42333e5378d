import type { Clock } from '@klinke/foundation'
import { type ApiRoutes, type Database, holderOf, type Tx } from '@klinke/platform'
import { RATING_FAULTS, ratingWords } from '@klinke/rating'
import { z } from 'zod'
import { type CallMonth, listWaivers, unpricedIn, waiveCalls } from './waivers.ts'

const tags = ['rated calls']
const config = { access: 'operator' } as const
const which = {
  tenantId: z.uuid(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .meta({ examples: ['2026-11'] }),
}
const body = z.strictObject({
  ...which,
  calls: z.int().min(1).max(10_000_000).describe('How many were looked at; if there are others by now, nothing is waived'),
  reason: z.string().trim().min(1).max(1_000).describe('Why the month is billed without them'),
})
const view = z.object({
  ...which,
  calls: z.int().describe('Answered calls of the month and of those before that have no price and are not waived'),
  faults: z.array(z.object({ fault: z.enum(RATING_FAULTS), calls: z.int(), text: z.object({ de: z.string(), en: z.string() }) })),
  waivers: z.array(z.object({ id: z.uuid(), calls: z.int(), reason: z.string(), waivedBy: z.string(), waivedAt: z.iso.datetime() })),
})

/** Calls without a price keep their month from being billed: which there are, and billing without them, with a reason (BIL-03). */
export function waiverRoutes(database: Database, clock: Pick<Clock, 'epochMs'>): ApiRoutes {
  return (api) => {
    const get = {
      ...{ tags, summary: 'Get why calls of a customer and month have no price, and which were waived' },
      ...{ querystring: z.strictObject(which), response: { 200: view } },
    }
    api.get('/unpriced-calls', { config, schema: get }, (request) => database.withOperator((tx) => viewIn(tx, request.query)))
    const waive = { tags, summary: 'Bill a customer and month without its calls that have no price', body, response: { 200: view } }
    api.post('/unpriced-calls/waive', { config, schema: waive }, (request) =>
      database.withOperator(async (tx) => {
        const { calls, reason, ...month } = request.body
        await waiveCalls(tx, firstDay(month), { calls, reason, by: holderOf(request).name, at: new Date(clock.epochMs()) })
        return viewIn(tx, month)
      }),
    )
  }
}

function firstDay({ tenantId, month }: CallMonth): CallMonth {
  return { tenantId, month: `${month}-01` }
}

async function viewIn(tx: Tx, month: CallMonth): Promise<z.infer<typeof view>> {
  const found = await unpricedIn(tx, firstDay(month))
  return {
    ...month,
    calls: found.reduce((sum, { calls }) => sum + calls, 0),
    faults: found.map(({ fault, calls }) => {
      const [text = { de: fault, en: fault }] = ratingWords({ outcome: 'put-aside', fault }, () => undefined)
      return { fault, calls, text: { ...text } }
    }),
    waivers: (await listWaivers(tx, firstDay(month))).map((waiver) => ({ ...waiver, waivedAt: waiver.waivedAt.toISOString() })),
  }
}
