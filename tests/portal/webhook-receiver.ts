import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on loopback that webhooks are sent to; answers what it is told to. */
export async function webhookReceiver() {
  const received: string[] = []
  const state = { status: 204 }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push(Buffer.concat(parts).toString())
      response.writeHead(state.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/klinke`,
    received,
    answer: (status: number) => {
      state.status = status
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
