import type { LinkConditions } from '@klinke/testbed'
import { addressOfRecord } from '../../src/admission/subscriber.ts'
import type { Arrival, CallFlow, CallPlan, CallProfile } from '../../src/dial-plan.ts'
import type { DialTarget } from '../../src/exchange/exchange.ts'
import { type Refusal, refused } from '../../src/outcome.ts'
import { SimulatedNode } from '../../src/test-support/simulation/simulated-node.ts'

export { EXCHANGE } from '../../src/test-support/simulation/simulated-node.ts'

export const DOMAIN = 'customer.example'
const TENANT = { id: 'customer', domain: DOMAIN }
const PROFILE: CallProfile = {
  ...{ ringTimeoutSeconds: 20, mediaInactivitySeconds: 60, sessionExpiresSeconds: 1800, mediaPath: 'relay' },
  inCallCodes: { transfer: '*2', back: '*3', toggle: '*4', conference: '*5' },
}
/** Rings everybody but the caller. */
export const GROUP = '50'

export interface SimulatedExchangeOptions {
  readonly seed: number
  readonly conditions?: LinkConditions
  readonly profile?: Partial<CallProfile>
}

/** One customer whose extensions reach each other and a group of all. */
export class SimulatedExchange extends SimulatedNode {
  readonly #profile: CallProfile

  constructor({ seed, conditions, profile }: SimulatedExchangeOptions) {
    super({ seed, conditions, tenants: [TENANT], dialPlan: (arrival) => this.#plan(arrival) })
    this.#profile = { ...PROFILE, ...profile }
  }

  #plan({ origin, dialled }: Arrival): CallPlan | Refusal {
    if (origin.kind !== 'extension') return refused('forbidden', 403)
    const { extensionNumber: from, extensionId } = origin.subscriber
    const numbers = dialled === GROUP ? this.extensions.filter((number) => number !== from) : [dialled]
    return {
      kind: 'call',
      tenantId: 'customer',
      direction: 'internal',
      caller: { tenantId: 'customer', extensionId, number: from, displayName: undefined },
      called: { tenantId: 'customer', extensionId: undefined, number: dialled, displayName: undefined },
      emergency: false,
      profile: this.#profile,
      flow: this.#ring(from, numbers),
    }
  }

  #ring(from: string, numbers: readonly string[]): CallFlow {
    return async (call, exchange) => {
      if (!this.calls.includes(call)) this.calls.push(call)
      const targets = numbers.flatMap((number) =>
        exchange.devicesOf(addressOfRecord({ extensionNumber: number, domain: DOMAIN })).map((device): DialTarget => {
          const party = { tenantId: 'customer', extensionId: `customer-${number}`, number, displayName: undefined }
          return { ...device, party, from: `<sip:${from}@${DOMAIN}>`, to: `<sip:${number}@${DOMAIN}>` }
        }),
      )
      const answered = await exchange.ring(call, targets)
      return answered.kind === 'answered' ? exchange.converse(call, answered.leg) : answered
    }
  }
}
