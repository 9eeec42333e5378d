import { randomUUIDv7 } from 'node:crypto'
import { type Api, type FastifyRequest, inScope, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { bilingual } from '../catalogue/schema-parts.ts'
import { planEnd, planWithdrawal } from './changes/end.ts'
import { planOneOff } from './changes/one-off.ts'
import { type ChangeFacts, planChange, type WantedChange } from './changes/plan-change.ts'
import type { Day } from './contract.ts'
import { deedWords } from './event-words.ts'
import type { ContractDeed, ContractHistory } from './events.ts'
import { withDeeds } from './fold.ts'
import {
  type ContractRouteParts,
  contractIn,
  contractParams,
  contractTags,
  foundHistory,
  foundTenant,
  recordingOf,
  shownWith,
  soldOn,
  todayOf,
} from './route-parts.ts'
import { record } from './store.ts'
import { contractView, type Shown, viewOfContract } from './views.ts'
import { contractChange, contractEnd, oneOff, withdrawal } from './wanted.ts'

const config = { access: 'operator' } as const
const common = { tags: contractTags, params: contractParams }
const eventView = z.object({ id: z.uuid(), kind: z.string(), text: bilingual, recordedAt: z.iso.datetime(), recordedBy: z.string() })

/** What becomes of a contract: quantities, one-off items, its end; what was recorded. */
export function changeRoutes(api: Api, parts: ContractRouteParts): void {
  addHistory(api, parts)
  addChanges(api, parts)
  addEnds(api, parts)
}

function addHistory(api: Api, { database, catalogue, clock }: ContractRouteParts): void {
  const response = { 200: z.object({ items: z.array(eventView) }) }
  const history = { ...common, summary: 'List what happened to a contract, the newest first', response }
  api.get('/contracts/:contractId/events', { schema: history }, async (request) => {
    const found = await inScope(database, principalOf(request), undefined, async (tx) => {
      const read = await foundHistory(tx, request.params.contractId)
      return { history: read, today: todayOf(await foundTenant(tx, read.tenantId), clock) }
    })
    const { versions } = await shownWith(found.history, catalogue, found.today)
    const view = ({ id, kind, recordedAtMs, recordedBy }: ContractHistory['events'][number], text: z.infer<typeof bilingual>) => ({
      ...{ id, kind, text, recordedBy, recordedAt: new Date(recordedAtMs).toISOString() },
    })
    return { items: found.history.events.map((event) => view(event, deedWords(event, contractIn(found.history), versions))).toReversed() }
  })
}

function addChanges(api: Api, parts: ContractRouteParts): void {
  const preview = {
    ...{ ...common, summary: 'Tell what a contract would be after a change', body: contractChange },
    response: { 200: z.object({ effects: z.array(bilingual), contract: contractView }) },
  }
  api.post('/contracts/:contractId/changes/preview', { config, schema: preview }, async (request) => {
    const { history, shown, sold } = await changing(parts, request, request.params.contractId, Temporal.PlainDate.from(request.body.from))
    const contract = contractIn(history)
    const deeds = planChange(contract, wantedOf(request.body), factsOf(shown, sold))
    const after = withDeeds(contract, deeds)
    const versions = await parts.catalogue.versions([
      ...history.events.flatMap((event) => ('versionId' in event ? [event.versionId] : [])),
      sold.id,
    ])
    return { effects: deeds.map((deed) => deedWords(deed, after, versions)), contract: viewOfContract(after, { ...shown, versions }) }
  })
  const change = {
    ...common,
    summary: 'Change the quantities of a contract from a day on',
    body: contractChange,
    response: { 201: contractView },
  }
  api.post('/contracts/:contractId/changes', { config, schema: change }, async (request, reply) => {
    const from = Temporal.PlainDate.from(request.body.from)
    const { shown, sold } = await changing(parts, request, request.params.contractId, from)
    const plan = (history: ContractHistory) => planChange(contractIn(history), wantedOf(request.body), factsOf(shown, sold))
    return reply.code(201).send(await recorded(parts, request, request.params.contractId, plan))
  })
  const once = { ...common, summary: 'Charge something once', body: oneOff, response: { 201: contractView } }
  api.post('/contracts/:contractId/one-offs', { config, schema: once }, async (request, reply) => {
    const { on: wanted } = request.body
    const named = wanted === undefined ? undefined : Temporal.PlainDate.from(wanted)
    const { shown, sold } = await changing(parts, request, request.params.contractId, named)
    const on = named ?? shown.today
    const plan = (history: ContractHistory) => planOneOff(contractIn(history), { ...request.body, on }, factsOf(shown, sold))
    return reply.code(201).send(await recorded(parts, request, request.params.contractId, plan))
  })
}

function addEnds(api: Api, parts: ContractRouteParts): void {
  const end = { ...common, summary: 'Give notice to a contract', body: contractEnd, response: { 200: contractView } }
  api.post('/contracts/:contractId/cancellation', { config, schema: end }, async (request) => {
    const { until: text, reason } = request.body
    const until = text === undefined ? undefined : Temporal.PlainDate.from(text)
    const { shown } = await changing(parts, request, request.params.contractId, undefined)
    const plan = (history: ContractHistory) => planEnd(contractIn(history), { until, reason }, shown.file.terms, shown.today)
    return recorded(parts, request, request.params.contractId, plan)
  })
  const withdraw = {
    ...common,
    summary: 'Withdraw a notice, a planned change or a one-off charge',
    body: withdrawal,
    response: { 200: contractView },
  }
  api.post('/contracts/:contractId/withdrawals', { config, schema: withdraw }, async (request) => {
    const { shown } = await changing(parts, request, request.params.contractId, undefined)
    const plan = ({ events }: ContractHistory) => planWithdrawal(events, request.body.eventId, shown.today)
    return recorded(parts, request, request.params.contractId, plan)
  })
}

/** What planning a change of the contract needs; `on` is the day of the change. Throws `NotFound`. */
async function changing(
  { database, catalogue, clock }: ContractRouteParts,
  request: FastifyRequest,
  contractId: string,
  on: Day | undefined,
) {
  const { history, tenant } = await inScope(database, principalOf(request), undefined, async (tx) => {
    const found = await foundHistory(tx, contractId)
    return { history: found, tenant: await foundTenant(tx, found.tenantId) }
  })
  const today = todayOf(tenant, clock)
  const shown = await shownWith(history, catalogue, today)
  return { history, shown, sold: await soldOn(catalogue, history.profile, on ?? today, '/from') }
}

function factsOf({ file, today }: Shown, sold: ChangeFacts['sold']): ChangeFacts {
  return { sold, terms: file.terms, today, newId: randomUUIDv7 }
}

function wantedOf({ from, items, reason }: z.infer<typeof contractChange>): WantedChange {
  const wanted = items.map((item) => ('itemId' in item ? item : { ...item, siteId: item.siteId ?? undefined }))
  return { from: Temporal.PlainDate.from(from), items: wanted, reason }
}

/** Plans once more with nobody else at work, and records it. */
async function recorded(
  { database, catalogue, clock }: ContractRouteParts,
  request: FastifyRequest,
  contractId: string,
  plan: (history: ContractHistory) => readonly ContractDeed[],
): Promise<z.infer<typeof contractView>> {
  const { history, tenant } = await database.withOperator(async (tx) => {
    const before = await foundHistory(tx, contractId, 'for update')
    const after = await record(tx, before, plan(before), recordingOf(request, clock))
    return { history: after, tenant: await foundTenant(tx, after.tenantId) }
  })
  return viewOfContract(contractIn(history), await shownWith(history, catalogue, todayOf(tenant, clock)))
}
