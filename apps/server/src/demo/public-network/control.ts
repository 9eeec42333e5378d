import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { NETWORK_CALLER } from './numbers.ts'
import type { PublicNetwork } from './public-network.ts'

const LONGEST_BODY_BYTES = 10_000

const number = z.string().regex(/^\+\d{5,15}$/, 'expected E.164, such as +4922147101')

const callInSchema = z.object({
  to: number,
  from: number.default(NETWORK_CALLER),
  seconds: z.number().positive().max(3600).optional(),
})

/**
 * A small HTTP interface on loopback with which the CLI and tests make the network call in:
 * `POST /calls {to, from?, seconds?}` gives `{id}`, `GET /calls/<id>` the progress, `GET /` the state,
 * `GET /emergency-calls` what the control centres were told of who called 110 and 112.
 * Every request needs `Authorization: Bearer <token>`, so that no web page in a local browser can call.
 */
export function controlServer(network: PublicNetwork, token: string): Server {
  return createServer((request, response) => {
    handle(network, token, request).then(
      ({ status, body }) => send(response, status, body),
      () => send(response, 400, { error: 'malformed request' }),
    )
  })
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

async function handle(network: PublicNetwork, token: string, request: IncomingMessage): Promise<Answer> {
  if (request.headers.authorization !== `Bearer ${token}`) return { status: 401, body: { error: 'needs the bearer token of demo.json' } }
  const route = `${request.method ?? ''} ${request.url ?? ''}`
  if (route === 'GET /') return { status: 200, body: { registered: network.registered, liveCalls: network.liveCalls } }
  if (route === 'POST /calls') return callIn(network, await readBody(request))
  if (route === 'GET /emergency-calls') return { status: 200, body: { items: network.controlCentre.calls } }
  const progress = network.progress(/^GET \/calls\/(\d+)$/.exec(route)?.[1] ?? '')
  return progress ? { status: 200, body: progress } : { status: 404, body: { error: 'no such thing' } }
}

function callIn(network: PublicNetwork, body: string): Answer {
  const wanted = callInSchema.safeParse(JSON.parse(body))
  if (!wanted.success) return { status: 400, body: { error: z.prettifyError(wanted.error) } }
  const { to, from, seconds } = wanted.data
  const answer = network.callIn({ to, from, ...(seconds === undefined ? {} : { seconds }) })
  if (answer.kind === 'not-registered') return { status: 409, body: { error: 'nobody is registered with the simulated public network' } }
  return { status: 202, body: { id: answer.id } }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > LONGEST_BODY_BYTES) throw new Error('body too long')
  }
  return body
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
