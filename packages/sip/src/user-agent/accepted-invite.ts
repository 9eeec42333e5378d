import type { DialogOrigin } from '../dialog/dialog.ts'
import type { SipResponse } from '../message/message.ts'
import type { ClientTransactionOwner } from '../transaction/client-transaction.ts'
import type { Flow } from '../transport/transport.ts'
import type { ClientForks, Fork } from './client-forks.ts'
import { outcomeOf } from './request-outcome.ts'
import type { HeaderField } from './user-agent.ts'

/**
 * What is left of our INVITE after its first 2xx, for as long as more may come (timer M of RFC 6026): repetitions get their
 * ACK again, other forks get ACK and BYE (RFC 3261 §13.2.2.4).
 */
export class AcceptedInvite implements ClientTransactionOwner {
  readonly #forks: ClientForks
  readonly #origin: DialogOrigin
  readonly #flow: Flow

  constructor(forks: ClientForks, origin: DialogOrigin, flow: Flow) {
    this.#forks = forks
    this.#origin = origin
    this.#flow = flow
  }

  response(response: SipResponse): void {
    if (response.status < 200 || response.status >= 300) return
    const fork = this.#forks.of(response, this.#origin, this.#flow)
    if (fork?.ack) fork.ack.repeat()
    else if (fork) refuseFork(fork, response, [])
    this.#forks.close()
  }

  failed(): void {
    // Nobody waits any more.
  }
}

/** A 2xx nobody wants: of another fork, or one that crossed our CANCEL. */
export function refuseFork(fork: Fork, response: SipResponse, headers: readonly HeaderField[]): void {
  fork.succeeded(response).send()
  fork.peer.send('BYE', { headers }, outcomeOf().listener)
}
