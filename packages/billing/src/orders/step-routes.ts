import { type Api, type FastifyRequest, holderOf, inScope, OperatorOnly, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { ContractTerms } from '../catalogue/terms.ts'
import { versionOn } from '../contracts/contract.ts'
import { contractIn, foundHistory } from '../contracts/route-parts.ts'
import { makeStep } from './make-step.ts'
import { MADE_STEPS } from './order.ts'
import type { OrderParts } from './order-parts.ts'
import { settle } from './order-rounds.ts'
import { provision } from './provision.ts'
import { shownOrder } from './shown-order.ts'
import { foundOrder, orderDay, type StoredOrder } from './store.ts'
import { wholeOrderView } from './views.ts'

const madeStep = z.strictObject({
  step: z
    .enum(MADE_STEPS)
    .describe('"check": credit was checked (ORD-06); "provision": sets up what was ordered, and goes on where it stopped')
    .meta({ examples: ['check'] }),
  reason: z.string().trim().max(500).default('').describe('The result of the check, or why the order is refused or cancelled'),
})

/** The operator leads orders on; a customer may cancel its own before they are confirmed. */
export function stepRoutes(api: Api, parts: OrderParts): void {
  const { database, clock } = parts
  const schema = {
    ...{ tags: ['orders'], summary: 'Make the next step of an order', params: z.object({ orderId: z.uuid() }), body: madeStep },
    response: { 200: wholeOrderView },
  }
  api.post('/orders/:orderId/steps', { schema }, async (request) => {
    const { step, reason } = request.body
    const read = await inScope(database, principalOf(request), undefined, (tx) => foundOrder(tx, request.params.orderId))
    assertMay(request, step, read)
    const by = holderOf(request).name
    if (step === 'provision') await provision(parts, read.id, by)
    else {
      const facts = { version: await parts.catalogue.version(read.versionId), contractTerms: await termsOf(parts, read) }
      const making = { by, now: new Date(clock.epochMs()), reason, assertMay: (order: StoredOrder) => assertMay(request, step, order) }
      await database.withOperator((tx) => makeStep(tx, read.id, step, facts, making))
    }
    await settle(parts, read.id)
    parts.tell()
    return shownOrder(parts, await database.withOperator((tx) => foundOrder(tx, read.id)))
  })
}

function assertMay(request: FastifyRequest, step: (typeof MADE_STEPS)[number], { state }: StoredOrder): void {
  if (principalOf(request).kind === 'operator') return
  if (step !== 'cancel' || (state !== 'ordered' && state !== 'checked')) throw new OperatorOnly()
}

/** The terms by which a contract can be changed; undefined: the order makes one. */
async function termsOf({ database, catalogue }: OrderParts, { form, createdAt }: StoredOrder): Promise<ContractTerms | undefined> {
  if (form === undefined || form.kind === 'new') return undefined
  const history = await database.withOperator((tx) => foundHistory(tx, form.contractId))
  const versionId = versionOn(contractIn(history), orderDay(createdAt))
  return versionId === undefined ? undefined : (await catalogue.version(versionId)).file.terms
}
