import { type Api, decodeCursor, inScope, NotFound, page, pageOf, pageQuery, principalOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { findCreditor, putCreditor } from '../creditor.ts'
import { makingOf, type PaymentGround } from '../ground.ts'
import { bicText, ibanText } from '../mandates/schemas.ts'
import { AccountUnusable, BatchNotGivenOut, CreditorIdInvalid } from '../problems.ts'
import { accountOf, groupedIban } from '../sepa/account.ts'
import { isCreditorId } from '../sepa/creditor-id.ts'
import type { Creditor } from '../sepa/direct-debit-file.ts'
import { announceDebits } from './announce.ts'
import { contentOfBatch, listBatches } from './batches.ts'
import { pageOfDebits } from './debits.ts'
import { discardBatch, giveOutBatch } from './give-out.ts'
import { makeBatch } from './make-batch.ts'
import { batchView, DEBIT_STATES, debitView, viewOfBatch, viewOfDebit } from './schemas.ts'

const tags = ['direct-debits']
const params = z.object({ batchId: z.uuid() })
const config = { access: 'operator' } as const

/** Direct debits, and their files for the bank (BIL-08). */
export function addCollectionRoutes(api: Api, ground: PaymentGround): void {
  addCreditor(api, ground)
  addDebits(api, ground)
  addBatches(api, ground)
  addBatchEnds(api, ground)
}

const creditorBody = z.strictObject({
  name: z.string().trim().min(1).max(70),
  creditorId: z
    .string()
    .trim()
    .toUpperCase()
    .max(35)
    .describe('Gläubiger-Identifikationsnummer')
    .meta({ examples: ['DE98ZZZ09999999999'] }),
  iban: ibanText,
  bic: bicText,
})
const creditorView = z.object({
  creditor: z
    .object({ name: z.string(), creditorId: z.string(), iban: z.string(), bic: z.string().nullable() })
    .nullable()
    .describe('Null: not set'),
})

function addCreditor(api: Api, { database }: PaymentGround): void {
  const get = { tags, summary: 'Get whose account collects', response: { 200: creditorView } }
  api.get('/sepa-creditor', { config, schema: get }, () => database.withOperator(async (tx) => viewOfCreditor(await findCreditor(tx))))
  const put = { tags, summary: 'Set whose account collects', body: creditorBody, response: { 200: creditorView } }
  api.put('/sepa-creditor', { config, schema: put }, async (request) => {
    const { name, creditorId, iban, bic } = request.body
    if (!isCreditorId(creditorId)) throw new CreditorIdInvalid()
    const account = accountOf(iban, bic)
    if (!account.ok) throw new AccountUnusable(account.error)
    const creditor = { name, creditorId, ...account.value }
    await database.withOperator((tx) => putCreditor(tx, creditor))
    return viewOfCreditor(creditor)
  })
}

function viewOfCreditor(creditor: Creditor | undefined): z.infer<typeof creditorView> {
  return { creditor: creditor === undefined ? null : { ...creditor, iban: groupedIban(creditor.iban), bic: creditor.bic ?? null } }
}

function addDebits(api: Api, ground: PaymentGround): void {
  const { database, clock } = ground
  const querystring = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional(), state: z.enum(DEBIT_STATES).optional() })
  const list = { tags, summary: 'List direct debits, the newest first', querystring, response: { 200: pageOf(debitView) } }
  api.get('/direct-debits', { schema: list }, async (request) => {
    const { tenantId, state, limit, cursor } = request.query
    const filter = { tenantId, states: state === undefined ? undefined : [state] }
    const [before] = decodeCursor(cursor, 1) ?? []
    const debits = await inScope(database, principalOf(request), tenantId, (tx) => pageOfDebits(tx, filter, { limit: limit + 1, before }))
    return page(debits, limit, viewOfDebit, ({ id }) => [id])
  })
  const left = z
    .record(z.string(), z.int())
    .describe('How many items were left, by the reason: paid, under-way, no-mandate, returned, no-mail, other-currency')
  const response = z.object({ announced: z.int(), left })
  const announce = { tags, summary: 'Announce what can be collected now; happens every hour by itself', response: { 200: response } }
  api.post('/direct-debits/announcements', { config, schema: announce }, async (request) => {
    const { today, now } = makingOf(request, clock)
    const { announced, left: kept } = await announceDebits(ground, today, now)
    return { announced, left: { ...kept } }
  })
}

function addBatches(api: Api, { database, clock }: PaymentGround): void {
  const list = {
    tags,
    summary: 'List files of direct debits, the newest first',
    response: { 200: z.object({ items: z.array(batchView) }) },
  }
  api.get('/sepa-batches', { config, schema: list }, async () => ({
    items: (await database.withOperator((tx) => listBatches(tx))).map(viewOfBatch),
  }))
  const get = { tags, summary: 'Get a file of direct debits', params, response: { 200: batchView } }
  api.get('/sepa-batches/:batchId', { config, schema: get }, (request) => database.withOperator((tx) => found(tx, request.params.batchId)))
  const make = { tags, summary: 'Make a file of all announced debits whose time has come', response: { 200: batchView } }
  api.post('/sepa-batches', { config, schema: make }, (request) =>
    database.withOperator(async (tx) => found(tx, await makeBatch(tx, makingOf(request, clock)))),
  )
  // Who could load a file that is not given out could give it to the bank, discard it, and collect the same once more.
  const file = {
    tags,
    summary: 'Download a file of direct debits that is given out (pain.008.001.08)',
    params,
    produces: ['application/xml'],
  }
  api.get('/sepa-batches/:batchId/file', { config, schema: file }, async (request, reply) => {
    const { batchId } = params.parse(request.params)
    const { messageId, givenOutAt, content } = await database.withOperator(async (tx) => ({
      ...(await found(tx, batchId)),
      content: await contentOfBatch(tx, batchId),
    }))
    if (givenOutAt === null) throw new BatchNotGivenOut()
    reply.header('content-disposition', `attachment; filename="${messageId}.xml"`)
    return reply.type('application/xml; charset=utf-8').header('x-content-type-options', 'nosniff').send(content)
  })
}

function addBatchEnds(api: Api, { database, clock }: PaymentGround): void {
  const giveOut = {
    tags,
    summary: 'Give a file out: from then on it can be downloaded for the bank, and is never changed',
    params,
    response: { 200: batchView },
  }
  api.post('/sepa-batches/:batchId/give-out', { config, schema: giveOut }, (request) =>
    database.withOperator(async (tx) => {
      await giveOutBatch(tx, request.params.batchId, makingOf(request, clock))
      return found(tx, request.params.batchId)
    }),
  )
  const discard = { tags, summary: 'Discard a file that is not given out', params, response: { 204: z.null() } }
  api.delete('/sepa-batches/:batchId', { config, schema: discard }, async (request, reply) => {
    await database.withOperator((tx) => discardBatch(tx, request.params.batchId))
    return reply.code(204).send(null)
  })
}

async function found(tx: Tx, id: string): Promise<z.infer<typeof batchView>> {
  const [batch] = await listBatches(tx, { id })
  if (batch === undefined) throw new NotFound('file of direct debits', id)
  return viewOfBatch(batch)
}
