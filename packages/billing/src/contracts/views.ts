import { z } from 'zod'
import { amountOf, amountSchema, viewOfMicros } from '../amounts.ts'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import { bilingual } from '../catalogue/schema-parts.ts'
import type { ContractTerms } from '../catalogue/terms.ts'
import type { ChargeLine } from './charges/charge-line.ts'
import { pricedOn, productIn, type Versions } from './charges/question.ts'
import { type Contract, type ContractItem, type Day, quantityOn } from './contract.ts'
import { type EarliestEnd, earliestContractEnd, earliestItemEnd, renewalMonthsOf, titleOfLayer } from './terms/earliest-end.ts'
import { isUpTo, termEndFrom } from './terms/term-end.ts'

const day = z.iso.date()

const endView = z.object({
  until: day.describe('Last day'),
  noticeBy: day.describe('Notice for that day must have arrived by then'),
  layer: bilingual.describe('Where the rule stands'),
})

const itemView = z.object({
  id: z.uuid(),
  item: z.string().describe('Of the product profile'),
  title: bilingual,
  siteId: z.uuid().nullable(),
  subject: z.string().nullable().describe('The single thing that it is for, such as an extension'),
  quantity: z.int().describe('Today; of a contract that has not begun on its first day'),
  quantities: z.array(z.object({ from: day, quantity: z.int() })).describe('How many from which day on; 0: ended'),
  quantityFrom: z.enum(['contract', 'use']).describe('"use": the quantity is what was ordered, and charged is what was there'),
  price: amountSchema.nullable().describe('Of one unit and month, net'),
  follows: bilingual.nullable().describe('Booked for all of these, with their quantity'),
  earliestEnd: endView.nullable().describe('When fewer are possible if notice arrives today; null: there are none'),
})

export const contractView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  profile: z.string(),
  title: bilingual,
  currency: z.string(),
  begins: day,
  term: z.object({ from: day, months: z.int(), ends: day.describe('Of the term, or of the renewal that runs') }).nullable(),
  cancellation: z.object({ eventId: z.uuid(), until: day, reason: z.string().nullable() }).nullable(),
  earliestEnd: endView.describe('When the whole contract can end if notice arrives today'),
  items: z.array(itemView),
  newPrices: z.array(z.object({ from: day, versionId: z.uuid() })).describe('Changes of prices that are still to come'),
})

export const chargeView = z.object({
  id: z.string(),
  contractId: z.uuid(),
  item: z.string(),
  title: bilingual,
  kind: z.enum(['recurring', 'set-up', 'one-off', 'correction']),
  siteId: z.uuid().nullable(),
  from: day,
  until: day,
  quantity: z.int(),
  unitPrice: amountSchema,
  amount: amountSchema.describe('Net'),
  counted: bilingual.describe('How it was counted'),
})

/** What showing a contract needs beside it. */
export interface Shown {
  readonly versions: Versions
  /** The version that holds for it. */
  readonly file: ProfileFile
  readonly today: Day
}

export function viewOfContract(contract: Contract, shown: Shown): z.infer<typeof contractView> {
  const { file, today } = shown
  const { id, tenantId, profile, currency, begins, cancellation, versions } = contract
  const coming = versions.filter(({ from }) => Temporal.PlainDate.compare(from, today) > 0 && !from.equals(begins))
  return {
    ...{ id, tenantId, profile, title: file.title, currency, begins: begins.toString(), term: viewOfTerm(contract, shown) },
    cancellation:
      cancellation === undefined
        ? null
        : { eventId: cancellation.eventId, until: cancellation.until.toString(), reason: cancellation.reason ?? null },
    earliestEnd: viewOfEnd(earliestContractEnd(contract, file.terms, { today }), file.terms),
    items: contract.items.map((item) => viewOfItem(contract, item, shown)),
    newPrices: coming.map(({ from, versionId }) => ({ from: from.toString(), versionId })),
  }
}

function viewOfTerm(contract: Contract, { file, today }: Shown): z.infer<typeof contractView>['term'] {
  const { term } = contract
  if (term === undefined) return null
  const ends = termEndFrom(term, renewalMonthsOf(contract, file.terms) ?? term.months, later(today, term.from))
  return { from: term.from.toString(), months: term.months, ends: ends.toString() }
}

function viewOfItem(contract: Contract, item: ContractItem, { versions, file, today }: Shown): z.infer<typeof itemView> {
  const on = later(today, later(contract.begins, item.quantities[0]?.from ?? today))
  const quantity = quantityOn(contract, item, on)
  const product = pricedOn(item.prices, item.item, on, versions)
  const followed = product?.follows === undefined ? undefined : productIn(file, product.follows)
  const named = product ?? { id: item.item, kind: 'product' as const }
  const end = earliestItemEnd(contract, { product: named, begins: item.quantities[0]?.from ?? contract.begins }, file.terms, { today })
  return {
    ...{ id: item.id, item: item.item, title: product?.title ?? { de: item.item, en: item.item }, quantity },
    ...{ siteId: item.siteId ?? null, subject: item.subject ?? null },
    quantities: item.quantities.map(({ from, quantity: count }) => ({ from: from.toString(), quantity: count })),
    quantityFrom: product?.quantityFrom ?? 'contract',
    price: product === undefined ? null : viewOfMicros(product.price, contract.currency),
    follows: followed?.title ?? null,
    earliestEnd: quantity === 0 ? null : viewOfEnd(end, file.terms),
  }
}

function viewOfEnd({ until, noticeBy, layer }: EarliestEnd, terms: ContractTerms): z.infer<typeof endView> {
  return { until: until.toString(), noticeBy: noticeBy.toString(), layer: titleOfLayer(terms, layer) }
}

export function viewOfCharge({
  id,
  contractId,
  item,
  title,
  kind,
  siteId,
  from,
  until,
  quantity,
  unitPrice,
  micros,
  currency,
  counted,
}: ChargeLine): z.infer<typeof chargeView> {
  return {
    ...{ id, contractId, item, title, kind, siteId: siteId ?? null, from: from.toString(), until: until.toString(), quantity, counted },
    ...{ unitPrice: { amount: amountOf(unitPrice), currency }, amount: { amount: amountOf(micros), currency } },
  }
}

function later(one: Day, other: Day): Day {
  return isUpTo(one, other) ? other : one
}
