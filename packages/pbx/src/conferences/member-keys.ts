import type { Conference } from './conference.ts'
import { inviteByKey } from './invite-by-key.ts'
import { KEY_WITHIN_MS, type KeyAction, keyAction } from './keys.ts'
import type { ConferenceMember } from './member.ts'
import { privateWord, type WaysIn } from './private-word.ts'

/** Does what a member asks for by keys, until it is gone. */
export async function serveKeys(conference: Conference, member: ConferenceMember, ways: WaysIn): Promise<void> {
  for (;;) {
    const star = await member.leg.digits.next()
    if (star.kind !== 'digit') return
    if (star.digit !== '*') continue
    const key = await member.leg.digits.next(KEY_WITHIN_MS)
    if (key.kind === 'gone') return
    if (key.kind === 'timeout') continue
    const action = keyAction(key.digit, member.role)
    if (action === undefined) await conference.tell(member, 'not-possible')
    else await carryOut(action, conference, member, ways)
  }
}

async function carryOut(action: KeyAction, conference: Conference, member: ConferenceMember, ways: WaysIn): Promise<void> {
  conference.host.note('conference-key', `${member.leg.party.number}: ${action}`)
  switch (action) {
    case 'mute-self':
      conference.mute(member, !member.muted)
      return conference.tell(member, member.muted ? 'muted' : 'unmuted')
    case 'count':
      return conference.tellCount(member)
    case 'invite':
      return inviteByKey(conference, member, ways.comesIn)
    case 'private-word':
      return privateWord(conference, member, ways)
    case 'names':
      return conference.tellNames(member)
    case 'mute-all':
      conference.muteAll(!conference.allMuted)
      return conference.tell(member, conference.allMuted ? 'all-muted' : 'all-unmuted')
    case 'record':
      if (conference.stopRecording() || (await conference.record())) return
      return conference.tell(member, 'not-possible')
    case 'lock':
      conference.lock(!conference.locked)
      return conference.tell(member, conference.locked ? 'locked' : 'unlocked')
    case 'remove-last': {
      const last = conference.members.findLast((other) => other !== member && other.role === 'participant')
      if (last === undefined) return conference.tell(member, 'not-possible')
      void conference.expel(last)
      return conference.tell(member, 'done')
    }
    case 'menu':
      return conference.tell(member, 'menu')
    case 'end':
      return conference.end()
  }
}
