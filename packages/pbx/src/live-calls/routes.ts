import type { LiveCall } from '@klinke/calls'
import {
  type ApiRoutes,
  checkedByHandler,
  decodeCursor,
  isOwn,
  NotFound,
  ofOwnExtension,
  type Principal,
  page,
  pageOf,
  pageQuery,
  principalOf,
  seenTenant,
  seenTenants,
} from '@klinke/platform'
import { z } from 'zod'
import { asTheyAre, type Naming, partyView, stepView, viewParty, viewStep } from '../call-view.ts'
import { smallest } from '../smallest.ts'

/** The calls in progress on this node, of one tenant or of all, in any order. */
export type LiveCalls = (tenantId?: string) => Iterable<LiveCall>

const liveCallView = z.object({
  id: z.string(),
  tenantId: z.uuid(),
  direction: z.enum(['internal', 'inbound', 'outbound']),
  caller: partyView,
  called: partyView.describe('As dialled'),
  state: z.enum(['routing', 'ringing', 'answered', 'ending']),
  since: z.iso.datetime().describe('When the call came into this state'),
  startedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  emergency: z.boolean(),
  legs: z.array(
    z.object({
      id: z.string(),
      role: z.enum(['caller', 'called']),
      party: partyView,
      state: z.enum(['trying', 'ringing', 'answered', 'ended']),
      sipCallId: z.string(),
      holds: z.boolean().describe('It holds whom it talks to'),
    }),
  ),
  route: z.array(stepView).describe('What was decided so far'),
})
const tags = ['calls']

function iso(ms: number): string {
  return new Date(ms).toISOString()
}

function view(call: LiveCall, principal: Principal, naming: Naming): z.infer<typeof liveCallView> {
  const { id, tenantId, direction, state, emergency } = call
  const named = naming(tenantId, principal)
  return {
    ...{ id, tenantId, direction, state, emergency },
    caller: viewParty(call.caller, principal, named),
    called: viewParty(call.called, principal, named),
    since: iso(call.sinceMs),
    startedAt: iso(call.startedAtMs),
    answeredAt: call.answeredAtMs === undefined ? null : iso(call.answeredAtMs),
    legs: call.legs.map((leg) => ({
      id: leg.id,
      role: leg.role,
      party: viewParty(leg.party, principal, named),
      state: leg.state,
      sipCallId: leg.sipCallId,
      holds: leg.holds,
    })),
    route: call.route.map(viewStep),
  }
}

/** Calls in progress, oldest first. */
export function liveCallRoutes(liveCalls: LiveCalls, naming: Naming = asTheyAre): ApiRoutes {
  const visible = (principal: Principal, wanted: string | undefined): LiveCall[] => [...liveCalls(seenTenant(principal, wanted))]
  return (api) => {
    const querystring = z.strictObject({
      ...pageQuery,
      tenantId: z.uuid().optional(),
      extensionId: z.uuid().optional().describe('Extension that takes part'),
    })
    api.get(
      '/live-calls',
      { config: ofOwnExtension, schema: { tags, summary: 'List calls in progress', querystring, response: { 200: pageOf(liveCallView) } } },
      (request) => {
        const { limit, cursor, tenantId, extensionId } = request.query
        const principal = principalOf(request)
        const after = decodeCursor(cursor, 2)
        const calls = visible(principal, tenantId).filter(
          (call) =>
            (extensionId === undefined || extensionsOf(call).includes(extensionId)) &&
            (!after || isAfter(call, Number(after[0]), after[1] ?? '')),
        )
        return page(
          smallest(calls, limit + 1, oldestFirst),
          limit,
          (call) => view(call, principal, naming),
          (call) => [String(call.startedAtMs), call.id],
        )
      },
    )
    const params = z.object({ callId: z.string().max(100) })
    api.get(
      '/live-calls/:callId',
      { config: checkedByHandler, schema: { tags, summary: 'Get a call in progress', params, response: { 200: liveCallView } } },
      (request) => {
        const principal = principalOf(request)
        const seen = seenTenants(principal)
        const known = seen === undefined ? [...liveCalls()] : [...seen].flatMap((tenantId) => [...liveCalls(tenantId)])
        const call = known.find(({ id }) => id === request.params.callId)
        if (!call || !isOwn(request, ...extensionsOf(call))) throw new NotFound('call in progress', request.params.callId)
        return view(call, principal, naming)
      },
    )
  }
}

function extensionsOf({ caller, called, legs }: LiveCall): readonly (string | undefined)[] {
  return [caller.extensionId, called.extensionId, ...legs.map(({ party }) => party.extensionId)]
}

function oldestFirst(a: LiveCall, b: LiveCall): number {
  return a.startedAtMs - b.startedAtMs || (a.id < b.id ? -1 : 1)
}

function isAfter(call: LiveCall, startedAtMs: number, id: string): boolean {
  return call.startedAtMs > startedAtMs || (call.startedAtMs === startedAtMs && call.id > id)
}
