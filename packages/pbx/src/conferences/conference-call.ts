import { type Call, type Leg, type Outcome, refused, talked } from '@klinke/calls'
import { refuseSaying } from '../calls/announce.ts'
import type { CallContext } from '../calls/context.ts'
import { type TargetFlow, targetGone } from '../calls/route-to.ts'
import { askPin, isOpenToAll, type PinCheck } from './ask-pin.ts'
import type { Conference } from './conference.ts'
import type { ConferenceMember, Newcomer } from './member.ts'
import { serveKeys } from './member-keys.ts'
import type { WaysIn } from './private-word.ts'
import { roomParty } from './room-party.ts'
import type { ConferenceRole, ConferenceRoom } from './rules.ts'
import type { RunningConferences } from './running-conferences.ts'
import { type ConferenceNotice, noticeSource } from './sounds.ts'
import { askName } from './spoken-name.ts'

/** Leads callers into conference rooms: asks for the PIN, then brings them together (CONF-02). */
export function conferenceCall(running: RunningConferences, check: PinCheck): TargetFlow {
  return async (call, roomId, context) => {
    const room = context.tenant.conferences.get(roomId)
    if (room === undefined) return targetGone(call, 'conference', roomId)
    // Nobody pays for hearing that there is no seat.
    if (running.of(roomId)?.admits('moderator') === 'full') return refuseFull(call, room)
    if (!isOpenToAll(room) && check.lock.isLocked(roomId, call.principal.party.number)) return refuseLocked(call, context)
    await call.answer(roomParty(context, room))
    const role = await askPin(call, room, check, context)
    return role === 'no-more-tries' || role === 'pin-locked' ? sendAway(call, role, context) : joinRoom(call, room, role, running, context)
  }
}

/** Brings the call's principal into the room, whose conference it begins if there is none; where names are announced, it is asked for its own before. */
export async function joinRoom(
  call: Call,
  room: ConferenceRoom,
  role: ConferenceRole,
  running: RunningConferences,
  context: CallContext,
): Promise<Outcome> {
  const refusal = refusalOf(running.of(room.id), role)
  if (refusal !== undefined) return sendAway(call, refusal, context)
  const name = room.announceNames ? await askName(call, running.names, context) : undefined
  const newcomer: Newcomer = { role, name }
  const conference = running.of(room.id)
  if (conference === undefined) return host(call, room, newcomer, running, context)
  const late = refusalOf(conference, role)
  if (late !== undefined) return turnAway(call, late, newcomer, context)
  const leg = call.principal
  const why = context.exchange.takeOver(leg, call, conference.host)
  // The last one left in this very moment: a new conference begins.
  if (why === 'ending') return host(call, room, newcomer, running, context)
  if (why === undefined) attend(conference, leg, newcomer, running, context)
  else name?.forget()
  return why === undefined ? talked('hung-up-by-caller') : refused('incompatible', 488)
}

function refusalOf(conference: Conference | undefined, role: ConferenceRole): 'full' | 'locked-out' | undefined {
  const verdict = conference?.admits(role) ?? 'welcome'
  if (verdict === 'welcome') return undefined
  return verdict === 'full' ? 'full' : 'locked-out'
}

/** The seat has gone while it said its name. */
function turnAway(call: Call, why: 'full' | 'locked-out', { name }: Newcomer, context: CallContext): Promise<Outcome> {
  name?.forget()
  return sendAway(call, why, context)
}

function host(call: Call, room: ConferenceRoom, newcomer: Newcomer, running: RunningConferences, context: CallContext): Promise<Outcome> {
  const conference = running.begin(room, call, context)
  call.gathering = {
    has: (leg) => conference.members.some((member) => member.leg === leg),
    replace: (old, leg) => takeSeat(conference, old, leg, running, context),
    holds: (leg, holding) => {
      const member = conference.members.find((there) => there.leg === leg)
      if (member !== undefined) conference.hold(member, holding)
    },
  }
  attend(conference, call.principal, newcomer, running, context)
  return call.over
}

/** The member's time in the conference, which is not that of the call it came with. */
function attend(conference: Conference, leg: Leg, newcomer: Newcomer, running: RunningConferences, context: CallContext): void {
  sit(conference, leg, conference.enter(leg, newcomer), running, context)
}

/** Another device, or somebody whom the member transfers into the conference. */
function takeSeat(conference: Conference, old: Leg, leg: Leg, running: RunningConferences, context: CallContext): void {
  const member = conference.members.find((there) => there.leg === old)
  if (member !== undefined) sit(conference, leg, conference.replace(member, leg), running, context)
}

function sit(
  conference: Conference,
  leg: Leg,
  seated: Promise<ConferenceMember | undefined>,
  running: RunningConferences,
  context: CallContext,
): void {
  const { exchange, pbx } = context
  const ways: WaysIn = {
    comesIn: (call) => joinRoom(call, conference.room, 'participant', running, context),
    sits: (guest) => attend(conference, guest, { role: 'participant', name: undefined }, running, context),
  }
  const attended = seated.then((member) => (member === undefined ? undefined : serveKeys(conference, member, ways)))
  void pbx.inCall.during(leg.party.extensionId, attended).catch((error: unknown) => {
    exchange.logger.error('a conference lost a member', { call: conference.host.id, error: asError(error) })
    conference.host.parties.release(leg)
  })
}

function refuseFull(call: Call, { name }: ConferenceRoom): Outcome {
  call.note('conference-refused', `${name} is full`)
  return refused('busy', 486)
}

/** Before the answer: somebody who guesses keeps no call busy for it. */
function refuseLocked(call: Call, context: CallContext): Promise<Outcome> {
  call.note('conference-refused', 'pin-locked')
  return refuseSaying(call, 'pin-locked', refused('forbidden', 403), context)
}

async function sendAway(call: Call, why: ConferenceNotice, context: CallContext): Promise<Outcome> {
  call.note('conference-refused', why)
  await call.play(noticeSource(why, context))
  return talked('hung-up-by-called')
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
