import type { SipResponse } from '../message/message.ts'
import type { ClientFailure } from '../transaction/client-transaction.ts'
import type { RequestListener } from './request-attempts.ts'
import type { RequestOutcome } from './user-agent.ts'

/** A listener for a request with one answer, and the promise of what became of it. */
export function outcomeOf(): { readonly listener: RequestListener; readonly outcome: Promise<RequestOutcome> } {
  const { promise, resolve } = Promise.withResolvers<RequestOutcome>()
  return {
    outcome: promise,
    listener: {
      provisional: () => undefined,
      final: (response: SipResponse) => resolve({ kind: 'response', response }),
      failed: (failure: ClientFailure) => resolve(failure),
    },
  }
}
