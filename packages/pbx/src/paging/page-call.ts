import type { Extension } from '@klinke/accounts'
import { type Call, type Outcome, refused, talked } from '@klinke/calls'
import { refuseSaying } from '../calls/announce.ts'
import type { CallContext } from '../calls/context.ts'
import { numberParty } from '../calls/parties.ts'
import { type TargetFlow, targetGone } from '../calls/route-to.ts'
import { maySpeakTo } from '../intercom/rules.ts'
import { availabilityOf, extensionsOf } from '../teams/availability.ts'
import { onDuty } from '../teams/team.ts'
import { Page } from './page.ts'
import type { PageGroup } from './rules.ts'

/** How long the caller waits for phones that are slower than the first. */
const GATHER_MS = 800

/** The caller speaks to all phones of the group at once, which answer by themselves (CALL-05). */
export const callPageGroup: TargetFlow = async (call, groupId, context) => {
  const group = context.tenant.paging.get(groupId)
  if (group === undefined) return targetGone(call, 'page', groupId)
  if (!mayPage(group, context)) {
    call.note('page-refused', `${context.from.number} may not page ${group.name}`)
    return refuseSaying(call, 'not-possible', refused('forbidden', 403), context)
  }
  const phones = listenersOf(call, group, context)
  if (phones.length === 0) return refuseSaying(call, 'page-nobody', refused('unreachable', 480), context)
  const party = { ...numberParty(group.number ?? group.name, context.tenant.id), displayName: group.name }
  await call.answer(party)
  await call.startPlaying({ kind: 'signal', signal: 'ringback' })
  const page = new Page(call, group, party, context)
  await gathered(
    call,
    phones.map((extension) => page.call(extension)),
  )
  return page.size === 0 ? nobodyCame(call, context) : speak(call, page)
}

/** Who is busy, wants no calls or no announcements is left out. */
function listenersOf(call: Call, group: PageGroup, context: CallContext): readonly Extension[] {
  const callerId = context.from.extensionId ?? ''
  const others = extensionsOf(onDuty(group), context).filter(({ id }) => id !== callerId)
  const free = others.filter(
    (extension) => maySpeakTo(context.tenant.intercom, extension.id, callerId) && availabilityOf(extension, context, true) === 'free',
  )
  const called = free.slice(0, group.settings.maxPhones)
  const numbers = (extensions: readonly Extension[]): string => extensions.map(({ number }) => number).join(', ')
  call.note('page', `${numbers(called) || 'nobody'}; left out: ${numbers(others.filter((other) => !called.includes(other))) || 'nobody'}`)
  return called
}

function mayPage({ settings, members }: PageGroup, { internal, from }: CallContext): boolean {
  return internal && (settings.callers === 'everyone' || members.some(({ extensionId }) => extensionId === from.extensionId))
}

/** All phones are in or will not be, or the first is in and the others have had their time. */
async function gathered(call: Call, calling: readonly Promise<boolean>[]): Promise<void> {
  const waited = Promise.withResolvers<void>()
  const late = (isIn: boolean): void => void (isIn && call.after(GATHER_MS, waited.resolve))
  const all = Promise.all(calling.map((each) => each.then(late)))
  await call.scope.race(Promise.race([all, waited.promise]))
}

async function speak(call: Call, page: Page): Promise<Outcome> {
  try {
    await page.open()
    return await Promise.race([call.over, page.deserted])
  } finally {
    page.close()
  }
}

async function nobodyCame(call: Call, { tenant, pbx }: CallContext): Promise<Outcome> {
  call.note('page-nobody', 'no phone answered')
  await call.play(pbx.prompts.source('page-nobody', { tenant }))
  return talked('hung-up-by-called')
}
