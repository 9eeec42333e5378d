/** Where money of prepaid customers is: with us, theirs to use, used up for calls, for months, or for fees of dunning and returned debits. */
export type PrepaidAccountName = 'cash' | 'balance' | 'usage' | 'months' | 'fees'

export const MOVEMENT_KINDS = ['top-up', 'call', 'call-corrected', 'month', 'month-credit', 'fee', 'refund'] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** From where to where each kind of movement leads: what one account loses, another gets. */
export const WAYS: Readonly<Record<MovementKind, readonly [from: PrepaidAccountName, to: PrepaidAccountName]>> = {
  'top-up': ['cash', 'balance'],
  call: ['balance', 'usage'],
  'call-corrected': ['usage', 'balance'],
  month: ['balance', 'months'],
  'month-credit': ['months', 'balance'],
  fee: ['balance', 'fees'],
  refund: ['balance', 'cash'],
}
