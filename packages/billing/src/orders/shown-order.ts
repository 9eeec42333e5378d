import { DEFAULT_TIME_ZONE } from '@klinke/accounts'
import type { z } from 'zod'
import { contractIn, foundHistory, versionsIn } from '../contracts/route-parts.ts'
import { withInstallation } from './installation.ts'
import { historyOf, planNewContract } from './order-contract.ts'
import type { OrderParts } from './order-parts.ts'
import { type OrderPrice, priceOf } from './order-price.ts'
import { checksBefore, NO_TERMS } from './order-terms.ts'
import { latestBegin } from './readiness.ts'
import { historyOfOrder, orderDay, type StoredOrder } from './store.ts'
import { tasksOfOrder } from './task-store.ts'
import { viewOfWholeOrder, type wholeOrderView } from './views.ts'

/** An order with all that is known of it. */
export async function shownOrder(
  parts: Pick<OrderParts, 'database' | 'catalogue'>,
  order: StoredOrder,
): Promise<z.infer<typeof wholeOrderView>> {
  const { database } = parts
  const { tasks, history } = await database.withOperator(async (tx) => ({
    tasks: await tasksOfOrder(tx, order.id),
    history: await historyOfOrder(tx, order.id),
  }))
  const { orders = NO_TERMS } = (await parts.catalogue.version(order.versionId)).file
  return viewOfWholeOrder(order, {
    price: await priceOfOrder(parts, order),
    tasks,
    history,
    beginsBy: latestBegin(order, orders),
    needsCheck: checksBefore(orders),
  })
}

/** Of an order that makes a contract as it was ordered; of others that of their contract as it is. */
export async function priceOfOrder(
  { database, catalogue }: Pick<OrderParts, 'database' | 'catalogue'>,
  order: StoredOrder,
): Promise<OrderPrice | undefined> {
  const { form, versionId, createdAt, contractId } = order
  if (form === undefined) return undefined
  const wish = Temporal.PlainDate.from(form.wishDate)
  if (form.kind === 'new') {
    const version = await catalogue.version(versionId)
    const received = orderDay(createdAt)
    let next = 0
    const deeds = planNewContract(withInstallation(form, version.file), wish, {
      sold: version,
      today: received,
      newId: () => String(++next),
    })
    return priceOf(historyOf(deeds), wish, () => version.file, DEFAULT_TIME_ZONE)
  }
  if (contractId === undefined) return undefined
  const history = await database.withOperator((tx) => foundHistory(tx, contractId))
  contractIn(history)
  return priceOf(history, wish, await catalogue.versions(versionsIn(history)), DEFAULT_TIME_ZONE)
}
