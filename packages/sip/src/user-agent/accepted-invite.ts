import type { DialogOrigin } from '../dialog/dialog.ts'
import { CSeq } from '../header/cseq.ts'
import { From, To, tagOf } from '../header/from-to.ts'
import type { SipResponse } from '../message/message.ts'
import type { FinishedInvite } from '../transaction/finished-invite.ts'
import type { Flow } from '../transport/transport.ts'
import { Authenticator } from './authenticator.ts'
import { ClientForks, type Fork } from './client-forks.ts'
import type { Core } from './core.ts'
import { outcomeOf } from './request-outcome.ts'
import type { SuccessAck } from './success-ack.ts'
import type { Credentials, HeaderField } from './user-agent.ts'

/** What the INVITE was, as far as a late 2xx of another fork needs it. */
export interface InviteOrigin {
  readonly flow: Flow
  /** Requests go over that flow, whatever Contact and route say. */
  readonly pinned: boolean
  readonly requestUri: string
  readonly credentials: Credentials | undefined
}

/**
 * What is left of our INVITE after its first 2xx, for as long as more may come (timer M of RFC 6026): repetitions get their
 * ACK again, other forks get ACK and BYE (RFC 3261 §13.2.2.4). It outlives most calls, so it holds neither session nor dialog:
 * the dialog of a late fork can be told from its 2xx.
 */
export class AcceptedInvite implements FinishedInvite {
  readonly #core: Core
  readonly #origin: InviteOrigin
  readonly #tag: string
  readonly #ack: SuccessAck
  /** The other forks: those that were there before, whose dialogs have counted on, and those that answer late. */
  #forks: ClientForks | undefined

  /** @param fork the one that answered first and has `ack`; @param forks all that are known. */
  constructor(core: Core, origin: InviteOrigin, fork: Fork, ack: SuccessAck, forks: ClientForks) {
    this.#core = core
    this.#origin = origin
    this.#tag = fork.peer.dialog.remoteTag
    this.#ack = ack
    this.#forks = forks.size > 1 ? forks : undefined
  }

  received(response: SipResponse): void {
    if (response.status < 200 || response.status >= 300) return
    if ((tagOf(response.headers.read(To)) ?? '') === this.#tag) {
      this.#ack.repeat()
      return
    }
    const { flow, pinned, requestUri, credentials } = this.#origin
    this.#forks ??= new ClientForks(this.#core, new Authenticator(credentials, this.#core.random), pinned, undefined)
    const fork = this.#forks.of(response, originOf(response, requestUri), flow)
    if (fork?.ack) fork.ack.repeat()
    else if (fork) refuseFork(fork, response, [])
    this.#forks.close()
  }
}

/** A 2xx nobody wants: of another fork, or one that crossed our CANCEL. Gives the ACK it gets. */
export function refuseFork(fork: Fork, response: SipResponse, headers: readonly HeaderField[]): SuccessAck {
  const ack = fork.succeeded(response)
  ack.send()
  fork.peer.send('BYE', { headers }, outcomeOf().listener)
  return ack
}

/** The INVITE as its response repeats it (RFC 3261 §8.2.6.2). */
function originOf({ headers }: SipResponse, requestUri: string): DialogOrigin {
  return {
    callId: headers.get('Call-ID') ?? '',
    localTag: tagOf(headers.read(From)) ?? '',
    localParty: headers.get('From') ?? '',
    sequence: headers.read(CSeq)?.sequence ?? 0,
    requestUri,
  }
}
