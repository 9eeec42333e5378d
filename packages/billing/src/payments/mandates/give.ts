import type { Principal, Tx } from '@klinke/platform'
import type { z } from 'zod'
import { customerNumberOf } from '../open-items/store.ts'
import { AccountUnusable } from '../problems.ts'
import { accountOf } from '../sepa/account.ts'
import type { newMandate } from './schemas.ts'
import { countMandates, insertMandate, type StoredMandate } from './store.ts'

export interface Giver {
  readonly principal: Principal
  readonly name: string
  /** Of the computer that it was given at; null: on paper. */
  readonly address: string | null
  readonly today: Temporal.PlainDate
}

/**
 * A mandate that a customer gives in the portal holds at once; what the operator notes is on paper, and holds once its signed copy is confirmed (BIL-08).
 * Throws `AccountUnusable` or `MandateExists`.
 */
export async function giveMandate(tx: Tx, tenantId: string, wanted: z.infer<typeof newMandate>, giver: Giver): Promise<StoredMandate> {
  const account = accountOf(wanted.iban, wanted.bic)
  if (!account.ok) throw new AccountUnusable(account.error)
  const isOwn = giver.principal.kind === 'tenant'
  const { kind, accountHolder, payerAddress = null, signedOn } = wanted
  return insertMandate(tx, {
    ...{ tenantId, kind, accountHolder, payerAddress, iban: account.value.iban, bic: account.value.bic ?? null },
    reference: await nextReference(tx, tenantId),
    state: isOwn ? 'active' : 'given',
    signedOn: isOwn || signedOn === undefined ? giver.today.toString() : signedOn,
    ...{ givenBy: isOwn ? 'portal' : 'paper', giverName: giver.name, giverAddress: giver.address },
  })
}

/** The customer's number (BIL-08 [F]); a later one has a number behind, because a reference is never used again. */
export async function nextReference(tx: Tx, tenantId: string): Promise<string> {
  const [number, before] = [await customerNumberOf(tx, tenantId), await countMandates(tx, tenantId)]
  return before === 0 ? number : `${number}-${before + 1}`
}
