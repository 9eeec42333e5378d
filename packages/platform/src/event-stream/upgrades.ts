import { type IncomingMessage, type Server, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Api } from '../http/api.ts'

/** A connection that a client wants to become a WebSocket, while its request goes through the API. */
export interface Upgrade {
  readonly socket: Socket
  readonly head: Buffer
  /** Carries the API's refusal, if there is one. */
  readonly response: ServerResponse
}

/**
 * Leads HTTP upgrade requests (RFC 9110 §7.8) through the API's routes, so that signing in, rights and limits hold for them as for every request. A route that
 * expects one takes it; all others answer as if it were none.
 */
export class Upgrades {
  readonly #waiting = new WeakMap<IncomingMessage, Upgrade>()

  /** `leave`: paths that somebody else serves. `server`: another one that the API is reached by. */
  attach(api: Api, leave: readonly string[], server: Pick<Server, 'on'> = api.server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (leave.includes((request.url ?? '').split('?')[0] ?? '')) return
      socket.on('error', () => undefined)
      if (socket instanceof Socket) this.#lead(api, request, socket, head)
      else socket.destroy()
    })
  }

  /** The connection behind a request, which is the caller's from now on; undefined when it asks for no upgrade. */
  take(request: IncomingMessage): Upgrade | undefined {
    const upgrade = this.#waiting.get(request)
    this.#waiting.delete(request)
    upgrade?.response.detachSocket(upgrade.socket)
    return upgrade
  }

  #lead(api: Api, request: IncomingMessage, socket: Socket, head: Buffer): void {
    const response = new ServerResponse(request)
    response.shouldKeepAlive = false
    response.assignSocket(socket)
    response.once('finish', () => socket.end())
    this.#waiting.set(request, { socket, head, response })
    api.routing(request, response)
  }
}
