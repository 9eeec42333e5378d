import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer, type Server as HttpsServer } from 'node:https'
import type { Resource } from '@klinke/foundation'
import type { LiveIdentity } from '@klinke/net'
import { listenAt } from './listen.ts'
import { type PlainOptions, plainAnswer } from './plain-answer.ts'

/** As long as the API waits (see the API's server). */
const REQUEST_TIMEOUT_MS = 30_000
/** Nobody has more to say than one line and a few headers to the server that only leads on. */
const PLAIN_TIMEOUT_MS = 10_000

/** An HTTPS server before what the API answers. TLS 1.2 and 1.3; a certificate that is replaced shows in the next handshake. */
export function httpsServer(identity: LiveIdentity, handle: (request: IncomingMessage, response: ServerResponse) => void): HttpsServer {
  const { key, certificate: cert } = identity.current
  const options = { key, cert, minVersion: 'TLSv1.2', requestTimeout: REQUEST_TIMEOUT_MS, handshakeTimeout: PLAIN_TIMEOUT_MS } as const
  const server = createServer(options, handle)
  identity.follow((next) => server.setSecureContext({ key: next.key, cert: next.certificate, minVersion: 'TLSv1.2' }))
  // A handshake that fails, as of a port scan, is the peer's affair.
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  return server
}

/** Opens the plain server that answers challenges and leads to https. Rejects when it may not listen. */
export async function openRedirects(host: string, port: number, options: PlainOptions): Promise<Resource> {
  const server = createPlainServer({ requestTimeout: PLAIN_TIMEOUT_MS, headersTimeout: PLAIN_TIMEOUT_MS }, (request, response) => {
    const { status, location, body } = plainAnswer(request.method ?? '', request.url ?? '', options)
    const to = location === undefined ? {} : { location }
    response.writeHead(status, { ...to, 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(body)
  })
  await listenAt(server, host, port, 'KLINKE_REDIRECT_PORT')
  return { close: () => closeServer(server) }
}

/** Stops listening and ends what is left open, except for WebSockets, which are their owners'. */
export function closeServer(server: Server | HttpsServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
