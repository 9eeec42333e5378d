import type { LinkConditions } from '@klinke/testbed'
import { addressOfRecord } from '../../src/admission/subscriber.ts'
import type { CallParty } from '../../src/call-records.ts'
import type { Arrival, CallFlow, CallPlan, CallProfile } from '../../src/dial-plan.ts'
import type { DialTarget } from '../../src/exchange/exchange.ts'
import { type Refusal, refused } from '../../src/outcome.ts'
import { SimulatedNode } from '../../src/test-support/simulation/simulated-node.ts'
import type { ComeBack } from '../../src/transfer/come-back.ts'

export { EXCHANGE } from '../../src/test-support/simulation/simulated-node.ts'

export const DOMAIN = 'customer.example'
const TENANT = { id: 'customer', domain: DOMAIN }
const PROFILE: CallProfile = {
  ...{ ringTimeoutSeconds: 20, mediaInactivitySeconds: 60, sessionExpiresSeconds: 1800, mediaPath: 'relay' },
  inCallCodes: { transfer: '*2', back: '*3', toggle: '*4', conference: '*5' },
}
/** Rings everybody but the caller. */
export const GROUP = '50'
/** As `GROUP`; whom these transfer in vain comes back to all (CALL-09). */
export const OPERATOR = '90'
/** Shorter than the ringing time, so that both come about. */
const RETURN_SECONDS = 3

export interface SimulatedExchangeOptions {
  readonly seed: number
  readonly conditions?: LinkConditions
  readonly profile?: Partial<CallProfile>
}

/** One customer whose extensions reach each other and a group of all. */
export class SimulatedExchange extends SimulatedNode {
  /** How often somebody came back to the operator. */
  returned = 0
  readonly #profile: CallProfile

  constructor({ seed, conditions, profile }: SimulatedExchangeOptions) {
    super({ seed, conditions, tenants: [TENANT], dialPlan: (arrival) => this.#plan(arrival) })
    this.#profile = { ...PROFILE, ...profile }
  }

  #plan({ origin, dialled }: Arrival): CallPlan | Refusal {
    if (origin.kind !== 'extension') return refused('forbidden', 403)
    const { extensionNumber: from, extensionId } = origin.subscriber
    const numbers = isTeam(dialled) ? this.extensions.filter((number) => number !== from) : [dialled]
    return {
      kind: 'call',
      tenantId: 'customer',
      direction: 'internal',
      caller: { tenantId: 'customer', extensionId, number: from, displayName: undefined },
      called: partyOf(dialled),
      emergency: false,
      profile: this.#profile,
      flow: this.#ring(from, numbers, dialled === OPERATOR ? this.#comeBack(from) : undefined),
    }
  }

  #ring(from: string, numbers: readonly string[], comeBack?: ComeBack): CallFlow {
    return async (call, exchange) => {
      if (!this.calls.includes(call)) this.calls.push(call)
      const targets = numbers.flatMap((number) =>
        exchange.devicesOf(addressOfRecord({ extensionNumber: number, domain: DOMAIN })).map((device): DialTarget => {
          return { ...device, party: partyOf(number), from: `<sip:${from}@${DOMAIN}>`, to: `<sip:${number}@${DOMAIN}>` }
        }),
      )
      const answered = await exchange.ring(call, targets)
      return answered.kind === 'answered' ? exchange.converse(call, answered.leg, { comeBack }) : answered
    }
  }

  #comeBack(from: string): ComeBack {
    const comeBack: ComeBack = {
      afterSeconds: RETURN_SECONDS,
      lead: (call, _unreached, exchange) => {
        this.returned++
        return this.#ring(from, this.extensions, comeBack)(call, exchange)
      },
    }
    return comeBack
  }
}

function isTeam(dialled: string): boolean {
  return dialled === GROUP || dialled === OPERATOR
}

function partyOf(number: string): CallParty {
  return { tenantId: 'customer', extensionId: isTeam(number) ? undefined : `customer-${number}`, number, displayName: undefined }
}
