import { type Api, type ApiRoutes, type Database, decodeCursor, holderOf, page, pageOf, pageQuery, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { type KeptCall, listRatedCalls } from '../list-calls.ts'
import { RerunNotReady } from '../problems.ts'
import { RERUN_CUSTOMER_STATES, type RerunState } from './run.ts'
import {
  beginKeeping,
  findRerun,
  findRerunCustomer,
  insertRerun,
  listReruns,
  progressOf,
  rerunCustomers,
  setRerunState,
} from './run-store.ts'
import {
  newRerun,
  rerunCustomerView,
  rerunView,
  viewOfRerun,
  viewOfRerunCustomer,
  viewOfWholeRerunCustomer,
  wholeRerunCustomerView,
} from './run-views.ts'

export interface RerunRouteParts {
  readonly database: Database
  /** There is work for the run. */
  readonly wake: () => void
}

const tags = ['rated calls']
const config = { access: 'operator' } as const
const params = z.object({ runId: z.uuid() })
const customerParams = params.extend({ tenantId: z.uuid() })

/** Runs that rate a month anew: begun, looked at while they work and afterwards, kept or cancelled. */
export function rerunRoutes(parts: RerunRouteParts): ApiRoutes {
  return (api) => {
    addBeginning(api, parts)
    addReading(api, parts)
    addCustomers(api, parts)
    addSteps(api, parts)
  }
}

async function viewIn(tx: Tx, runId: string): Promise<z.infer<typeof rerunView>> {
  return viewOfRerun(await findRerun(tx, runId), await progressOf(tx, runId))
}

function addBeginning(api: Api, { database, wake }: RerunRouteParts): void {
  const summary = 'Begin to rate a month anew: says what would be different, and keeps nothing'
  const create = { tags, summary, body: newRerun, response: { 202: rerunView } }
  api.post('/rerating-runs', { config, schema: create }, async (request, reply) => {
    const { month, tenantId = null } = request.body
    const begun = await database.withOperator(async (tx) =>
      viewIn(tx, await insertRerun(tx, { month: `${month}-01`, tenantId, startedBy: holderOf(request).name })),
    )
    wake()
    return reply.code(202).send(begun)
  })
}

function addReading(api: Api, { database }: RerunRouteParts): void {
  const list = {
    ...{ tags, summary: 'List runs that rate a month anew, the newest first', querystring: z.strictObject(pageQuery) },
    response: { 200: pageOf(rerunView) },
  }
  api.get('/rerating-runs', { config, schema: list }, async (request) => {
    const { limit, cursor } = request.query
    const found = await database.withOperator(async (tx) => {
      const views: z.infer<typeof rerunView>[] = []
      for (const run of await listReruns(tx, limit + 1, decodeCursor(cursor, 1)?.[0]))
        views.push(viewOfRerun(run, await progressOf(tx, run.id)))
      return views
    })
    return page(
      found,
      limit,
      (run) => run,
      ({ id }) => [id],
    )
  })
  const get = { tags, summary: 'Get a run that rates a month anew: how far it is, in per cent', params, response: { 200: rerunView } }
  api.get('/rerating-runs/:runId', { config, schema: get }, (request) => database.withOperator((tx) => viewIn(tx, request.params.runId)))
}

function addCustomers(api: Api, { database }: RerunRouteParts): void {
  const list = {
    ...{ tags, summary: 'List customers of a run that rates a month anew, and what would be different for each', params },
    querystring: z.strictObject({ ...pageQuery, state: z.enum(RERUN_CUSTOMER_STATES).optional() }),
    response: { 200: pageOf(rerunCustomerView) },
  }
  api.get('/rerating-runs/:runId/customers', { config, schema: list }, async (request) => {
    const { limit, cursor, state } = request.query
    const { runId } = request.params
    const after = Number(decodeCursor(cursor, 1)?.[0] ?? 0)
    const found = await database.withOperator(async (tx) => {
      await findRerun(tx, runId)
      return rerunCustomers(tx, runId, { limit: limit + 1, after, state })
    })
    return page(found, limit, viewOfRerunCustomer, ({ place }) => [String(place)])
  })
  const summary = 'Get a customer of a run that rates a month anew, with the calls that would cost something else'
  const get = { tags, summary, params: customerParams, response: { 200: wholeRerunCustomerView } }
  api.get('/rerating-runs/:runId/customers/:tenantId', { config, schema: get }, (request) =>
    database.withOperator(async (tx) => {
      const customer = await findRerunCustomer(tx, request.params)
      const calls = new Map<string, KeptCall>()
      for (const { id } of customer.differences)
        for (const call of await listRatedCalls(tx, { tenantId: customer.tenantId, usageId: id, limit: 1 })) calls.set(id, call)
      return viewOfWholeRerunCustomer(customer, calls)
    }),
  )
}

const NOT_OVER: readonly RerunState[] = ['comparing', 'compared', 'keeping']

function addSteps(api: Api, { database, wake }: RerunRouteParts): void {
  const step = async (runId: string, from: readonly RerunState[], act: (tx: Tx) => Promise<void>): Promise<z.infer<typeof rerunView>> => {
    const after = await database.withOperator(async (tx) => {
      const { state } = await findRerun(tx, runId, 'for-update')
      if (!from.includes(state)) throw new RerunNotReady(state)
      await act(tx)
      return viewIn(tx, runId)
    })
    wake()
    return after
  }
  const response = { 200: rerunView }
  const keep = { tags, summary: 'Keep the new prices that a run has found, as they were looked at', params, response }
  api.post('/rerating-runs/:runId/keep', { config, schema: keep }, (request) => {
    const { runId } = request.params
    return step(runId, ['compared'], async (tx) => {
      await beginKeeping(tx, runId)
      await setRerunState(tx, runId, 'keeping')
    })
  })
  const cancel = { tags, summary: 'Cancel a run that rates a month anew; what it has kept stays', params, response }
  api.post('/rerating-runs/:runId/cancel', { config, schema: cancel }, (request) => {
    const { runId } = request.params
    return step(runId, NOT_OVER, (tx) => setRerunState(tx, runId, 'cancelled'))
  })
}
