import { type Call, type Leg, type Refusal, refused, type Seat } from '@klinke/calls'
import { originOf } from '../calls/call-charge.ts'
import type { ShownCaller } from '../calls/caller-identity.ts'
import type { OutboundCall } from '../calls/outbound-call.ts'
import { endOutside, payerOf } from '../guard/end-outside.ts'
import { guardSeat } from '../guard/guard-seat.ts'
import type { CallCredit, CreditedUse, RunningCredit } from './call-credit.ts'
import { nearEndWords, noCreditWords, noPriceWords, usedUpWords } from './words.ts'

/** Where the product says nothing else. */
const WARN_SECONDS = 30
const EMERGENCY: ReadonlySet<string> = new Set(['110', '112'])
/** ITU-T Q.850 cause 29: facility rejected. */
const REASON = 'Q.850;cause=29;text="Credit used up"'
/** Heard by who pays while the other party hears nothing of it. */
const WARNING = { kind: 'signal', signal: 'beep' } as const

/**
 * Customers who pay before they call (BIL-09): each call outside holds credit before it begins, and ends when there is none. Emergency calls never come here,
 * and a number for help that some setting calls passes it.
 */
export class PrepaidCalls {
  readonly #credit: CallCredit

  constructor(credit: CallCredit) {
    this.#credit = credit
  }

  /** Undefined: the call needs no credit. `goesFree`: whether it can only leave by ways that cost nothing here. */
  admit(call: Call, wanted: OutboundCall, { number }: Pick<ShownCaller, 'number'>, goesFree: () => boolean): Seat | Refusal | undefined {
    const { tenant } = wanted
    if (EMERGENCY.has(wanted.number) || call.emergency || !this.#credit.isPrepaid(tenant.id) || goesFree()) return undefined
    const use: CreditedUse = {
      ...{ tenantId: tenant.id, called: wanted.number, billed: number ?? null, origin: originOf(call, wanted) },
      warnSeconds: tenant.profile.payments?.creditWarningSeconds ?? WARN_SECONDS,
    }
    const talk = new PaidTalk()
    const running = this.#credit.begin(use, talk)
    if (running === undefined) return undefined
    if (typeof running === 'string') return refusedCall(call, running)
    return guardSeat(
      (leg, talking) => this.#answered({ use, first: { talk, running } }, leg, talking),
      () => running.end(),
    )
  }

  /** Gives what is to be done when that party is gone. A second one that answers to the same call pays for itself. */
  #answered({ use, first }: { readonly use: CreditedUse; readonly first: Talking }, leg: Leg, call: Call): () => void {
    const record = recordOf(call, leg, use.tenantId)
    // Over a provider of the customer's own, who bills it, or a place that costs nothing.
    if (record?.charge !== undefined && record.charge.way !== 'carrier') {
      first.running.end()
      return () => undefined
    }
    const { talk, running } = first.talk.isTaken ? this.#another(use) : first
    if (typeof running === 'string') void endUnpaid(leg, call)
    // Refused, or the customer does not pay before calling any more.
    if (running === undefined || typeof running === 'string') return () => undefined
    talk.runs(leg, call)
    running.answered(record?.head.id ?? call.journal.current.head.id)
    return () => running.end()
  }

  #another(use: CreditedUse): { readonly talk: PaidTalk; readonly running: ReturnType<CallCredit['begin']> } {
    const talk = new PaidTalk()
    return { talk, running: this.#credit.begin(use, talk) }
  }
}

interface Talking {
  readonly talk: PaidTalk
  readonly running: RunningCredit
}

/** Who talks for what is paid: known from the answer on. */
class PaidTalk {
  #talk: { readonly leg: Leg; readonly first: Call } | undefined

  get isTaken(): boolean {
    return this.#talk !== undefined
  }

  runs(leg: Leg, first: Call): void {
    this.#talk = { leg, first }
  }

  /** Heard by who pays; with media that passes by, the record alone says it. */
  nearEnd(seconds: number): void {
    if (this.#talk === undefined) return
    const { leg, first } = this.#talk
    const call = first.parties.whereabouts(leg) ?? first
    if (call.emergency) return
    call.note('prepaid-credit', `${seconds} s left`, nearEndWords(seconds))
    const payer = payerOf(call, leg)
    if (payer !== undefined && call.anchored) call.play(WARNING, payer).catch(() => undefined)
  }

  usedUp(): void {
    if (this.#talk !== undefined) void endUnpaid(this.#talk.leg, this.#talk.first)
  }
}

function endUnpaid(leg: Leg, first: Call): Promise<void> {
  return endOutside(leg, first, { step: 'prepaid-credit', detail: 'used up', words: usedUpWords, cause: 'credit-used-up', reason: REASON })
}

function refusedCall(call: Call, why: 'no-credit' | 'no-price'): Refusal {
  call.note('prepaid-credit', why === 'no-credit' ? 'too little' : 'no price', why === 'no-credit' ? noCreditWords : noPriceWords)
  const refusal = refused('forbidden', 403)
  // Without a price no top-up would help.
  return why === 'no-credit' ? { ...refusal, why } : refusal
}

/** The record by which that party is rated: one of its own, or that of the call. */
function recordOf({ parties, journal }: Call, leg: Leg, tenantId: string): Call['journal']['current'] | undefined {
  const own = parties.journals.find((each) => !each.over && each.concerns(leg)) ?? journal
  return own.current.head.tenantId === tenantId ? own.current : own.records.findLast(({ head }) => head.tenantId === tenantId)
}
