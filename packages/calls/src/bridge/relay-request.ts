import type { InviteSession, SessionRequest } from '@klinke/sip'
import { headersInDialog, headersOfAnswer } from '../header-policy.ts'
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
    ...(contentType !== undefined && { contentType, body: request.body }),
  })
  if (outcome.kind === 'response') incoming.respond(outcome.response.status, { headers: headersOfAnswer(outcome.response) })
  else incoming.respond(408)
}
