import type { Clock } from '@klinke/foundation'
import { type Api, type ApiRoutes, type Database, decodeCursor, holderOf, page, pageOf, pageQuery, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { dayIn, monthOf } from '../period.ts'
import { findIssuer } from '../settings-store.ts'
import { deleteDrafts } from './draft-customer.ts'
import { CUSTOMER_STATES, IssuerMissing, MonthNotOver, RunNotReady } from './run.ts'
import { countCustomers, findRun, insertRun, listCustomers, listRuns, resetCustomers, setRunState } from './run-store.ts'
import { issueRequest, newRun, runCustomerView, runView, viewOfRun } from './run-views.ts'

export interface RunRouteParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  /** There is work for the run. */
  readonly wake: () => void
}

const tags = ['invoice runs']
const config = { access: 'operator' } as const
const params = z.object({ runId: z.uuid() })
/** Where the operator's books are kept. */
const TIME_ZONE = 'Europe/Berlin'

/** Invoice runs of a month: begun, looked at, issued, or taken back before. */
export function invoiceRunRoutes(parts: RunRouteParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addBeginning(api, parts)
    addSteps(api, parts)
  }
}

async function viewIn(tx: Tx, runId: string): Promise<z.infer<typeof runView>> {
  return viewOfRun(await findRun(tx, runId), await countCustomers(tx, runId))
}

function addReading(api: Api, { database }: RunRouteParts): void {
  const list = {
    tags,
    summary: 'List invoice runs, the newest first',
    querystring: z.strictObject(pageQuery),
    response: { 200: pageOf(runView) },
  }
  api.get('/invoice-runs', { config, schema: list }, async (request) => {
    const { limit, cursor } = request.query
    const found = await database.withOperator(async (tx) => {
      const runs = await listRuns(tx, limit + 1, decodeCursor(cursor, 1)?.[0])
      return Promise.all(runs.map(async (run) => viewOfRun(run, await countCustomers(tx, run.id))))
    })
    return page(
      found,
      limit,
      (run) => run,
      ({ id }) => [id],
    )
  })
  const get = { tags, summary: 'Get an invoice run: how far it is, in per cent', params, response: { 200: runView } }
  api.get('/invoice-runs/:runId', { config, schema: get }, (request) => database.withOperator((tx) => viewIn(tx, request.params.runId)))
  const querystring = z.strictObject({ ...pageQuery, state: z.enum(CUSTOMER_STATES).optional() })
  const customers = {
    tags,
    summary: 'List customers of an invoice run, and their problems',
    params,
    querystring,
    response: { 200: pageOf(runCustomerView) },
  }
  api.get('/invoice-runs/:runId/customers', { config, schema: customers }, async (request) => {
    const { limit, cursor, state } = request.query
    const after = Number(decodeCursor(cursor, 1)?.[0] ?? 0)
    const part = { limit: limit + 1, after, ...(state === undefined ? {} : { states: [state] }) }
    const found = await database.withOperator(async (tx) => {
      await findRun(tx, request.params.runId)
      return listCustomers(tx, request.params.runId, part)
    })
    return page(
      found,
      limit,
      ({ place: _place, ...customer }) => customer,
      ({ place }) => [String(place)],
    )
  })
}

function addBeginning(api: Api, { database, clock, wake }: RunRouteParts): void {
  const create = { tags, summary: 'Begin an invoice run: a preview, nothing is issued', body: newRun, response: { 202: runView } }
  api.post('/invoice-runs', { config, schema: create }, async (request, reply) => {
    const period = monthOf(request.body.month)
    if (period.until >= dayIn(TIME_ZONE, clock.epochMs())) throw new MonthNotOver(period.until)
    const begun = await database.withOperator(async (tx) => {
      if ((await findIssuer(tx)) === undefined) throw new IssuerMissing()
      const id = await insertRun(tx, { period, profile: request.body.profile, startedBy: holderOf(request).name })
      return viewIn(tx, id)
    })
    wake()
    return reply.code(202).send(begun)
  })
}

/** What may be done with a preview. */
function addSteps(api: Api, { database, clock, wake }: RunRouteParts): void {
  const step = async (runId: string, act: (tx: Tx) => Promise<void>): Promise<z.infer<typeof runView>> => {
    const after = await database.withOperator(async (tx) => {
      const { state } = await findRun(tx, runId, 'for-update')
      if (state !== 'drafted') throw new RunNotReady(state)
      await act(tx)
      return viewIn(tx, runId)
    })
    wake()
    return after
  }
  const response = { 200: runView }
  const issue = {
    tags,
    summary: 'Issue the invoices of a preview; they cannot be changed afterwards',
    params,
    body: issueRequest,
    response,
  }
  api.post('/invoice-runs/:runId/issue', { config, schema: issue }, (request) => {
    const { runId } = request.params
    return step(runId, async (tx) => {
      await resetCustomers(tx, runId, ['changed'], 'drafted')
      await setRunState(tx, runId, 'issuing', request.body.issueOn ?? dayIn(TIME_ZONE, clock.epochMs()))
    })
  })
  const redraft = { tags, summary: 'Make the preview anew, for instance after problems were mended', params, response }
  api.post('/invoice-runs/:runId/redraft', { config, schema: redraft }, (request) => {
    const { runId } = request.params
    return step(runId, async (tx) => {
      await resetCustomers(tx, runId, ['drafted', 'changed', 'nothing', 'billed-before', 'problem'], 'waiting')
      await setRunState(tx, runId, 'drafting')
    })
  })
  const undo = { tags, summary: 'Take a preview back; what it has issued stays', params, response }
  api.post('/invoice-runs/:runId/undo', { config, schema: undo }, (request) => {
    const { runId } = request.params
    return step(runId, async (tx) => {
      await deleteDrafts(tx, runId)
      await resetCustomers(tx, runId, ['drafted', 'changed'], 'nothing')
      await setRunState(tx, runId, (await countCustomers(tx, runId)).issued > 0 ? 'issued' : 'undone')
    })
  })
}
