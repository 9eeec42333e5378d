import type { Micros } from '@klinke/rating'

export type TopUpState = 'pending' | 'paid' | 'declined'

/** Whoever takes payments by card for us. Card numbers never come here: the customer enters them there. */
export interface TopUpGateway {
  /** Begins a payment. Rejects when it cannot be reached. */
  begin(payment: { readonly id: string; readonly amountMicros: Micros; readonly currency: string; readonly returnTo: string }): Promise<{
    /** By what the payment is known there. */
    readonly reference: string
    /** Where the customer pays. */
    readonly payAt: string
  }>
  /** What has become of it; may be asked as often as one likes. */
  outcome(reference: string): Promise<TopUpState>
}

/** Cents of the amount that tell the simulator what to do; all others are paid. */
const DECLINED_CENTS = 13n
const PENDING_CENTS = 99n
const MICROS_PER_CENT = 10_000n

/** For tests and demo customers: nobody pays anything. Amounts that end in 13 cents are declined, those in 99 stay pending. */
export const simulatedGateway: TopUpGateway = {
  begin: ({ id, amountMicros, returnTo }) =>
    Promise.resolve({ reference: `simulated:${id}:${(amountMicros / MICROS_PER_CENT) % 100n}`, payAt: returnTo }),
  outcome: (reference) => {
    const cents = BigInt(reference.split(':')[2] ?? '0')
    return Promise.resolve(cents === DECLINED_CENTS ? 'declined' : cents === PENDING_CENTS ? 'pending' : 'paid')
  },
}
