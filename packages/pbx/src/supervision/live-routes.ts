import type { Extension } from '@klinke/accounts'
import type { Call } from '@klinke/calls'
import { type Api, type ApiRoutes, NotFound, type Principal, principalOf, seenTenants } from '@klinke/platform'
import { z } from 'zod'
import { extensionById } from '../calls/extension-targets.ts'
import { recordIds } from '../recordings/record-ids.ts'
import type { Work } from '../slices/slice.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { MayNotSupervise, NotSupervisable, supervisionMode } from './rules.ts'
import { callSupervisor } from './supervise-call.ts'
import type { Obstacle, Supervisable, SupervisionContext, Supervisions } from './supervisions.ts'
import type { Supervisor } from './supervisor.ts'

const PATH = '/live-calls/:callId/supervision'
const tags = ['supervision']
const params = z.object({ callId: z.string().max(100) })
const supervisorView = z.object({
  extensionId: z.uuid(),
  number: z.string(),
  agentId: z.uuid().nullable().describe('The extension that is supervised'),
  mode: supervisionMode,
  since: z.iso.datetime(),
})
const listView = z.object({ items: z.array(supervisorView) })

export interface LiveSupervision {
  readonly supervisions: Supervisions
  readonly directory: PbxDirectory
  /** Undefined until calls can be made. */
  readonly work: () => Pick<Work, 'exchange' | 'pbx'> | undefined
}

/** Supervision of a call that is going on. */
export function liveSupervisionRoutes(live: LiveSupervision): ApiRoutes {
  return (api) => {
    addList(api, live)
    addStart(api, live)
    addChange(api, live)
    addEnd(api, live)
  }
}

function addList(api: Api, live: LiveSupervision): void {
  const schema = { tags, summary: 'List who supervises a call', params, response: { 200: listView } }
  api.get(PATH, { schema }, (request) => {
    const { call, context } = find(live, request.params.callId, principalOf(request))
    return { items: supervisorsOf(live, call, context).map(view) }
  })
}

function addStart(api: Api, live: LiveSupervision): void {
  const body = z.strictObject({
    extensionId: z.uuid().describe('The supervisor: its phone rings'),
    agentId: z.uuid().optional().describe('Whom it supervises; absent: the first in the call that it may'),
    mode: supervisionMode.default('listen'),
  })
  const summary = 'Supervise a call: the phone of the supervisor rings, and the parties are told before it hears them'
  const schema = { tags, summary, params, body, response: { 202: z.object({ callId: z.string().describe('Of the supervisor') }) } }
  api.post(PATH, { schema }, async (request, reply) => {
    const { call, context } = find(live, request.params.callId, principalOf(request))
    const { extensionId, agentId, mode } = request.body
    const supervisor = extensionById(context.tenant, extensionId)
    if (supervisor === undefined) throw new NotFound('extension', extensionId)
    const found = foundIn(live, call, supervisor, agentId, context)
    const made = callSupervisor(supervisor, found, mode, context, live.supervisions)
    if (!('id' in made)) throw new NotSupervisable(made.reason ?? made.cause)
    return reply.code(202).send({ callId: made.id })
  })
}

function addChange(api: Api, live: LiveSupervision): void {
  const body = z.strictObject({ mode: supervisionMode, extensionId: z.uuid().optional().describe('Required when several supervise') })
  const schema = { tags, summary: 'Listen, whisper or barge in', params, body, response: { 200: supervisorView } }
  api.patch(PATH, { schema }, (request) => {
    const { call, context } = find(live, request.params.callId, principalOf(request))
    const supervisor = one(live, call, request.body.extensionId, context)
    live.supervisions.of(call)?.change(supervisor, request.body.mode)
    return view(supervisor)
  })
}

function addEnd(api: Api, live: LiveSupervision): void {
  const querystring = z.strictObject({ extensionId: z.uuid().optional().describe('Absent: all') })
  const schema = { tags, summary: 'End the supervision of a call; its parties talk on', params, querystring, response: { 204: z.null() } }
  api.delete(PATH, { schema }, async (request, reply) => {
    const { call, context } = find(live, request.params.callId, principalOf(request))
    const { extensionId } = request.query
    const all = extensionId === undefined ? supervisorsOf(live, call, context) : [one(live, call, extensionId, context)]
    for (const supervisor of all) live.supervisions.of(call)?.dismiss(supervisor)
    return reply.code(204).send(null)
  })
}

interface Found {
  readonly call: Call
  readonly context: SupervisionContext
}

function find({ directory, work }: LiveSupervision, callId: string, principal: Principal): Found {
  const seen = seenTenants(principal)
  const tenants: Iterable<PbxSnapshot | undefined> = seen === undefined ? directory.tenants() : [...seen].map((id) => directory.tenant(id))
  const using = work()
  for (const tenant of using === undefined ? [] : tenants) {
    const call = tenant && using?.exchange.calls.ofTenant(tenant.id).find((each) => recordIds(each, tenant.id).includes(callId))
    if (tenant !== undefined && using !== undefined && call !== undefined) return { call, context: { tenant, ...using } }
  }
  throw new NotFound('call in progress', callId)
}

function foundIn(
  { supervisions }: LiveSupervision,
  call: Call,
  supervisor: Extension,
  agentId: string | undefined,
  context: SupervisionContext,
): Supervisable {
  const own = call.legs.flatMap(({ party }) => (party.tenantId === context.tenant.id ? (party.extensionId ?? []) : []))
  const agents = agentId === undefined ? own : own.filter((id) => id === agentId)
  let why: Obstacle = 'not-allowed'
  for (const each of agents) {
    const found = supervisions.find({ supervisorId: supervisor.id, agentId: each, in: call }, context)
    if (typeof found !== 'string') return found
    if (found !== 'not-allowed') why = found
  }
  if (why === 'not-allowed') throw new MayNotSupervise()
  throw new NotSupervisable(why === 'full' ? 'enough listen already' : 'nobody talks in it now')
}

function supervisorsOf({ supervisions }: LiveSupervision, call: Call, { tenant }: SupervisionContext): readonly Supervisor[] {
  return [...(supervisions.of(call)?.supervisors ?? [])].filter((each) => each.tenant.id === tenant.id)
}

function one(live: LiveSupervision, call: Call, extensionId: string | undefined, context: SupervisionContext): Supervisor {
  const all = supervisorsOf(live, call, context).filter((each) => extensionId === undefined || each.extensionId === extensionId)
  const [first, second] = all
  if (first === undefined) throw new NotFound('supervisor of the call', extensionId ?? '')
  if (second !== undefined) throw new NotSupervisable('several supervise it: say which by `extensionId`')
  return first
}

function view({ leg, extensionId, agent, mode, sinceMs }: Supervisor): z.infer<typeof supervisorView> {
  const since = new Date(sinceMs).toISOString()
  return { extensionId, number: leg.party.number, agentId: agent.party.extensionId ?? null, mode, since }
}
