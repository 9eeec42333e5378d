import { findTenant } from '@klinke/accounts'
import { type Api, holderOf, inScope, NotFound, owningTenant, principalOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { customerFile } from '../../catalogue/customer-profile.ts'
import { findCreditor } from '../creditor.ts'
import { bankDay } from '../day.ts'
import type { PaymentGround } from '../ground.ts'
import { MandateIs, NoDocument } from '../problems.ts'
import { termsOf } from '../terms.ts'
import { giveMandate, nextReference } from './give.ts'
import { type MandateEvent, mandateAfter } from './mandate.ts'
import { mandateView, newMandate, viewOfMandate } from './schemas.ts'
import { changeMandate, findMandate, listMandates, type StoredMandate } from './store.ts'
import { mandateWords } from './words.ts'

const tags = ['sepa-mandates']
const params = z.object({ mandateId: z.uuid() })
const querystring = z.strictObject({ tenantId: z.uuid().optional() })

/** Mandates: customers give and revoke them, the operator notes and confirms those on paper (BIL-08). */
export function addMandateRoutes(api: Api, ground: PaymentGround): void {
  addReading(api, ground)
  addGiving(api, ground)
  addEvents(api, ground)
}

function addReading(api: Api, { database, clock }: PaymentGround): void {
  const list = {
    tags,
    summary: 'List SEPA mandates, the newest first',
    querystring,
    response: { 200: z.object({ items: z.array(mandateView) }) },
  }
  api.get('/sepa-mandates', { schema: list }, async (request) => {
    const { tenantId } = request.query
    const mandates = await inScope(database, principalOf(request), tenantId, (tx) => listMandates(tx, tenantId))
    return { items: mandates.map(viewOfMandate) }
  })
  api.get(
    '/sepa-mandates/:mandateId',
    { schema: { tags, summary: 'Get a SEPA mandate', params, response: { 200: mandateView } } },
    (request) => inScope(database, principalOf(request), undefined, async (tx) => viewOfMandate(await found(tx, request.params.mandateId))),
  )
  const response = z.object({
    creditor: z.object({ name: z.string(), creditorId: z.string() }).nullable().describe('Null: not set, nothing can be collected'),
    reference: z.string().describe('Of the next mandate'),
    preNotificationDays: z.int().describe('Days before its due date on which a debit is announced'),
    words: z.object({ de: z.string(), en: z.string() }).describe('What the payer agrees to'),
  })
  const form = { tags, summary: 'What a mandate says: creditor, reference and words', querystring, response: { 200: response } }
  api.get('/sepa-mandate-form', { schema: form }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const day = bankDay(clock.epochMs())
    const { creditor, weeks } = await database.withOperator(async (tx) => ({
      creditor: await findCreditor(tx),
      weeks: (await customerFile(tx, tenantId, day))?.payments?.refundNoteWeeks,
    }))
    const own = await database.withTenant(tenantId, async (tx) => {
      const terms = termsOf((await findTenant(tx, tenantId))?.profile)
      return { reference: await nextReference(tx, tenantId), preNotificationDays: terms.preNotificationDays }
    })
    const named = creditor === undefined ? null : { name: creditor.name, creditorId: creditor.creditorId }
    return { creditor: named, ...own, words: mandateWords(creditor?.name ?? '', weeks) }
  })
}

function addGiving(api: Api, { database, clock }: PaymentGround): void {
  const give = { tags, summary: 'Give a SEPA mandate; the operator notes one on paper', body: newMandate, response: { 201: mandateView } }
  api.post('/sepa-mandates', { schema: give }, async (request, reply) => {
    const principal = principalOf(request)
    const tenantId = owningTenant(principal, request.body.tenantId)
    const giver = { principal, name: holderOf(request).name, address: request.ip, today: bankDay(clock.epochMs()) }
    const mandate = await database.withTenant(tenantId, (tx) => giveMandate(tx, tenantId, request.body, giver))
    return reply.code(201).send(viewOfMandate(mandate))
  })
}

function addEvents(api: Api, { database }: PaymentGround): void {
  const config = { access: 'operator' } as const
  const confirm = { tags, summary: 'Confirm a mandate on paper by its signed copy', params, response: { 200: mandateView } }
  api.post('/sepa-mandates/:mandateId/confirm', { config, schema: confirm }, (request) =>
    database.withOperator(async (tx) => {
      const mandate = await found(tx, request.params.mandateId)
      if (mandate.state === 'given' && mandate.document === undefined) throw new NoDocument()
      return happened(tx, mandate, 'confirmed')
    }),
  )
  const revoke = { tags, summary: 'Revoke a SEPA mandate: nothing is collected by it any more', params, response: { 200: mandateView } }
  api.post('/sepa-mandates/:mandateId/revoke', { schema: revoke }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) =>
      happened(tx, await found(tx, request.params.mandateId), 'revoked', holderOf(request).name),
    ),
  )
}

/** Throws `MandateIs` in a state where it cannot. */
async function happened(tx: Tx, { id, state }: StoredMandate, event: MandateEvent, by?: string): Promise<z.infer<typeof mandateView>> {
  const after = mandateAfter(state, event)
  if (after === undefined) throw new MandateIs(state)
  await changeMandate(tx, id, { state: after, ...(by === undefined ? {} : { endReason: by }) })
  return viewOfMandate(await found(tx, id))
}

async function found(tx: Tx, id: string): Promise<StoredMandate> {
  const mandate = await findMandate(tx, id, 'for update')
  if (mandate === undefined) throw new NotFound('SEPA mandate', id)
  return mandate
}
