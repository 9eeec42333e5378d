import type { Extension } from '@klinke/accounts'
import { type Call, refused, talked } from '@klinke/calls'
import { callProfile } from '../calls/call-profile.ts'
import type { CallContext } from '../calls/context.ts'
import { extensionParty } from '../calls/parties.ts'
import { mayPickUp } from '../pickup/rules.ts'
import type { CallWork } from '../slices/slice.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { ownPhones, type PhoneChoice } from './own-phone.ts'
import { MayNotPickUp, NoCallsNow, NothingRings } from './rules.ts'

/** Seconds that a phone has to answer by itself. */
const ANSWER_SECONDS = 15

/** A call that rings, and at whose phone. */
export interface RingingAt {
  readonly call: Call
  readonly rung: Extension
}

/**
 * An extension answers a call that rings, at its own phone or a colleague's, by a program: its phone is called once more and asked to answer by itself, and
 * what it has then is the call. A phone that does not answer by itself rings on, and may be taken up by hand. Throws `NothingRings`, `MayNotPickUp`,
 * `NoPhoneThere` and `NoCallsNow`.
 */
export function answerHere(
  { call: ringing, rung }: RingingAt,
  answering: Extension,
  phone: PhoneChoice,
  tenant: PbxSnapshot,
  { exchange, pbx }: CallWork,
): string {
  const { ringing: branches } = ringing
  if (branches === undefined || branches.settled) throw new NothingRings()
  if (!mayPickUp(tenant.pickup, answering.id, rung.id)) throw new MayNotPickUp()
  const from = ringing.principal.party
  const as = extensionParty(tenant, answering)
  const context: CallContext = { tenant, from, internal: true, forwards: [], exchange, pbx }
  const made = exchange.originate({
    ...{ tenantId: tenant.id, direction: 'internal', caller: as, called: from, profile: callProfile(tenant, pbx) },
    first: ownPhones(answering, { autoAnswer: true, ...phone }, context),
    ring: { withinSeconds: ANSWER_SECONDS },
    flow: async (call) => {
      const picked = branches.settled ? refused('no-answer', 480) : await exchange.pickUp(call, ringing, as)
      if (picked.kind !== 'picked-up') return picked
      ringing.note('picked-up', `${answering.number} answers for ${rung.number} by a program`)
      return talked('hung-up-by-caller')
    },
  })
  if ('kind' in made) throw new NoCallsNow()
  // Whoever is faster, at the phone itself or elsewhere: nobody is to be called any more.
  void Promise.race([branches.outcome, ringing.over]).then(
    () => made.cancel(),
    () => made.cancel(),
  )
  return made.id
}
