import type { Clock } from '@klinke/foundation'
import { type ApiRoutes, type Database, inScope, NotFound, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { partyView, viewParty } from '../call-view.ts'
import { extensionById } from '../calls/extension-targets.ts'
import type { PbxDirectory } from '../snapshot.ts'
import { findTeam } from '../teams/store.ts'
import type { TeamMember } from '../teams/team.ts'
import type { LiveQueue, LiveQueues } from './live-queue.ts'
import { QUEUE_RULES } from './rules.ts'

const agentState = z.enum(['signed-out', 'paused', 'ready', 'rung', 'talking', 'wrap-up', 'not-answering'])
const liveView = z.object({
  waiting: z.array(
    z.object({
      position: z.int(),
      kind: z.enum(['caller', 'callback']),
      callbackId: z.uuid().nullable().describe('Of one who is to be called back, to delete the promise'),
      caller: partyView,
      priority: z.int(),
      waitedSeconds: z.int(),
      estimatedWaitSeconds: z.int().nullable(),
    }),
  ),
  agents: z.array(
    z.object({
      extensionId: z.uuid(),
      number: z.string().nullable(),
      name: z.string().nullable(),
      state: agentState.describe('For this queue or another one; a ready agent may be in a call of its own'),
      endsInSeconds: z.int().nullable().describe('Of "wrap-up" and "not-answering"'),
    }),
  ),
})
const params = z.object({ teamId: z.uuid() })

/** What goes on in a queue now: who waits, what its agents do. */
export function liveQueueRoutes(database: Database, directory: PbxDirectory, queues: LiveQueues, clock: Clock): ApiRoutes {
  return (api) => {
    const schema = { tags: ['queues'], summary: 'Show a queue live', params, response: { 200: liveView } }
    api.get('/queues/:teamId/live', { schema }, async (request) => {
      const id = request.params.teamId
      const principal = principalOf(request)
      const team = await inScope(database, principal, undefined, (tx) => findTeam(tx, QUEUE_RULES, id))
      if (team === undefined) throw new NotFound('queue', id)
      const queue = queues.of(id)
      const onDuty = team.members.filter(({ signedIn, paused }) => signedIn && !paused).length
      const tenant = directory.tenant(team.tenantId)
      return {
        waiting: queue.line.places.map((place, index) => ({
          ...{
            position: index + 1,
            kind: place.kind,
            callbackId: place.kind === 'callback' ? place.id : null,
            caller: viewParty(place.caller, principal),
            priority: place.priority,
          },
          waitedSeconds: Math.round((clock.nowMs() - place.sinceMs) / 1000),
          estimatedWaitSeconds: queue.estimateFor(place, onDuty) ?? null,
        })),
        agents: team.members.map((member) => {
          const extension = tenant && extensionById(tenant, member.extensionId)
          const state = stateOf(member, queue)
          const endsInMs = state === 'wrap-up' || state === 'not-answering' ? queue.endsInMs(member.extensionId) : undefined
          return {
            ...{ extensionId: member.extensionId, number: extension?.number ?? null, name: extension?.name ?? null, state },
            endsInSeconds: endsInMs === undefined ? null : Math.ceil(endsInMs / 1000),
          }
        }),
      }
    })
  }
}

function stateOf({ extensionId, signedIn, paused }: TeamMember, queue: LiveQueue): z.infer<typeof agentState> {
  const activity = queue.engagementOf(extensionId)
  if (activity !== undefined) return activity
  if (!signedIn) return 'signed-out'
  return paused ? 'paused' : 'ready'
}
