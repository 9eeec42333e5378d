import { buildResponse } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { transactionTimeoutMs } from '../transaction/timers.ts'
import type { Core } from './core.ts'
import { responseParts } from './response-parts.ts'
import type { SessionRequest } from './session.ts'

/** A request in a dialog that the application answers; 500 when it has not done so within 64·T1. */
export function forwardedRequest(core: Core, request: SipRequest, transaction: ServerTransaction): SessionRequest {
  const timer = core.clock.after(transactionTimeoutMs(core.timers), () => transaction.respond(buildResponse(request, 500)))
  return {
    kind: 'request',
    request,
    respond: (status, options) => {
      if (status >= 200) timer.cancel()
      transaction.respond(buildResponse(request, status, responseParts(core, options)))
    },
  }
}
