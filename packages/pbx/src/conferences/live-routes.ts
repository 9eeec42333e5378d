import { e164 } from '@klinke/accounts'
import { type Api, type ApiRoutes, NotFound, type Principal, principalOf, seenTenants } from '@klinke/platform'
import { z } from 'zod'
import { partyView, viewParty } from '../call-view.ts'
import { NotRecordable } from '../recordings/rules.ts'
import type { Conference } from './conference.ts'
import { joinRoom } from './conference-call.ts'
import { invite } from './invite.ts'
import type { ConferenceMember } from './member.ts'
import type { RunningConferences } from './running-conferences.ts'

const memberView = z.object({
  id: z.string(),
  party: partyView,
  role: z.enum(['participant', 'moderator']),
  muted: z.boolean().describe('The others do not hear it'),
  held: z.boolean().describe('It has put the conference on hold, and is not heard meanwhile'),
  waiting: z.boolean().describe('Hears music: alone, or a moderator is awaited'),
  since: z.iso.datetime(),
})
const conferenceView = z.object({
  roomId: z.uuid(),
  since: z.iso.datetime(),
  locked: z.boolean(),
  allMuted: z.boolean().describe('All who are no moderators'),
  recorded: z.boolean().describe('It is being recorded; whoever joins is told before'),
  members: z.array(memberView),
})
const changes = z.strictObject({
  locked: z.boolean().optional(),
  allMuted: z.boolean().optional(),
  recorded: z.boolean().optional().describe('True: all are told, then recorded'),
})
const invitation = z.strictObject({
  who: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('extension'), targetId: z.uuid() }),
    z.strictObject({ kind: z.literal('external'), number: e164 }),
  ]),
  role: z.enum(['participant', 'moderator']).default('participant'),
})
const params = z.object({ roomId: z.uuid() })
const memberParams = z.object({ roomId: z.uuid(), memberId: z.string().max(20) })
const tags = ['conferences']

function view(conference: Conference, principal: Principal): z.infer<typeof conferenceView> {
  const { room, sinceMs, locked, allMuted, recorded, members } = conference
  return {
    ...{ roomId: room.id, since: iso(sinceMs), locked, allMuted, recorded },
    members: members.map((member) => viewMember(conference, member, principal)),
  }
}

function viewMember(conference: Conference, member: ConferenceMember, principal: Principal): z.infer<typeof memberView> {
  const { id, role, leg, sinceMs, held } = member
  const muted = conference.isMuted(member)
  return { id, role, muted, held, waiting: member.hears === 'music', since: iso(sinceMs), party: viewParty(leg.party, principal) }
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}

/** The conferences that are going on: who is there, and what a moderator does by keys. */
export function liveConferenceRoutes(running: RunningConferences): ApiRoutes {
  const find = (roomId: string, principal: Principal): Conference => {
    const conference = running.of(roomId)
    if (conference === undefined || seenTenants(principal)?.has(conference.context.tenant.id) === false)
      throw new NotFound('conference in room', roomId)
    return conference
  }
  return (api) => {
    addConference(api, find)
    addMembers(api, find, running)
  }
}

type Find = (roomId: string, principal: Principal) => Conference

function addConference(api: Api, find: Find): void {
  const path = '/conference-rooms/:roomId/conference'
  const get = { tags, summary: 'Get the conference in a room', params, response: { 200: conferenceView } }
  api.get(path, { schema: get }, (request) => {
    const principal = principalOf(request)
    return view(find(request.params.roomId, principal), principal)
  })
  const change = {
    tags,
    summary: 'Lock a conference, mute all participants, or record it',
    params,
    body: changes,
    response: { 200: conferenceView },
  }
  api.patch(path, { schema: change }, async (request) => {
    const principal = principalOf(request)
    const conference = find(request.params.roomId, principal)
    const { locked, allMuted, recorded } = request.body
    if (locked !== undefined) conference.lock(locked)
    if (allMuted !== undefined) conference.muteAll(allMuted)
    if (recorded === false) conference.stopRecording()
    if (recorded === true && !(await conference.record())) throw new NotRecordable()
    return view(conference, principal)
  })
  const end = { tags, summary: 'End a conference', params, response: { 204: z.null() } }
  api.delete(path, { schema: end }, async (request, reply) => {
    find(request.params.roomId, principalOf(request)).end()
    return reply.code(204).send(null)
  })
}

function addMembers(api: Api, find: Find, running: RunningConferences): void {
  const path = '/conference-rooms/:roomId/conference/members'
  const response = { 202: z.object({ callId: z.string() }) }
  const summary = 'Invite somebody into a conference that is going on: it is called, and in the conference when it answers'
  api.post(path, { schema: { tags, summary, params, body: invitation, response } }, async (request, reply) => {
    const { who, role } = request.body
    const conference = find(request.params.roomId, principalOf(request))
    const { room, context } = conference
    const { id: callId } = invite(conference, who, (call) => joinRoom(call, room, role, running, context))
    return reply.code(202).send({ callId })
  })
  const body = z.strictObject({ muted: z.boolean() })
  const mute = { tags, summary: 'Mute a member, or let it speak again', params: memberParams, body, response: { 200: memberView } }
  api.patch(`${path}/:memberId`, { schema: mute }, (request) => {
    const principal = principalOf(request)
    const conference = find(request.params.roomId, principal)
    const member = memberOf(conference, request.params.memberId)
    conference.mute(member, request.body.muted)
    return viewMember(conference, member, principal)
  })
  const remove = { tags, summary: 'Remove a member', params: memberParams, response: { 204: z.null() } }
  api.delete(`${path}/:memberId`, { schema: remove }, async (request, reply) => {
    const conference = find(request.params.roomId, principalOf(request))
    void conference.expel(memberOf(conference, request.params.memberId))
    return reply.code(204).send(null)
  })
}

function memberOf(conference: Conference, id: string): ConferenceMember {
  const member = conference.members.find((each) => each.id === id)
  if (member === undefined) throw new NotFound('member', id)
  return member
}
