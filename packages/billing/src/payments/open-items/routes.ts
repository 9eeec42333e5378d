import { type Api, decodeCursor, inScope, NotFound, owningTenant, page, pageOf, pageQuery, principalOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { amountSchema, viewOfMicros } from '../../amounts.ts'
import { listDebits } from '../collections/debits.ts'
import { debitView, viewOfDebit } from '../collections/schemas.ts'
import type { PaymentGround } from '../ground.ts'
import { wholeCents } from '../whole-cents.ts'
import { listEntries, type PaymentEntry } from './entries.ts'
import { type ItemBalance, listItems, OPEN_ITEM_KINDS, postOpenItem } from './store.ts'

const tags = ['open-items']
const params = z.object({ itemId: z.uuid() })
const querystring = z.strictObject({
  ...pageQuery,
  tenantId: z.uuid().optional(),
  open: z.stringbool().optional().describe('Only what is not paid'),
})

const itemView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  kind: z.enum(OPEN_ITEM_KINDS),
  number: z.string(),
  feeOf: z.string().nullable().describe('Number of the document that a fee is for'),
  customerNumber: z.string(),
  amount: amountSchema,
  open: amountSchema.describe('What is left to be paid; below zero: too much was'),
  issuedOn: z.iso.date(),
  dueOn: z.iso.date(),
})
const entryView = z.object({
  kind: z.enum(['debit', 'return', 'transfer', 'undone', 'credit']),
  amount: amountSchema.describe('Below zero: taken back'),
  bookedOn: z.iso.date(),
  by: z.string(),
})
const itemWithBook = z.object({ ...itemView.shape, entries: z.array(entryView), debits: z.array(debitView) })

const newItem = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  number: z.string().trim().min(1).max(30).describe('Of the document, as payers name it'),
  amount: amountSchema.describe('In whole cents, above zero'),
  issuedOn: z.iso.date(),
  dueOn: z.iso.date(),
  announced: z.boolean().default(false).describe('The document announces the direct debit itself, so that no mail has to'),
})

/** What customers owe and have paid. The invoices of this installation stand here by themselves; those of other programs the operator adds. */
export function addOpenItemRoutes(api: Api, { database }: PaymentGround): void {
  const list = { tags, summary: 'List what is owed, the oldest first', querystring, response: { 200: pageOf(itemView) } }
  api.get('/open-items', { schema: list }, async (request) => {
    const { tenantId, open = false, limit, cursor } = request.query
    const [after] = decodeCursor(cursor, 1) ?? []
    const filter = { tenantId, isOpen: open, limit: limit + 1, after }
    const items = await inScope(database, principalOf(request), tenantId, (tx) => listItems(tx, filter))
    return page(items, limit, viewOfItem, ({ id }) => [id])
  })
  const get = { tags, summary: 'Get what is owed by a document, with what was paid of it', params, response: { 200: itemWithBook } }
  api.get('/open-items/:itemId', { schema: get }, (request) =>
    inScope(database, principalOf(request), undefined, (tx) => withBook(tx, request.params.itemId)),
  )
  const add = { tags, summary: 'Add what a customer owes by an invoice of another program', body: newItem, response: { 201: itemWithBook } }
  api.post('/open-items', { config: { access: 'operator' }, schema: add }, async (request, reply) => {
    const { tenantId: named, number, amount, issuedOn, dueOn, announced } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const dates = { issuedOn, dueOn, announcedOn: announced ? issuedOn : null }
    const owed = { amountMicros: wholeCents(amount.amount), currency: amount.currency }
    const item = await database.withOperator(async (tx) =>
      withBook(tx, await postOpenItem(tx, { tenantId, kind: 'invoice', number, ...owed, ...dates })),
    )
    return reply.code(201).send(item)
  })
}

async function withBook(tx: Tx, id: string): Promise<z.infer<typeof itemWithBook>> {
  const [item] = await listItems(tx, { ids: [id] })
  if (item === undefined) throw new NotFound('open item', id)
  const entries = (await listEntries(tx, { itemId: id })).map(viewOfEntry)
  return { ...viewOfItem(item), entries, debits: (await listDebits(tx, { itemIds: [id] })).map(viewOfDebit) }
}

function viewOfItem({ amountMicros, openMicros, announcedOn: _told, feeOf = null, ...item }: ItemBalance): z.infer<typeof itemView> {
  return { ...item, feeOf, amount: viewOfMicros(amountMicros, item.currency), open: viewOfMicros(openMicros, item.currency) }
}

function viewOfEntry({ kind, amountMicros, currency, bookedOn, by }: PaymentEntry): z.infer<typeof entryView> {
  return { kind, amount: viewOfMicros(amountMicros, currency), bookedOn, by }
}
