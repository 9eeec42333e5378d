import type { TenantSnapshot } from '@klinke/accounts'
import { type Call, type CallIdentity, type Refusal, refused } from '@klinke/calls'
import type { Clock } from '@klinke/foundation'
import type { SipRequest } from '@klinke/sip'
import { type CallerChoice, privacyOf, type ShownCaller } from '../calls/caller-identity.ts'
import type { OutboundCall } from '../calls/outbound-call.ts'
import { decideIdentity, type IdentityDecision, type IdentityQuestion, pinnedNumber } from './decide.ts'
import { NO_IDENTITY, type TenantIdentity } from './identity-rules.ts'
import { declinedWords, shownWords } from './identity-words.ts'

export interface IdentitiesParts {
  /** What is set for a tenant; undefined: nothing. */
  readonly identityOf: (tenantId: string) => TenantIdentity | undefined
  readonly clock: Pick<Clock, 'epochMs'>
}

/** Whose call it is and how it would be shown. */
type Asked = Pick<OutboundCall, 'tenant' | 'extension' | 'choice' | 'original' | 'head'>

/** Which number is shown outside and which one pays, of each call that leaves a tenant; 110 and 112 never come here (EMG-03). */
export class Identities {
  readonly #parts: IdentitiesParts

  constructor(parts: IdentitiesParts) {
    this.#parts = parts
  }

  decide({ tenant, extension, choice, original, head }: Asked): IdentityDecision {
    return decideIdentity({ tenant, extension, wished: choice?.number, original, head }, this.#identityOf(tenant), this.#now)
  }

  /** How the caller is told to a carrier. The call's record says why the number may be shown, or why the call does not go. */
  shownCaller(call: Pick<Call, 'note' | 'request'>, asked: Asked): ShownCaller | Refusal {
    const decision = this.decide(asked)
    if (decision.kind === 'refused') {
      call.note('identity-refused', decision.declined.number, declinedWords(decision.declined, 'refused'))
      return refused('forbidden', 403)
    }
    for (const each of decision.declined) call.note('identity-declined', each.number, declinedWords(each, 'declined'))
    if (decision.kind === 'no-number') return withoutNumber(call)
    const privacy = this.#privacy(call.request, asked)
    const isHidden = privacy === 'id'
    call.note('identity', `${decision.number} billed ${decision.billed}`, shownWords(decision, isHidden))
    const { number, billed } = decision
    return number === billed || isHidden ? { number: billed, privacy } : { number: billed, privacy, original: number }
  }

  /** The same for a number of this exchange, which no carrier brings: who has no number calls there, too, and is not seen. Own numbers refuse nobody. */
  shownInside(call: Pick<Call, 'note' | 'request'>, asked: Asked & Pick<OutboundCall, 'number'>): ShownCaller | Refusal {
    const { kind } = this.decide(asked)
    if (kind === 'no-number' || (kind === 'refused' && asked.tenant.numbers.has(asked.number))) return NOBODY
    return this.shownCaller(call, asked)
  }

  /** What a party of this exchange sees of a caller of another tenant; undefined: nothing (CLIR). */
  numberShown(
    tenant: TenantSnapshot,
    extension: IdentityQuestion['extension'],
    request: SipRequest,
    choice?: CallerChoice,
  ): string | undefined {
    if (this.#privacy(request, { tenant, extension, ...(choice && { choice }) }) === 'id') return undefined
    const decision = decideIdentity({ tenant, extension, wished: choice?.number }, this.#identityOf(tenant), this.#now)
    return decision.kind === 'shown' ? decision.number : undefined
  }

  /** A pinned sender is never hidden (CLI-05): whoever advertises shows his number (§ 7 UWG). */
  #privacy(
    request: SipRequest,
    { tenant, extension, choice }: Pick<Asked, 'tenant' | 'choice'> & { extension: IdentityQuestion['extension'] },
  ): ShownCaller['privacy'] {
    const pinned = pinnedNumber(extension, this.#identityOf(tenant))
    return privacyOf(request, pinned === undefined ? choice : { ...choice, hidden: false })
  }

  #identityOf({ id }: Pick<TenantSnapshot, 'id'>): TenantIdentity {
    return this.#parts.identityOf(id) ?? NO_IDENTITY
  }

  get #now(): number {
    return this.#parts.clock.epochMs()
  }
}

const NOBODY: ShownCaller = { number: undefined, privacy: 'id' }

function withoutNumber(call: Pick<Call, 'note'>): Refusal {
  call.note('no-outgoing-number', 'the tenant has no number to show')
  return refused('forbidden', 403)
}

/** For the record of a call: who was shown, and who pays (CLI-02). */
export function recordedIdentity({ number, privacy, original }: ShownCaller): CallIdentity | undefined {
  if (number === undefined) return undefined
  return { shown: privacy === 'id' ? null : (original ?? number), billed: number }
}
