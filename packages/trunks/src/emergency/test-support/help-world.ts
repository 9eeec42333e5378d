import { DEFAULT_PROFILE, type Site } from '@klinke/accounts'
import { TestPbx, type TestTenant } from '@klinke/pbx/test-support'
import type { PaperCaller, PaperPhone } from '@klinke/testbed'
import { CallAdmission, type CallAdmissionParts } from '../../admission/call-admission.ts'
import { Barring } from '../../barring/barring.ts'
import type { TenantRules } from '../../barring/level-rules.ts'
import type { OutboundParts } from '../../calls/carrier-places.ts'
import { dialPlan, outsideLines } from '../../calls/dial-plan.ts'
import type { Carrier } from '../../carrier.ts'
import { CostGuard } from '../../guard/cost-guard.ts'
import { type GuardRules, NO_GUARD_RULES } from '../../guard/guard-rules.ts'
import { profilePrices } from '../../guard/guarded-call.ts'
import { Identities } from '../../identity/identity.ts'
import type { TenantIdentity } from '../../identity/identity-rules.ts'
import type { CarrierWay } from '../../lines/carrier-line.ts'
import type { OwnCarrier } from '../../own-carriers/own-carrier.ts'
import { PrepaidCalls } from '../../prepaid/prepaid-calls.ts'
import { type RulesInShort, tenantRules } from '../../test-support/rules.ts'
import { carrier } from '../../test-support/test-trunks.ts'

/** The number of the site in Cologne, and that of the site in Berlin. */
export const COLOGNE = '+4922155500'
export const BERLIN = '+493023125700'
/** Shown by 10 to everybody else. */
export const OWN = '+4922155501'

const SITE = { addresses: [], emergencyNumber: undefined }
const SITES: readonly Site[] = [
  { ...SITE, id: 'cologne', name: 'Köln', isMain: true, areaCode: '221', emergencyNumber: COLOGNE },
  { ...SITE, id: 'berlin', name: 'Berlin', isMain: false, areaCode: '30' },
]

/** Extensions 10 and 11 are in Cologne, 12 and the shared phone 90 in Berlin. */
export const ACME: TestTenant = {
  id: 'acme',
  extensions: ['10', '11', '12', '90'],
  numbers: { [OWN]: '10', [COLOGNE]: '11', [BERLIN]: '12' },
  outgoing: { '10': OWN },
  sites: SITES,
  at: { '12': 'berlin', '90': 'berlin', [BERLIN]: 'berlin' },
}

/** The provider that the customer has for its site in Cologne. */
function ownProviderParts(state: 'reached' | 'nowhere'): Pick<OutboundParts, 'ownCarriers' | 'way'> {
  const own: OwnCarrier = { ...carrier('own'), tenantId: 'acme', siteId: 'cologne', alsoServes: [] }
  const way: CarrierWay = { targets: [{ protocol: 'UDP', remote: { address: '192.0.2.99', port: 5060 } }], route: [] }
  return {
    ownCarriers: { carrier: () => own, ofTenant: () => [own] },
    way: (id) => (id === 'own' && state === 'reached' ? way : undefined),
  }
}

/** No timer is ever due: nobody talks for long here. */
function guardOf(rules: Partial<GuardRules>): CostGuard {
  const clock = { nowMs: () => 0, epochMs: () => Date.UTC(2026, 10, 23, 12), after: () => ({ cancel: () => undefined }) }
  const all = { ...NO_GUARD_RULES, ...rules }
  return new CostGuard({ rulesOf: () => all, isOpen: () => true, priceOf: profilePrices(), notify: () => Promise.resolve(true), clock })
}

export interface HelpWorldParts {
  readonly tenant?: Partial<TestTenant>
  readonly rules?: RulesInShort
  /** What the guard against costs knows. */
  readonly guard?: Partial<GuardRules>
  /** The customer pays before calling, and that is said of every call; absent: it has a contract. */
  readonly credit?: 'no-credit' | 'no-price'
  readonly carriers?: readonly Carrier[]
  /** Who is shown to everybody else. */
  readonly identity?: TenantIdentity
  /** The site in Cologne has a provider of its own, `own`: it is reached, or its name leads nowhere. */
  readonly ownProvider?: 'reached' | 'nowhere'
  /** Channels of sites and extensions. */
  readonly admission?: CallAdmissionParts
  /** Carriers that are known to be down. */
  readonly down?: readonly string[]
}

/** The whole dial plan over the whole PBX, as the server puts them together, and carriers on paper. */
export class HelpWorld {
  readonly pbx: TestPbx

  constructor(parts: HelpWorldParts = {}) {
    const { tenant = {}, rules, guard = {}, carriers = [carrier('one')], admission, identity, credit, ownProvider, down = [] } = parts
    const set: TenantRules | undefined = rules && tenantRules(rules)
    const clock = { epochMs: () => Date.UTC(2026, 10, 23, 12) }
    const outbound = {
      identity: new Identities({ identityOf: () => identity, clock }),
      barring: new Barring({ rulesOf: () => set, isOpen: () => true, clock }),
      admission: new CallAdmission(admission),
      guard: guardOf(guard),
      ...(credit !== undefined && { credit: new PrepaidCalls({ isPrepaid: () => true, begin: () => credit }) }),
      carriers: { carrier: (id: string) => carriers.find((known) => known.id === id), carriers: () => carriers },
      ...(ownProvider !== undefined && ownProviderParts(ownProvider)),
      isUp: (id: string) => !down.includes(id),
    }
    const lock = { isLocked: () => false, set: () => Promise.resolve() }
    const profile = { ...DEFAULT_PROFILE, ...tenant.profile }
    this.pbx = new TestPbx([{ ...ACME, ...tenant, profile }], {
      trunks: { outside: outsideLines(outbound, lock), plan: (inside, directory) => dialPlan({ ...outbound, directory, inside }) },
    })
  }

  dial(from: string, dialled: string, headers: readonly (readonly [string, string])[] = []): Promise<PaperCaller> {
    return this.pbx.dial('acme', from, dialled, headers)
  }

  /** The public network calls a number of the customer. */
  callIn(number: string): Promise<PaperCaller> {
    return this.pbx.callIn('one', number)
  }

  /** The INVITEs that went to carriers, to 110 and 112. */
  get forHelp(): readonly PaperPhone[] {
    return this.pbx.phones.filter(({ invite }) => /^sip:11[02]@[a-z]+\.example$/.test(invite.uri))
  }

  /** Those to any number outside. */
  get outside(): readonly PaperPhone[] {
    return this.pbx.phones.filter(({ invite }) => /@(one|two|own)\.example$/.test(invite.uri))
  }
}
