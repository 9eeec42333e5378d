import { randomUUIDv7 } from 'node:crypto'
import { type Api, holderOf, owningTenant, principalOf, type Tx } from '@klinke/platform'
import { MICROS_PER_CENT } from '@klinke/rating'
import { z } from 'zod'
import { amountSchema } from '../amounts.ts'
import { bankDay } from '../payments/day.ts'
import { wholeCents } from '../payments/whole-cents.ts'
import { accountView, shown } from './account-view.ts'
import type { PrepaidGround } from './ground.ts'
import { creditOf, isRefundable } from './pro-rata.ts'
import { NotPrepaid, NotRefundable } from './problems.ts'
import { refundMonthsOf } from './refund-months.ts'
import { balanceOf, endAccount, findAccount, move, openAccount, type PrepaidAccount } from './store.ts'

const tags = ['prepaid']
const config = { access: 'operator' } as const
const querystring = z.strictObject({ tenantId: z.uuid().optional() })

/** Credit of customers who pay before they call (BIL-09). */
export function addAccountRoutes(api: Api, ground: PrepaidGround): void {
  const { database, clock } = ground
  const today = (): string => bankDay(clock.epochMs()).toString()
  const get = { tags, summary: 'Get the prepaid credit with its movements, the newest first', querystring, response: { 200: accountView } }
  api.get('/prepaid-account', { schema: get }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const months = await database.withOperator(async (tx) =>
      refundMonthsOf(tx, tenantId, (await findAccount(tx, tenantId))?.endedOn ?? null),
    )
    return database.withTenant(tenantId, (tx) => shown(tx, tenantId, ground, months))
  })
  const open = { tags, summary: 'Have a customer pay before calling', querystring, response: { 200: accountView } }
  api.put('/prepaid-account', { config, schema: open }, (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withOperator(async (tx) => {
      await openAccount(tx, tenantId, today())
      return shown(tx, tenantId, ground)
    })
  })
  addPayments(api, ground)
  addEnd(api, ground)
}

const payment = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  amount: amountSchema.describe('In whole cents, above zero'),
  note: z.string().trim().min(1).max(100).describe('What it comes from, such as the day of the transfer: noted once'),
})

function addPayments(api: Api, ground: PrepaidGround): void {
  const { database } = ground
  const pay = { tags, summary: 'Note what a customer has paid in otherwise than by card', body: payment, response: { 200: accountView } }
  api.post('/prepaid-account/payments', { config, schema: pay }, (request) => {
    const { amount, note } = request.body
    const tenantId = owningTenant(principalOf(request), request.body.tenantId)
    const paid = { tenantId, amountMicros: wholeCents(amount.amount), by: holderOf(request).name }
    return database.withOperator(async (tx) => {
      await known(tx, tenantId)
      await move(tx, { ...paid, kind: 'top-up', source: `paid:${note}` })
      return shown(tx, tenantId, ground)
    })
  })
}

const ending = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  endsOn: z.iso.date().describe('Last day of the contract'),
  paidMonths: z
    .array(z.strictObject({ amount: amountSchema, from: z.iso.date(), until: z.iso.date() }))
    .max(60)
    .default([])
    .describe('Months that were paid before: the days after the end are credited'),
})

function addEnd(api: Api, ground: PrepaidGround): void {
  const { database, clock } = ground
  const end = {
    tags,
    summary: 'End the contract: months that were paid and are not used are credited',
    body: ending,
    response: { 200: accountView },
  }
  api.post('/prepaid-account/end', { config, schema: end }, (request) => {
    const { endsOn, paidMonths } = request.body
    const tenantId = owningTenant(principalOf(request), request.body.tenantId)
    const by = holderOf(request).name
    return database.withOperator(async (tx) => {
      await known(tx, tenantId)
      for (const { amount, from, until } of paidMonths) {
        const amountMicros = creditOf({ amountMicros: wholeCents(amount.amount), from, until }, endsOn)
        if (amountMicros > 0n) await move(tx, { tenantId, kind: 'month-credit', amountMicros, source: `month-credit:${from}:${until}`, by })
      }
      await endAccount(tx, tenantId, endsOn)
      return shown(tx, tenantId, ground)
    })
  })
  const body = z.strictObject({ tenantId: payment.shape.tenantId })
  const refund = {
    tags,
    summary: 'Ask back what is left after the end of the contract, within the months that the product says',
    body,
    response: { 200: accountView },
  }
  api.post('/prepaid-account/refund', { schema: refund }, (request) => {
    const tenantId = owningTenant(principalOf(request), request.body.tenantId)
    const [by, today] = [holderOf(request).name, bankDay(clock.epochMs())]
    return database.withOperator(async (tx) => {
      const { endedOn } = await known(tx, tenantId)
      const amountMicros = ((await balanceOf(tx, tenantId)) / MICROS_PER_CENT) * MICROS_PER_CENT
      const months = await refundMonthsOf(tx, tenantId, endedOn)
      if (!isRefundable(endedOn, today, months) || amountMicros <= 0n) throw new NotRefundable()
      await move(tx, { tenantId, kind: 'refund', amountMicros, source: `refund:${randomUUIDv7()}`, by })
      return shown(tx, tenantId, ground)
    })
  })
}

/** Whoever moves money of it waits for others who do. Throws `NotPrepaid`. */
async function known(tx: Tx, tenantId: string): Promise<PrepaidAccount> {
  const account = await findAccount(tx, tenantId, 'for update')
  if (account === undefined) throw new NotPrepaid()
  return account
}
