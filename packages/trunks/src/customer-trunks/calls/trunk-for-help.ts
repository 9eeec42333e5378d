import { ortsnetzOf, siteOf, type TenantSnapshot } from '@klinke/accounts'
import type { SipRequest } from '@klinke/sip'
import type { CustomerTrunk } from '../customer-trunk.ts'
import { areaCodeOfTrunk, numbersNamed } from './pbx-caller.ts'
import type { TrunkOfNumber } from './trunk-of.ts'

/** A trunk that a call for help may come by, with its customer. */
export interface TrunkInQuestion {
  readonly trunk: CustomerTrunk
  readonly tenant: TenantSnapshot
}

/** What speaks for a trunk; the first that holds outweighs all behind it. */
const [LED_THERE, OF_ITS_SITE, OF_ITS_CUSTOMER, OF_ITS_ORTSNETZ] = [8, 4, 2, 1] as const

/**
 * By which of the trunks that share an address a call for help comes: that decides to which place help is sent (EMG-02). The numbers that the PBX names
 * tell: a number is led to the trunk, is one of its site, of its customer, or has at least the area code of its site. A call for help is never
 * refused because nothing tells: then it is the first trunk. Undefined: there is none.
 */
export function trunkForHelp(request: SipRequest, trunks: readonly TrunkInQuestion[], trunkOf: TrunkOfNumber): CustomerTrunk | undefined {
  const judged = trunks.map((each) => ({ trunk: each.trunk, weight: weightOf(request, each, trunkOf) }))
  const most = Math.max(...judged.map(({ weight }) => weight))
  return judged.find(({ weight }) => weight === most)?.trunk
}

function weightOf(request: SipRequest, { trunk, tenant }: TrunkInQuestion, trunkOf: TrunkOfNumber): number {
  // A number without area code is one of where the PBX stands.
  const named = numbersNamed(request, areaCodeOfTrunk(tenant, trunk))
  const site = siteOf(tenant, trunk.siteId === undefined ? {} : { siteId: trunk.siteId })
  const own = named.flatMap((e164) => tenant.numbers.get(e164) ?? [])
  const isHere = (number: { readonly siteId?: string }): boolean => site !== undefined && siteOf(tenant, number)?.id === site.id
  const isNear = numbersNamed(request, undefined).some((e164) => site !== undefined && ortsnetzOf(e164) === site.areaCode)
  return (
    (named.some((e164) => trunkOf(e164) === trunk.id) ? LED_THERE : 0) +
    (own.some(isHere) ? OF_ITS_SITE : 0) +
    (own.length > 0 ? OF_ITS_CUSTOMER : 0) +
    (isNear ? OF_ITS_ORTSNETZ : 0)
  )
}
