import type { Logger, Random } from '@klinke/foundation'
import { parseMessage } from '../message/parse-message.ts'
import type { Flow, TransportReceiver } from '../transport/transport.ts'
import { ClientTransactions } from './client-transactions.ts'
import { type ServerLimits, ServerTransactions, type TransactionUser } from './server-transactions.ts'
import type { TransactionEnvironment } from './transaction-environment.ts'

/** The transaction layer (RFC 3261 §17): what lies between the bytes of a transport and the requests of a user agent. */
export class TransactionLayer implements TransportReceiver {
  readonly clients: ClientTransactions
  readonly servers: ServerTransactions
  readonly #logger: Logger

  constructor(environment: TransactionEnvironment, random: Random, logger: Logger, limits: ServerLimits, user: TransactionUser) {
    this.clients = new ClientTransactions(environment, random)
    this.servers = new ServerTransactions(environment, limits, user)
    this.#logger = logger
  }

  received(message: Uint8Array, flow: Flow): void {
    try {
      this.#received(message, flow)
    } catch (error) {
      // A fault in one message must not reach the socket, where it would end all calls.
      this.#logger.error('a message was dropped because of a fault', { flow: flow.id, error: error instanceof Error ? error : undefined })
    }
  }

  flowClosed(flow: Flow): void {
    try {
      this.clients.flowClosed(flow)
      this.servers.flowClosed(flow)
    } catch (error) {
      this.#logger.error('a fault while a connection was closed', { flow: flow.id, error: error instanceof Error ? error : undefined })
    }
  }

  close(): void {
    this.clients.close()
    this.servers.close()
  }

  #received(bytes: Uint8Array, flow: Flow): void {
    const parsed = parseMessage(bytes)
    if (!parsed.ok) {
      const fault = parsed.error
      this.#logger.debug('malformed message', { flow: flow.id, detail: fault.detail })
      if (fault.verdict === 'reject') this.servers.refuse(fault.request, flow, fault.status, { reason: fault.detail })
      return
    }
    const message = parsed.value
    if (message.kind === 'request') this.servers.received(message, flow)
    else if (!this.clients.received(message)) this.#logger.debug('response to nothing asked', { flow: flow.id, status: message.status })
  }
}
