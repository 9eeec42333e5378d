import {
  type ApiRoutes,
  type Database,
  inScope,
  pageOf,
  pageQuery,
  principalOf,
  searchQuery,
  sortedPage,
  sortingOf,
  sortQuery,
} from '@klinke/platform'
import { z } from 'zod'
import { amountOf, amountSchema } from '../../amounts.ts'
import { type ListedObjection, listObjections, OBJECTION_SORTS } from './list-objections.ts'
import { OUTCOMES } from './objection-store.ts'

const objectionView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  customer: z.string().describe('As it stands on the invoice'),
  invoiceId: z.uuid(),
  number: z.string().describe('Of the invoice'),
  gross: amountSchema.describe('Of the invoice'),
  text: z.string(),
  raisedBy: z.string(),
  raisedAt: z.iso.datetime(),
  objectionUntil: z.iso.date().nullable().describe('Last day for objections to the invoice; null: not received yet'),
  outcome: z.enum(OUTCOMES).nullable().describe('null: not decided yet; so long nobody is dunned'),
  answer: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
})

const querystring = z.strictObject({
  ...{ ...pageQuery, ...searchQuery, ...sortQuery(OBJECTION_SORTS, '-raisedAt') },
  tenantId: z.uuid().optional(),
  state: z.enum(['open', 'decided']).optional(),
  invoiceId: z.uuid().optional().describe('Only to this invoice'),
})

/** Objections to invoices (BIL-07): the own ones for a customer, those of all customers for the operator. */
export function objectionListRoute(database: Database): ApiRoutes {
  return (api) => {
    const schema = {
      ...{ tags: ['invoices'], summary: 'List objections to invoices, the newest first unless sorted otherwise' },
      ...{ querystring, response: { 200: pageOf(objectionView) } },
    }
    api.get('/invoice-objections', { schema }, async (request) => {
      const { limit, cursor, sort, tenantId, state, invoiceId, q } = request.query
      const filter = { isOpen: state === undefined ? undefined : state === 'open', invoiceId, q }
      const sorting = sortingOf(sort, cursor)
      const found = await inScope(database, principalOf(request), tenantId, (tx) => listObjections(tx, filter, sorting, limit + 1))
      return sortedPage(found, limit, view, sort, ({ id, place }) => ({ id, value: place }))
    })
  }
}

function view({ place: _, gross, currency, raisedAt, decidedAt, ...shown }: ListedObjection): z.infer<typeof objectionView> {
  return {
    ...shown,
    gross: { amount: amountOf(BigInt(gross)), currency },
    ...{ raisedAt: raisedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null },
  }
}
