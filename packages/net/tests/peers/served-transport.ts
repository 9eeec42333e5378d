import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type Logger, silentLogger } from '@klinke/foundation'
import type { TransportProtocol } from '@klinke/sip'
import { type ServerIdentity, SipTransport, type TransportOptions } from '../../src/index.ts'
import { selfSigned } from '../../src/tls/own-certificate.ts'
import { realClock } from './real-clock.ts'
import { Recorder } from './recorder.ts'

export const CERTIFICATE_NAMES = ['carrier.example', '127.0.0.1', '::1']

/** A transport on loopback with a free port per protocol, WebSocket on HTTP and HTTPS servers included. */
export class ServedTransport implements AsyncDisposable {
  readonly transport: SipTransport
  readonly recorder: Recorder
  readonly identity: ServerIdentity
  readonly #ports: ReadonlyMap<string, number>
  readonly #close: () => Promise<void>

  constructor(parts: {
    transport: SipTransport
    recorder: Recorder
    identity: ServerIdentity
    ports: ReadonlyMap<string, number>
    close: () => Promise<void>
  }) {
    this.transport = parts.transport
    this.recorder = parts.recorder
    this.identity = parts.identity
    this.#ports = parts.ports
    this.#close = parts.close
  }

  /** The port that serves a protocol. */
  port(protocol: TransportProtocol): number {
    return this.#ports.get(protocol) ?? 0
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#close()
  }
}

export async function serve(
  address: string,
  options: Partial<TransportOptions> = {},
  logger: Logger = silentLogger,
): Promise<ServedTransport> {
  const clock = options.clock ?? realClock
  const identity = await selfSigned(CERTIFICATE_NAMES, Date.now())
  const transport = await SipTransport.open({
    clock,
    logger,
    listen: (['UDP', 'TCP', 'TLS'] as const).map((protocol) => ({ protocol, address, port: 0 })),
    ...options,
    tls: options.tls ?? { identity },
  })
  const recorder = new Recorder()
  transport.attach(recorder)
  const servers = [createServer(), createSecureServer({ key: identity.key, cert: identity.certificate })]
  const ports = new Map<string, number>(transport.listening.map(({ protocol, port }) => [protocol, port]))
  for (const [index, server] of servers.entries()) {
    transport.webSocket.attach(server)
    server.listen(0, address)
    await once(server, 'listening')
    const bound = server.address()
    if (bound !== null && typeof bound !== 'string') ports.set(index === 0 ? 'WS' : 'WSS', bound.port)
  }
  const close = async (): Promise<void> => {
    await transport.close()
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
    recorder.messages.close()
  }
  return new ServedTransport({ transport, recorder, identity, ports, close })
}
