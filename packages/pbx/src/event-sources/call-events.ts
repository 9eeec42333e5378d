import type { CallEnded, CallParty, CallRecords, CallStarted, Calls, DialogChange } from '@klinke/calls'
import { type Resource, TurnoverMap } from '@klinke/foundation'
import type { ApiEvent } from '@klinke/platform'
import { viewParty } from '../call-view.ts'
import type { EventSink } from './sink.ts'

/** Parties as the tenant may see them. */
type View = (party: CallParty) => ReturnType<typeof viewParty>

function viewOf(tenantId: string): View {
  return (party) => viewParty(party, { kind: 'tenant', tenantId })
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}

interface Open {
  readonly call: CallStarted
  readonly answeredBy: CallParty | undefined
}

/** The call records, and beside them the events that a call begins, is answered and ends. */
export function tellingRecords(records: CallRecords, sink: EventSink): CallRecords {
  const open = new TurnoverMap<string, Open>()
  const tell = (call: CallStarted, type: string, data: ApiEvent['data'], more: readonly CallParty[] = []): void => {
    const { id: callId, tenantId, direction, caller, called } = call
    const view = viewOf(tenantId)
    const users = [caller, called, ...more].flatMap((party) => (party.tenantId === tenantId ? (party.extensionId ?? []) : []))
    const common = { callId, direction, caller: view(caller), called: view(called) }
    sink.tell({ topic: 'calls', type, tenantId, area: 'live', users, data: { ...common, ...data } })
  }
  return {
    started: (call) => {
      records.started(call)
      open.set(call.id, { call, answeredBy: undefined })
      tell(call, 'call.started', { startedAt: iso(call.startedAtMs), emergency: call.emergency })
    },
    answered: (answer) => {
      records.answered(answer)
      const call = open.get(answer.id)?.call
      if (call === undefined) return
      open.set(answer.id, { call, answeredBy: answer.answeredBy })
      const data = { answeredAt: iso(answer.answeredAtMs), answeredBy: viewOf(call.tenantId)(answer.answeredBy) }
      tell(call, 'call.answered', data, [answer.answeredBy])
    },
    ended: (end: CallEnded) => {
      records.ended(end)
      const known = open.get(end.id)
      open.delete(end.id)
      if (known === undefined) return
      const { call, answeredBy } = known
      const data = { endedAt: iso(end.endedAtMs), cause: end.cause, sipStatus: end.sipStatus ?? null }
      tell(call, 'call.ended', data, answeredBy === undefined ? [] : [answeredBy])
    },
    charged: (charged) => records.charged(charged),
    alive: (...what) => records.alive(...what),
  }
}

const STATES = { trying: 'trying', early: 'ringing', confirmed: 'answered', terminated: 'ended' } as const

/** Tells how each extension's part in a call goes: rings, talks, holds, talks to somebody else, is over. */
export function followDialogs(calls: Pick<Calls, 'changes'>, sink: EventSink): Resource {
  const feed = calls.changes()
  void (async () => {
    for await (const change of feed) {
      if (change.kind === 'missed') sink.lost()
      else sink.tell(dialogEvent(change))
    }
  })()
  return feed
}

function dialogEvent({ tenantId, extensionId, callId, dialogId, direction, state, holds, local, remote }: DialogChange): ApiEvent {
  const view = viewOf(tenantId)
  const parties = { local: view(local), remote: remote === undefined ? null : view(remote) }
  const data = { callId, dialogId, extensionId, direction, state: STATES[state], holds, ...parties }
  return { topic: 'calls', type: 'call.extension', tenantId, area: 'live', users: [extensionId], data }
}
