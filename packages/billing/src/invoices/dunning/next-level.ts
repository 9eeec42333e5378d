import { addDays } from '../period.ts'
import type { InvoicingTerms } from '../terms.ts'

/** What dunning does with an unpaid invoice today. */
export type DunningStep =
  | { readonly kind: 'wait'; readonly until: string }
  | { readonly kind: 'dun'; readonly level: number; readonly fee: bigint; readonly payUntil: string; readonly nextAfter: string }
  | { readonly kind: 'over' }

/** The next step by the profile's levels: each comes so many days after the invoice was due, or after the day that the level before had set. */
export function nextLevel(
  invoice: { readonly dueOn: string; readonly level: number; readonly dunAfter: string | null },
  { dunning }: Pick<InvoicingTerms, 'dunning'>,
  today: string,
): DunningStep {
  const level = dunning[invoice.level]
  if (level === undefined) return { kind: 'over' }
  const after = invoice.dunAfter ?? addDays(invoice.dueOn, level.afterDays)
  if (today <= after) return { kind: 'wait', until: after }
  const payUntil = addDays(today, level.payWithinDays)
  const next = dunning[invoice.level + 1]
  return {
    kind: 'dun',
    level: invoice.level + 1,
    fee: level.fee,
    payUntil,
    nextAfter: next === undefined ? NEVER : addDays(payUntil, next.afterDays),
  }
}

/** After the last level a person decides: lock, collection agency, court. */
export const NEVER = '9999-12-31'
