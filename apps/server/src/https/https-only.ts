import type { Socket } from 'node:net'
import type { Api } from '@klinke/platform'
import { type PlainOptions, plainAnswer } from './plain-answer.ts'

/** A year: browsers come back by https alone (RFC 6797). Names below ours are not ours to speak for. */
const HSTS = 'max-age=31536000'

/** Serves the API by https, and by plain HTTP to this machine alone; all others are led to https. */
export function httpsOnly(options: PlainOptions): (api: Api) => void {
  return (api) => {
    api.addHook('onRequest', async (request, reply) => {
      if (request.protocol === 'https') {
        reply.header('strict-transport-security', HSTS)
        return
      }
      if (isFromThisMachine(request.socket)) return
      const { status, location, body } = plainAnswer(request.method, request.url, options)
      if (location !== undefined) reply.header('location', location)
      return reply.code(status).type('text/plain; charset=utf-8').send(body)
    })
  }
}

/** Whether a connection came over loopback: only this machine can reach us there. */
export function isFromThisMachine({ localAddress = '' }: Pick<Socket, 'localAddress'>): boolean {
  return /^(::ffff:)?127\./.test(localAddress) || localAddress === '::1'
}
