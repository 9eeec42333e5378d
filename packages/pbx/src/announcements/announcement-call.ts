import { refused, talked } from '@klinke/calls'
import { numberParty } from '../calls/parties.ts'
import { type TargetFlow, targetGone } from '../calls/route-to.ts'
import { announcementSource } from './announcement.ts'

/** The destination `announcement`: the caller hears it to its end. */
export const playAnnouncement: TargetFlow = async (call, targetId, context) => {
  const { tenant, pbx } = context
  const announcement = tenant.announcements.byId.get(targetId)
  if (announcement === undefined) return targetGone(call, 'announcement', targetId)
  const source = announcementSource(announcement, pbx.prompts, { tenant })
  if (source === undefined) {
    call.note('announcement-silent', `${announcement.name}: nothing has been recorded yet`)
    return refused('not-found', 404)
  }
  call.note('announcement', announcement.name)
  await call.answer({ ...numberParty('announcement', tenant.id), displayName: announcement.name })
  await call.play(source)
  return talked('hung-up-by-called')
}
