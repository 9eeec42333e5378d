import type { Extension } from '@klinke/accounts'
import {
  type Call,
  type CallParty,
  type Confirmation,
  type DialTarget,
  type OriginatedCall,
  type Outcome,
  partyAddress,
  type Refusal,
} from '@klinke/calls'
import { KlinkeError } from '@klinke/foundation'
import type { CallContext } from '../calls/context.ts'
import { extensionById, extensionTargets } from '../calls/extension-targets.ts'
import { extensionParty, numberParty } from '../calls/parties.ts'
import type { Conference } from './conference.ts'
import { roomParty } from './room-party.ts'

/** Who is asked into a conference that is going on. */
export type Invited =
  | { readonly kind: 'extension'; readonly targetId: string }
  /** `number`: E.164. `by`: whose number is shown; absent: the tenant's own. */
  | { readonly kind: 'external'; readonly number: string; readonly by?: Extension }

/** Leads who has accepted into the conference. */
export type ComesIn = (call: Call) => Promise<Outcome>

export class ConferenceFull extends KlinkeError {
  constructor() {
    super('conference-full', 'No seat is free in this conference. Remove somebody first.')
  }
}

export class ConferenceUnreachable extends KlinkeError {
  constructor(why: string) {
    super('conference-unreachable', `Nobody can be called there: ${why}.`)
  }
}

/** How long whoever answers outside may think about it. */
const ACCEPT_WITHIN_SECONDS = 10

/**
 * Calls somebody, who is in the conference when it answers, without a PIN; outside only who presses 1, so that the conference never
 * talks to a mailbox. Throws `ConferenceFull` or `ConferenceUnreachable`. */
export function invite(conference: Conference, invited: Invited, comesIn: ComesIn): OriginatedCall {
  if (conference.admits('moderator') === 'full') throw new ConferenceFull()
  const { context, room } = conference
  const first = targetsOf(invited, conference)
  const guest = first[0]?.party
  if (guest === undefined) throw new ConferenceUnreachable('no device is registered, or no carrier leads there')
  const made = context.exchange.originate({
    tenantId: context.tenant.id,
    direction: invited.kind === 'extension' ? 'internal' : 'outbound',
    ...partiesFor(invited, guest, conference),
    ...{ profile: context.tenant.profile, first },
    flow: async (call) => {
      // Who is called into a conference that has ended meanwhile shall not sit there alone.
      if (!conference.running) return ENDED_MEANWHILE
      await call.answer(roomParty(context, room))
      return comesIn(call)
    },
  })
  if (!('id' in made)) throw new ConferenceUnreachable(made.reason ?? made.cause)
  conference.host.note('conference-invited', guest.number)
  return made
}

/** A colleague comes to the room; outside a number is called, which who invites is charged for. */
function partiesFor(
  invited: Invited,
  guest: CallParty,
  { context, room }: Conference,
): { readonly caller: CallParty; readonly called: CallParty } {
  const at = roomParty(context, room)
  if (invited.kind === 'extension') return { caller: guest, called: at }
  return { caller: invited.by === undefined ? at : extensionParty(context.tenant, invited.by), called: guest }
}

const ENDED_MEANWHILE: Refusal = { kind: 'refused', cause: 'declined', status: 480 }

function targetsOf(invited: Invited, { context, room, host }: Conference): readonly DialTarget[] {
  const from = roomParty(context, room)
  if (invited.kind === 'external') {
    const target = context.pbx.outside.target(host, {
      number: invited.number,
      tenant: context.tenant,
      extension: invited.by,
      wantsPerson: true,
    })
    if (target === undefined) return []
    const ownRecord = {
      tenantId: context.tenant.id,
      direction: 'outbound',
      caller: from,
      because: `led by conference ${room.name}`,
    } as const
    return [{ ...target, party: numberParty(invited.number), confirm: pressOne(context), ownRecord }]
  }
  const extension = extensionById(context.tenant, invited.targetId)
  if (extension === undefined) return []
  const shown = partyAddress(from.displayName, from.number || 'conference', context.tenant.sipDomain)
  return extensionTargets(extension, { ...context, from }).map((target) => ({ ...target, from: shown }))
}

function pressOne({ tenant, pbx }: CallContext): Confirmation {
  return { prompt: pbx.prompts.source('conf-invited', { tenant }), key: '1', withinSeconds: ACCEPT_WITHIN_SECONDS }
}
