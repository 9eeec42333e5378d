import { type ApiRoutes, NotFound, type Principal, principalOf, seenTenants } from '@klinke/platform'
import { z } from 'zod'
import type { CallRecorder } from './call-recorder.ts'
import type { Recorder } from './recorder.ts'
import { NotRecordable } from './rules.ts'
import { headView, viewHead } from './views.ts'

const PATH = '/live-calls/:callId/recording'
const tags = ['recordings']
const params = z.object({ callId: z.string().max(100) })
const stateView = z.object({
  state: z.enum(['off', 'asking', 'recording', 'paused']).describe('`asking`: parties are being told or asked'),
  recording: headView.nullable(),
})

function view(recorder: CallRecorder, principal: Principal): z.infer<typeof stateView> {
  const { head, state } = recorder
  return { state, recording: head === undefined ? null : viewHead(head, principal) }
}

/** Recording of a call that is going on. */
export function liveRecordingRoutes(recorder: Recorder): ApiRoutes {
  const find = (callId: string, principal: Principal): CallRecorder => {
    const found = recorder.of(callId)
    if (found === undefined || seenTenants(principal)?.has(found.tenantId) === false)
      throw new NotFound('call that can be recorded', callId)
    return found
  }
  return (api) => {
    const get = { tags, summary: 'Tell whether a call is being recorded', params, response: { 200: stateView } }
    api.get(PATH, { schema: get }, (request) => {
      const principal = principalOf(request)
      return view(find(request.params.callId, principal), principal)
    })
    const start = { tags, summary: 'Record a call: the parties are told or asked first', params, response: { 202: stateView } }
    api.post(PATH, { schema: start }, async (request, reply) => {
      const principal = principalOf(request)
      const found = find(request.params.callId, principal)
      if (!found.start({ kind: 'api' })) throw new NotRecordable()
      return reply.code(202).send(view(found, principal))
    })
    const body = z.strictObject({ paused: z.boolean() })
    const pause = { tags, summary: 'Pause a recording, for payment data, or resume it', params, body, response: { 200: stateView } }
    api.patch(PATH, { schema: pause }, (request) => {
      const principal = principalOf(request)
      const found = find(request.params.callId, principal)
      if (!found.pause(request.body.paused)) throw new NotFound('recording of call', request.params.callId)
      return view(found, principal)
    })
    const stop = { tags, summary: 'Stop recording a call', params, response: { 204: z.null() } }
    api.delete(PATH, { schema: stop }, async (request, reply) => {
      find(request.params.callId, principalOf(request)).stop()
      return reply.code(204).send(null)
    })
  }
}
