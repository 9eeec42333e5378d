import type { BridgeEnd } from '../bridge/bridge.ts'
import type { Call } from '../call/call.ts'
import type { InCallCodes } from '../dial-plan.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { Leg } from '../leg/leg.ts'
import { type Outcome, type Refusal, talked } from '../outcome.ts'
import { attended } from './attended.ts'
import { blind } from './blind.ts'
import type { ComeBack } from './come-back.ts'
import { consult } from './consult.ts'

export interface ConverseOptions {
  /** The target of a transfer was not reached, and the one who transferred is not there any more either. Absent: the call ends. */
  readonly nobodyThere?: (call: Call, refusal: Refusal, exchange: Exchange) => Promise<Outcome>
  /** Who is transferred out of this conversation and not answered comes back by this way. Absent: to the phone that transferred. */
  readonly comeBack?: ComeBack | undefined
}

/** What comes after one conversation: another one in the same call, or the end. */
export type Next = { readonly kind: 'talk-on'; readonly to: Leg } | Outcome

/** Lets the principal talk to `leg`, and to whomever transfers and consultations bring, until the call is over. See `Exchange.converse`. */
export async function converse(call: Call, leg: Leg, exchange: Exchange, options: ConverseOptions): Promise<Outcome> {
  let next: Next = { kind: 'talk-on', to: leg }
  while (next.kind === 'talk-on') {
    const end: BridgeEnd = await call.talkTo(next.to, { codes: codesOf(call.profile.inCallCodes), commands: true })
    next = await afterwards(call, end, exchange, options)
  }
  return next
}

async function afterwards(call: Call, end: BridgeEnd, exchange: Exchange, options: ConverseOptions): Promise<Next> {
  const { consultation } = call
  if (consultation !== undefined && !consultation.settled && end.kind !== 'transfer' && end.kind !== 'taken')
    return consultation.afterwards(end)
  switch (end.kind) {
    case 'hung-up':
      return talked(end.cause, end.reason)
    case 'taken':
      return talked(end.remaining.role === 'caller' ? 'hung-up-by-called' : 'hung-up-by-caller')
    case 'transfer':
      return end.referral.target.replaces === undefined ? blind(call, end, exchange, options) : attended(call, end, exchange, options)
    case 'dialled-code':
      return end.code === call.profile.inCallCodes?.transfer
        ? consult(call, end, exchange, options)
        : { kind: 'talk-on', to: otherOf(call, end) }
    case 'commanded':
      return end.command.kind === 'consult' ? consult(call, end, exchange, options) : { kind: 'talk-on', to: otherOf(call, end) }
  }
}

/** The one the principal talks on with. */
export function otherOf(call: Call, { by, remaining }: { readonly by: Leg; readonly remaining: Leg }): Leg {
  return call.principal === by ? remaining : by
}

function codesOf(codes: InCallCodes | undefined): readonly string[] {
  if (codes === undefined) return []
  return [codes.transfer, codes.back, codes.toggle, codes.conference].filter((code) => code !== undefined)
}
