import { randomUUIDv7 } from 'node:crypto'
import { findTenant } from '@klinke/accounts'
import { type Api, holderOf, inScope, NotFound, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { amountSchema, viewOfMicros } from '../amounts.ts'
import { wholeCents } from '../payments/whole-cents.ts'
import type { PrepaidGround } from './ground.ts'
import { NoCardPayments, NotPrepaid } from './problems.ts'
import { findAccount, move } from './store.ts'
import type { TopUpGateway } from './top-up.ts'
import { findTopUp, insertTopUp, noteOutcome, type StoredTopUp } from './top-up-store.ts'

const tags = ['prepaid']
const params = z.object({ topUpId: z.uuid() })
const topUpView = z.object({ id: z.uuid(), amount: amountSchema, state: z.enum(['pending', 'paid', 'declined']) })
const begunView = z.object({ ...topUpView.shape, payAt: z.string().describe('Where the card is entered') })
const newTopUp = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  amount: amountSchema.describe('In whole cents, above zero'),
})

/** Top-ups by card (BIL-09): begun here, paid at the gateway, and booked once it says so, once. */
export function addTopUpRoutes(api: Api, { database, portalUrl, gatewayOf }: PrepaidGround): void {
  const gatewayFor = async (tenantId: string): Promise<TopUpGateway> => {
    const tenant = await database.withTenant(tenantId, (tx) => findTenant(tx, tenantId))
    const gateway = gatewayOf({ isDemo: tenant?.demoUntil != null })
    if (gateway === undefined) throw new NoCardPayments()
    return gateway
  }
  const begin = { tags, summary: 'Begin a top-up by card', body: newTopUp, response: { 200: begunView } }
  api.post('/prepaid-top-ups', { schema: begin }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.body.tenantId)
    const amountMicros = wholeCents(request.body.amount.amount)
    const account = await database.withTenant(tenantId, (tx) => findAccount(tx, tenantId))
    if (account === undefined) throw new NotPrepaid()
    const gateway = await gatewayFor(tenantId)
    const id = randomUUIDv7()
    const begun = await gateway.begin({ id, amountMicros, currency: account.currency, returnTo: `${portalUrl}/credit/${id}` })
    const topUp: StoredTopUp = { id, tenantId, amountMicros, state: 'pending', reference: begun.reference, begunBy: holderOf(request).name }
    await database.withOperator((tx) => insertTopUp(tx, topUp))
    return { ...viewOfTopUp(topUp), payAt: begun.payAt }
  })
  const look = { tags, summary: 'Look what has become of a top-up: what was paid is credited', params, response: { 200: topUpView } }
  api.post('/prepaid-top-ups/:topUpId/look', { schema: look }, async (request) => {
    const { topUpId } = request.params
    const topUp = await inScope(database, principalOf(request), undefined, (tx) => findTopUp(tx, topUpId))
    if (topUp === undefined) throw new NotFound('top-up', topUpId)
    const state = topUp.state === 'pending' ? await (await gatewayFor(topUp.tenantId)).outcome(topUp.reference) : topUp.state
    if (state !== topUp.state) await database.withOperator((tx) => settle(tx, topUpId, state))
    return viewOfTopUp({ ...topUp, state })
  })
}

/** However often somebody looks: it is credited once. */
async function settle(tx: Parameters<typeof findTopUp>[0], id: string, state: StoredTopUp['state']): Promise<void> {
  const topUp = await findTopUp(tx, id, 'for update')
  if (topUp?.state !== 'pending') return
  await noteOutcome(tx, id, state)
  const { tenantId, amountMicros, begunBy } = topUp
  if (state === 'paid') await move(tx, { tenantId, kind: 'top-up', amountMicros, source: `top-up:${id}`, by: begunBy })
}

function viewOfTopUp({ id, amountMicros, state }: StoredTopUp): z.infer<typeof topUpView> {
  return { id, amount: viewOfMicros(amountMicros, 'EUR'), state }
}
