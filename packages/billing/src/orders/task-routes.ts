import { type Api, holderOf } from '@klinke/platform'
import { z } from 'zod'
import { amend, type Mending, skip } from './mend-task.ts'
import type { OrderParts } from './order-parts.ts'
import { settle } from './order-rounds.ts'
import { NO_TERMS } from './order-terms.ts'
import { ProvisioningStopped } from './problems.ts'
import { provision } from './provision.ts'
import { shownOrder } from './shown-order.ts'
import { foundOrder } from './store.ts'
import { taskInput } from './task-input.ts'
import { wholeOrderView } from './views.ts'

const tags = ['orders']
const config = { access: 'operator' } as const
const params = z.object({ orderId: z.uuid(), position: z.coerce.number().int().min(1).max(10_000).describe('Of the task, from 1') })
const reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .describe('Why: it stands in the history')
  .meta({ examples: ['Block ist vergeben'] })
const example = { kind: 'numbers', first: '+4922198700010' }

/** The operator mends the task at which setting up has stopped; then the order goes on by itself. */
export function taskRoutes(api: Api, parts: OrderParts): void {
  const { database, clock, catalogue } = parts
  const body = z.strictObject({ input: taskInput.meta({ examples: [example] }), reason })
  const change = { tags, summary: 'Amend a task that could not be done, and try it again', params, body, response: { 200: wholeOrderView } }
  api.patch('/orders/:orderId/tasks/:position', { config, schema: change }, async (request) => {
    const { versionId } = await database.withOperator((tx) => foundOrder(tx, request.params.orderId))
    const { orders = NO_TERMS } = (await catalogue.version(versionId)).file
    const mending = mendingOf(holderOf(request).name, request.body.reason)
    await database.withOperator((tx) => amend(tx, request.params, request.body.input, orders, mending))
    return goOn(request.params.orderId, mending.by)
  })
  const leave = {
    ...{ tags, summary: 'Skip a task that could not be done, with a reason' },
    ...{ params, body: z.strictObject({ reason }), response: { 200: wholeOrderView } },
  }
  api.post('/orders/:orderId/tasks/:position/skip', { config, schema: leave }, async (request) => {
    const mending = mendingOf(holderOf(request).name, request.body.reason)
    await database.withOperator((tx) => skip(tx, request.params, mending))
    return goOn(request.params.orderId, mending.by)
  })

  function mendingOf(by: string, why: string): Mending {
    return { by, now: new Date(clock.epochMs()), reason: why }
  }

  /** What still stops it stands at its task. */
  async function goOn(orderId: string, by: string) {
    await provision(parts, orderId, by).catch((error: unknown) => {
      if (!(error instanceof ProvisioningStopped)) throw error
    })
    await settle(parts, orderId)
    parts.tell()
    return shownOrder(parts, await database.withOperator((tx) => foundOrder(tx, orderId)))
  }
}
