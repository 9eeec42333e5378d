import type { CallParty, LiveCall } from '@klinke/calls'
import { type ApiRoutes, principalOf, seenTenant } from '@klinke/platform'
import { z } from 'zod'

const partyView = z.object({
  number: z.string(),
  name: z.string().nullable(),
  extensionId: z.uuid().nullable(),
})
const liveCallView = z.object({
  id: z.string(),
  tenantId: z.uuid(),
  direction: z.enum(['internal', 'inbound', 'outbound']),
  state: z.enum(['routing', 'ringing', 'answered', 'ending']),
  since: z.iso.datetime().describe('When the state was entered'),
  startedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  emergency: z.boolean(),
  caller: partyView,
  called: partyView,
  legs: z.array(
    z.object({
      id: z.string(),
      role: z.enum(['caller', 'called']),
      state: z.enum(['trying', 'ringing', 'answered', 'ended']),
      number: z.string(),
      sipCallId: z.string(),
    }),
  ),
  route: z
    .array(z.object({ at: z.iso.datetime(), step: z.string(), detail: z.string() }))
    .describe('What was decided so far, with reasons'),
})
const answer = z.object({ items: z.array(liveCallView) })
const listQuery = z.object({ tenantId: z.uuid().optional() })

/** Calls in progress on this node. */
export function liveCallRoutes(liveCalls: (tenantId?: string) => readonly LiveCall[]): ApiRoutes {
  return (api) => {
    api.get(
      '/live-calls',
      { schema: { tags: ['calls'], summary: 'List calls in progress', querystring: listQuery, response: { 200: answer } } },
      (request) => ({ items: liveCalls(seenTenant(principalOf(request), request.query.tenantId)).map(view) }),
    )
  }
}

const time = (epochMs: number): string => new Date(epochMs).toISOString()

function partyOf({ number, displayName, extensionId }: CallParty): z.infer<typeof partyView> {
  return { number, name: displayName ?? null, extensionId: extensionId ?? null }
}

function view(call: LiveCall): z.infer<typeof liveCallView> {
  const { id, tenantId, direction, state, emergency } = call
  return {
    ...{ id, tenantId, direction, state, emergency },
    since: time(call.sinceMs),
    startedAt: time(call.startedAtMs),
    answeredAt: call.answeredAtMs === undefined ? null : time(call.answeredAtMs),
    caller: partyOf(call.caller),
    called: partyOf(call.called),
    legs: call.legs.map(({ id, role, state, party, sipCallId }) => ({ id, role, state, number: party.number, sipCallId })),
    route: call.route.map(({ atMs, step, detail }) => ({ at: time(atMs), step, detail })),
  }
}
