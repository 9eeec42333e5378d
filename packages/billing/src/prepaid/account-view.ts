import { findTenant } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { z } from 'zod'
import { amountSchema, viewOfMicros } from '../amounts.ts'
import type { PrepaidGround } from './ground.ts'
import { MOVEMENT_KINDS } from './movement.ts'
import { refundableUntil } from './pro-rata.ts'
import { refundMonthsOf } from './refund-months.ts'
import { creditTermsOf, missingOf } from './standing.ts'
import { balanceOf, findAccount, listMovements, type PrepaidAccount } from './store.ts'
import { standingOf, watchedOf } from './watch-store.ts'

const owingView = z.object({
  amount: amountSchema.describe('What is owed beyond the credit'),
  since: z.iso.datetime(),
  lockedFrom: z.iso
    .datetime()
    .nullable()
    .describe('From then on calls out are locked until it is paid (FRD-03), but for 110 and 112; null: they are not'),
})

export const accountView = z.object({
  prepaid: z.boolean().describe('false: the customer pays by invoice'),
  balance: amountSchema,
  held: amountSchema.describe('What calls that run hold of it now; what they do not use is free again'),
  warnBelow: amountSchema.describe('Below this balance the customer is told by mail, once; 0: never'),
  isOwnWarning: z.boolean().describe('The customer has set it; false: it is the product’s'),
  owing: owingView.nullable().describe('null: the credit covers what is owed'),
  endedOn: z.iso.date().nullable(),
  refundableUntil: z.iso.date().nullable().describe('Until then what is left can be asked back; null: the contract goes on'),
  movements: z.array(
    z.object({ id: z.uuid(), kind: z.enum(MOVEMENT_KINDS), amount: amountSchema, by: z.string(), movedAt: z.iso.datetime() }),
  ),
})
export type AccountView = z.infer<typeof accountView>

/** As the customer and the operator see it. `refundMonths`: of a transaction that reads no products; absent: it does. */
export async function shown(
  tx: Tx,
  tenantId: string,
  { heldOf, creditLocks }: Pick<PrepaidGround, 'heldOf' | 'creditLocks'>,
  refundMonths?: number,
): Promise<AccountView> {
  const account = await findAccount(tx, tenantId)
  const currency = account?.currency ?? 'EUR'
  const movements = await listMovements(tx, tenantId)
  const endedOn = account?.endedOn ?? null
  const months = refundMonths ?? (await refundMonthsOf(tx, tenantId, endedOn))
  const { warnBelow } = creditTermsOf((await findTenant(tx, tenantId))?.profile, account?.warnBelow ?? null)
  return {
    ...{ prepaid: account !== undefined, balance: viewOfMicros(await balanceOf(tx, tenantId), currency), endedOn },
    held: viewOfMicros(heldOf?.(tenantId) ?? 0n, currency),
    ...{ warnBelow: viewOfMicros(warnBelow, currency), isOwnWarning: (account?.warnBelow ?? null) !== null },
    owing: account === undefined ? null : await owingOf(tx, account, creditLocks),
    refundableUntil: endedOn === null ? null : refundableUntil(endedOn, months).toString(),
    movements: movements.map(({ id, kind, amountMicros, by, movedAt }) => ({
      ...{ id, kind, amount: viewOfMicros(amountMicros, currency), by, movedAt: movedAt.toISOString() },
    })),
  }
}

async function owingOf(tx: Tx, account: PrepaidAccount, locks: PrepaidGround['creditLocks']): Promise<AccountView['owing']> {
  const { owingSince, lockAnnouncedAt } = await watchedOf(tx, account.tenantId)
  if (owingSince === null) return null
  const missing = missingOf(await standingOf(tx, account))
  // Paid just now: the lock is lifted within seconds.
  if (missing === 0n) return null
  const from = lockAnnouncedAt === null ? undefined : await locks?.lockedFrom(account.tenantId)
  return { amount: viewOfMicros(missing, account.currency), since: owingSince.toISOString(), lockedFrom: from?.toISOString() ?? null }
}
