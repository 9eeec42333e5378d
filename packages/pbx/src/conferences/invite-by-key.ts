import type { Leg, OriginatedCall } from '@klinke/calls'
import { KlinkeError } from '@klinke/foundation'
import type { Conference } from './conference.ts'
import { type ComesIn, type Invited, invite } from './invite.ts'
import type { ConferenceMember } from './member.ts'

/** Longer than any number, with the digits before it. */
const MAX_DIGITS = 24
const FIRST_KEY_MS = 10_000
const NEXT_KEY_MS = 4000

/** A moderator types a number, and who answers there is in the conference. The moderator hears the others while it types. */
export async function inviteByKey(conference: Conference, member: ConferenceMember, comesIn: ComesIn): Promise<void> {
  const made = await callByKey(conference, member, comesIn)
  return conference.tell(member, made === undefined ? 'not-possible' : 'done')
}

/** Asks the member for a number, and calls it. `undefined`: nobody was called. */
export async function callByKey(conference: Conference, member: ConferenceMember, comesIn: ComesIn): Promise<OriginatedCall | undefined> {
  const asked = conference.tell(member, 'ask-number')
  const number = await numberTyped(member.leg)
  await asked
  return number === undefined ? undefined : call(conference, number, member.leg, comesIn)
}

/** Up to `#`, or a pause. `undefined`: nothing, or it has gone. */
async function numberTyped({ digits }: Leg): Promise<string | undefined> {
  let typed = ''
  while (typed.length < MAX_DIGITS) {
    const key = await digits.next(typed === '' ? FIRST_KEY_MS : NEXT_KEY_MS)
    if (key.kind === 'gone') return undefined
    if (key.kind === 'timeout' || key.digit === '#') break
    typed += key.digit
  }
  return typed === '' ? undefined : typed
}

function call(conference: Conference, number: string, by: Leg, comesIn: ComesIn): OriginatedCall | undefined {
  const invited = whoHas(number, by, conference)
  if (invited === undefined) return undefined
  try {
    return invite(conference, invited, comesIn)
  } catch (error) {
    if (!(error instanceof KlinkeError)) throw error
    conference.host.note('conference-not-invited', error.code)
    return undefined
  }
}

/**
 * An extension of the tenant calls whom it could call from its phone, in its own name. Whoever else moderates reaches extensions
 * alone: a PIN must not open the way to numbers outside.
 */
function whoHas(number: string, by: Leg, { context: { exchange, tenant } }: Conference): Invited | undefined {
  const inside = tenant.internalNumbers.byNumber.get(number)
  if (inside !== undefined) return inside.kind === 'extension' ? { kind: 'extension', targetId: inside.id } : undefined
  const extension = tenant.extensions.get(by.party.number)
  if (by.party.tenantId !== tenant.id || extension === undefined || extension.id !== by.party.extensionId) return undefined
  const plan = exchange.planFor(by, number)
  if (plan.kind !== 'call' || plan.emergency) return undefined
  const { extensionId, tenantId, number: called } = plan.called
  if (extensionId !== undefined) return tenantId === tenant.id ? { kind: 'extension', targetId: extensionId } : undefined
  return plan.direction === 'outbound' && called.startsWith('+') ? { kind: 'external', number: called, by: extension } : undefined
}
