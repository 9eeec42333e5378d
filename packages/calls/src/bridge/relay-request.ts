import type { InviteSession, SessionRequest } from '@klinke/sip'
import { headersInDialog } from '../header-policy.ts'
import { answerByPolicy } from './decide-unbridged.ts'

/** Methods that concern the people talking, so that the other party must see them. */
const PASSED_ON = new Set(['INFO', 'MESSAGE'])

/** A request of one party inside a bridge: passed to the other, or answered by our policy. */
export async function relayRequest(incoming: SessionRequest & { kind: 'request' }, to: InviteSession): Promise<void> {
  const { request } = incoming
  if (!PASSED_ON.has(request.method)) return answerByPolicy(incoming)
  const contentType = request.headers.get('Content-Type')
  const outcome = await to.request(request.method, {
    headers: headersInDialog(request),
    ...(contentType !== undefined && { contentType, body: new TextDecoder().decode(request.body) }),
  })
  incoming.respond(outcome.kind === 'response' ? outcome.response.status : 408)
}
