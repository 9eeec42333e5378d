import type { Conference, ConferenceMember } from './conference.ts'
import { KEY_WITHIN_MS, type KeyAction, keyAction } from './keys.ts'

/** Does what a member asks for by keys, until it is gone. */
export async function serveKeys(conference: Conference, member: ConferenceMember): Promise<void> {
  for (;;) {
    const star = await member.leg.digits.next()
    if (star.kind !== 'digit') return
    if (star.digit !== '*') continue
    const key = await member.leg.digits.next(KEY_WITHIN_MS)
    if (key.kind === 'gone') return
    if (key.kind === 'timeout') continue
    const action = keyAction(key.digit, member.role)
    if (action === undefined) await conference.tell(member, 'refused')
    else await carryOut(action, conference, member)
  }
}

async function carryOut(action: KeyAction, conference: Conference, member: ConferenceMember): Promise<void> {
  conference.host.note('conference-key', `${member.leg.party.number}: ${action}`)
  switch (action) {
    case 'mute-self':
      conference.mute(member, !member.muted)
      break
    case 'count':
      return conference.tellCount(member)
    case 'mute-all':
      conference.muteAll(!conference.allMuted)
      break
    case 'lock':
      conference.lock(!conference.locked)
      break
    case 'remove-last': {
      const last = conference.members.findLast((other) => other !== member && other.role === 'participant')
      if (last === undefined) return conference.tell(member, 'refused')
      conference.remove(last)
      break
    }
    case 'end':
      return conference.end()
  }
  return conference.tell(member, 'accepted')
}
