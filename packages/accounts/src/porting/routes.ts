import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  holderOf,
  inScope,
  makePaper,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  preferredLanguage,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { findRange } from '../numbers/range-store.ts'
import { germanDay } from '../sites/address-history.ts'
import { addressOn } from '../sites/site.ts'
import { sitesOf } from '../sites/store.ts'
import { findTenant } from '../tenants/store.ts'
import { movesNumbers, REJECTIONS } from './cases.ts'
import { codesFor, deviations, type Known } from './deviations.ts'
import { draftPorting } from './draft-porting.ts'
import { portingForm } from './form.ts'
import { type Desk, makeStep } from './make-step.ts'
import { PORTING_DIRECTIONS, PORTING_STATES, possibleSteps } from './porting.ts'
import { newPorting, PortingCaseFixed, PortingNoDraft, portingChange, portingHistory, portingStep, portingView } from './rules.ts'
import { changePorting, findPorting, historyOf, listPortings, type PortingChange, type StoredPorting } from './store.ts'

export interface PortingParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  readonly desk: Desk
}

const tags = ['portings']
const params = z.object({ portingId: z.uuid() })
const listQuery = z.strictObject({
  ...{ ...pageQuery, tenantId: z.uuid().optional() },
  ...{ state: z.enum(PORTING_STATES).optional(), direction: z.enum(PORTING_DIRECTIONS).optional() },
})

/** The porting desk (LAW-05, ORD-03): customers write the form, the operator leads the porting. */
export function portingRoutes(parts: PortingParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addForms(api, parts)
    addPaper(api, parts)
    addSteps(api, parts)
  }
}

function addReading(api: Api, { database, clock }: PortingParts): void {
  const list = { tags, summary: 'List portings, the newest first', querystring: listQuery, response: { 200: pageOf(portingView) } }
  api.get('/portings', { schema: list }, async (request) => {
    const { limit, cursor, tenantId, state, direction } = request.query
    const filter = { state, direction, limit: limit + 1, after: decodeCursor(cursor, 1)?.[0] }
    const viewed = await inScope(database, principalOf(request), tenantId, async (tx) => {
      const views: View[] = []
      for (const porting of await listPortings(tx, filter)) views.push(await view(tx, porting, clock.epochMs()))
      return views
    })
    return page(
      viewed,
      limit,
      (porting) => porting,
      ({ id }) => [id],
    )
  })
  const get = { tags, summary: 'Get a porting', params, response: { 200: portingView } }
  api.get('/portings/:portingId', { schema: get }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) =>
      view(tx, await findPorting(tx, request.params.portingId), clock.epochMs()),
    ),
  )
  const history = { tags, summary: 'List what has happened to a porting', params, response: { 200: portingHistory } }
  api.get('/portings/:portingId/history', { schema: history }, async (request) => {
    const steps = await inScope(database, principalOf(request), undefined, async (tx) => {
      const { id } = await findPorting(tx, request.params.portingId)
      return historyOf(tx, id)
    })
    return { items: steps.map(({ at, ...made }) => ({ ...made, at: at.toISOString() })) }
  })
}

function addForms(api: Api, { database, clock }: PortingParts): void {
  const create = { tags, summary: 'Ask for a number or block to be ported to us', body: newPorting, response: { 201: portingView } }
  api.post('/portings', { schema: create }, async (request, reply) => {
    const { tenantId: named, size, siteId, ...form } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const createdBy = holderOf(request).name
    const made = await database.withOperator(async (tx) => {
      const porting = await draftPorting(tx, { ...form, size, siteId, tenantId, createdBy }, new Date(clock.epochMs()))
      return view(tx, porting, clock.epochMs())
    })
    return reply.code(201).send(made)
  })
  const change = {
    tags,
    summary: 'Change the form of a porting that has not been sent',
    params,
    body: portingChange,
    response: { 200: portingView },
  }
  api.patch('/portings/:portingId', { schema: change }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => {
      const { id, state, businessCase: before } = await findPorting(tx, request.params.portingId, 'for step')
      if (state !== 'draft') throw new PortingNoDraft()
      if (movesNumbers(request.body.businessCase ?? before) !== movesNumbers(before)) throw new PortingCaseFixed()
      await changePorting(tx, id, given(request.body))
      return view(tx, await findPorting(tx, id), clock.epochMs())
    }),
  )
}

/** One form for each number or block (ORD-03). */
function addPaper(api: Api, { database, clock, desk }: PortingParts): void {
  const form = { tags, summary: 'Download the form of a porting as PDF, to be signed', params, produces: ['application/pdf'] }
  api.get('/portings/:portingId/form', { schema: form }, async (request, reply) => {
    const { portingId } = params.parse(request.params)
    const porting = await inScope(database, principalOf(request), undefined, (tx) => findPorting(tx, portingId))
    const terms = await database.withOperator(async (tx) => desk.terms?.(tx, porting.tenantId))
    const language = preferredLanguage(request.headers['accept-language'], 'de')
    const paper = portingForm(porting, { language, oldContract: terms?.oldContract ?? 'terminated-on-behalf' })
    const pdf = await makePaper({ ...paper, createdAt: new Date(clock.epochMs()) })
    reply.header('content-disposition', `attachment; filename="portierung-${porting.number.slice(1)}.pdf"`)
    return reply.type('application/pdf').send(Buffer.from(pdf))
  })
}

function addSteps(api: Api, { database, clock, desk }: PortingParts): void {
  const make = { tags, summary: 'Make the next step of a porting', params, body: portingStep, response: { 200: portingView } }
  api.post('/portings/:portingId/steps', { config: { access: 'operator' }, schema: make }, (request) => {
    const maker = { by: holderOf(request).name, epochMs: clock.epochMs() }
    return database.withOperator(async (tx) =>
      view(tx, await makeStep(tx, desk, request.params.portingId, request.body, maker), maker.epochMs),
    )
  })
}

type View = z.infer<typeof portingView>

async function view(tx: Tx, porting: StoredPorting, epochMs: number): Promise<View> {
  const { window, codes, createdAt, ...rest } = porting
  const found = deviations(porting.holder, await knownOf(tx, porting, epochMs))
  return {
    ...rest,
    steps: [...possibleSteps(porting.state)],
    window: window && { from: window.from.toISOString(), until: window.until.toISOString() },
    rejections: codes.map((code) => ({ code, ...REJECTIONS[code] })),
    deviations: [...found],
    expected: codesFor(found).map((code) => ({ code, ...REJECTIONS[code] })),
    createdAt: createdAt.toISOString(),
  }
}

/** Throws `NotFound` for a customer that is gone. */
async function knownOf(tx: Tx, { tenantId, number }: StoredPorting, epochMs: number): Promise<Known> {
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) throw new NotFound('tenant', tenantId)
  const sites = await sitesOf(tx, tenantId)
  const siteId = (await findRange(tx, number))?.siteId
  const site = sites.find(({ id }) => id === siteId) ?? sites.find(({ isMain }) => isMain)
  const address = site && addressOn(site.addresses, germanDay(epochMs))
  return {
    name: tenant.name,
    address: address && { street: address.street, houseNumber: address.houseNumber, postalCode: address.postalCode, city: address.city },
  }
}

/** Without what the request does not name. */
function given(body: z.infer<typeof portingChange>): PortingChange {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}
