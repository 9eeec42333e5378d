import { KlinkeError } from '@klinke/foundation'
import { DEFAULT_CALL_SETTINGS, hotDeskingOf, NO_CALL_SETTINGS, type SliceParts } from '@klinke/pbx/test-support'
import { NO_SETTINGS } from '../../guard/guard-rules.ts'
import type { Lock } from '../../guard/lock.ts'
import { NO_IDENTITY, type TenantIdentity } from '../../identity/identity-rules.ts'
import { carrier } from '../../test-support/test-trunks.ts'
import { BERLIN, COLOGNE, type HelpWorld, type HelpWorldParts, OWN } from './help-world.ts'

/** What keeps an ordinary call from its way, or changes how it is shown, and must do neither to a call for help. */
export interface Bar extends HelpWorldParts {
  readonly headers?: readonly (readonly [string, string])[]
  /** Dialled before the number. */
  readonly code?: string
  /** The extension that calls; absent: 10. */
  readonly from?: string
  /** What has happened before. */
  readonly before?: (world: HelpWorld) => Promise<unknown>
  /** The number that the control centre must see; absent: that of Cologne; undefined: none. */
  readonly shown?: string | undefined
  /** What becomes of an ordinary call in that state: the proof that the bar bars, or hides, anything at all. */
  readonly ordinary: 'goes-nowhere' | 'is-hidden' | 'shows-another' | 'goes'
}

type Settings = Partial<typeof DEFAULT_CALL_SETTINGS>

function settings(of10: Settings): Partial<HelpWorldParts> {
  const extensions = new Map([['acme-10', { ...DEFAULT_CALL_SETTINGS, ...of10 }]])
  return { tenant: { parts: { callSettings: { ...NO_CALL_SETTINGS, extensions } } } }
}

function atSharedPhone(user: string | undefined): Partial<HelpWorldParts> {
  const at = user === undefined ? undefined : { extensionId: user, sinceMs: 0 }
  const hotDesking: SliceParts['hotDesking'] = hotDeskingOf([['acme-90', at]], [])
  return { tenant: { parts: { hotDesking } } }
}

const ALL_RANGES = [{ prefix: '+49', releasable: false, name: { de: 'alles', en: 'all' } }]
const ANONYMOUS = [
  ['From', '<sip:anonymous@anonymous.invalid>;tag=x'],
  ['Privacy', 'id'],
] as const

/** By name. Whoever adds something that refuses or changes calls adds a row here; `precedence-matrix.test.ts` says where one is missing. */
export const BARS = {
  nothing: { ordinary: 'shows-another' },
  // How the caller is shown (EMG-03)
  'CLIR for good': { ...settings({ hideNumber: true }), ordinary: 'is-hidden' },
  'CLIR of the phone': { headers: ANONYMOUS, ordinary: 'is-hidden' },
  'CLIR by code': { code: '*31', ordinary: 'is-hidden' },
  'CLIR lifted by code': { code: '#31', ordinary: 'shows-another' },
  'a number chosen by code': { ...settings({ numberChoices: [BERLIN] }), code: '*331', ordinary: 'shows-another' },
  'a number chosen by code that there is not': { code: '*339', ordinary: 'goes-nowhere' },
  'codes upon codes': { code: '*31#31*31#31*31', ordinary: 'goes-nowhere' },
  'a number preferred by the phone': { headers: [['P-Preferred-Identity', `<sip:${BERLIN}@acme.example>`]], ordinary: 'shows-another' },
  'a number that is not ours in From': { headers: [['From', '<sip:+4989999999@acme.example>;tag=x']], ordinary: 'shows-another' },
  'no number at all': { tenant: { numbers: {} }, shown: undefined, ordinary: 'goes-nowhere' },
  'numbers that say nothing of a place': {
    tenant: { numbers: { '+491701234567': '10', '+4932211234567': '11' } },
    shown: undefined,
    ordinary: 'shows-another',
  },
  'the number of the site moved to another site': {
    tenant: { at: { [COLOGNE]: 'berlin', [BERLIN]: 'berlin' } },
    shown: OWN,
    ordinary: 'shows-another',
  },
  'no site': { tenant: { sites: [], at: {} }, shown: OWN, ordinary: 'shows-another' },
  'a sender pinned for the customer': { identity: pinned('customer'), ordinary: 'shows-another' },
  'a sender pinned for the extension': { identity: pinned('extension'), ordinary: 'shows-another' },
  'a number that may not be shown, refused': {
    ...profileOf({ outbound: { wrongCallerNumber: 'refuse' } }),
    headers: [['P-Preferred-Identity', '<sip:+4989999999@acme.example>']],
    ordinary: 'goes-nowhere',
  },
  // What may be dialled (FRD-01, FRD-02)
  'class 0 of the contract': { tenant: { profile: { outbound: { barringClass: 0 } } }, ordinary: 'goes-nowhere' },
  'class 0 of the customer': { rules: { customer: { class: 0 } }, ordinary: 'goes-nowhere' },
  'class 0 of the site': { rules: { sites: { cologne: { class: 0 } } }, ordinary: 'goes-nowhere' },
  'class 0 of the extension': { rules: { extensions: { 'acme-10': { class: 0 } } }, ordinary: 'goes-nowhere' },
  'Germany barred': { rules: { customer: { deny: ['DE'] } }, ordinary: 'goes-nowhere' },
  'the numbers themselves barred': { rules: { customer: { deny: ['+49110', '+49112', '+4989'] } }, ordinary: 'goes-nowhere' },
  'wrong hours': { rules: { customer: { timed: { scheduleId: 's', when: 'open', class: 0 } } }, ordinary: 'goes-nowhere' },
  'all ranges barred by the product': { tenant: { profile: { outbound: { barredRanges: ALL_RANGES } } }, ordinary: 'goes-nowhere' },
  'the telephone lock': { rules: { extensions: { 'acme-10': { locked: true } } }, ordinary: 'goes-nowhere' },
  'a PIN asked for': { code: '*58', rules: { extensions: { 'acme-10': { class: 0 } } }, ordinary: 'goes-nowhere' },
  // The state of the line
  'do not disturb': { ...settings({ doNotDisturb: true }), ordinary: 'shows-another' },
  'a forwarding of all calls': { ...settings({ forwardings: [forwarding()] }), ordinary: 'shows-another' },
  'a shared phone with somebody else logged in': { ...atSharedPhone('acme-10'), from: '90', shown: BERLIN, ordinary: 'shows-another' },
  'a shared phone with nobody logged in': { ...atSharedPhone(undefined), from: '90', shown: BERLIN, ordinary: 'goes-nowhere' },
  'an extension deleted since it signed in': { from: '19', ordinary: 'goes-nowhere' },
  'a suspended customer': { tenant: { suspended: true }, ordinary: 'goes-nowhere' },
  'as many calls as the extension may have': {
    tenant: { profile: { maxCallsPerExtension: 1 } },
    before: async (world) => {
      await world.dial('10', '11')
      world.pbx.phone().answer('answer')
      await world.pbx.clock.advance(0)
    },
    ordinary: 'goes-nowhere',
  },
  // Channels and call rate (TRK-04, TRK-06)
  'all channels of the contract in use': {
    ...profileOf({ admission: { channels: { both: 1 } } }),
    before: somebodyTalks,
    ordinary: 'goes-nowhere',
  },
  'all channels of the data link in use': {
    admission: { channelsOf: () => ({ links: new Map([['cologne', { both: 1 }]]), devices: new Map() }) },
    before: somebodyTalks,
    ordinary: 'goes-nowhere',
  },
  'all channels of the device in use': {
    admission: { channelsOf: () => ({ links: new Map(), devices: new Map([['acme-10', { out: 1 }]]) }) },
    before: (world) => somebodyTalks(world, '10'),
    ordinary: 'goes-nowhere',
  },
  'all channels of the only carrier in use': {
    carriers: [carrier('one', { channels: 1 })],
    before: somebodyTalks,
    ordinary: 'goes-nowhere',
  },
  'calls that come too fast': {
    ...profileOf({ admission: { callRate: { rule: 'single-account', maxWaiting: 0 } } }),
    before: somebodyTalks,
    ordinary: 'goes-nowhere',
  },
  // The guard against costs (FRD-03 to FRD-05, TRK-11)
  'no minutes left today': { ...profileOf({ guard: { limits: { minutesPerDay: 0 } } }), ordinary: 'goes-nowhere' },
  'no minutes of the extension left today': {
    ...profileOf({ guard: { limits: { minutesPerExtensionPerDay: 0 } } }),
    ordinary: 'goes-nowhere',
  },
  'nothing left to spend today': {
    ...profileOf({ guard: { limits: { microsPerDay: 0 }, prices: [{ prefix: '+49', microsPerSecond: 100 }] } }),
    ordinary: 'goes-nowhere',
  },
  'nothing of the extension left to spend today': {
    ...profileOf({ guard: { limits: { microsPerExtensionPerDay: 0 }, prices: [{ prefix: '+49', microsPerSecond: 100 }] } }),
    ordinary: 'goes-nowhere',
  },
  'no international calls, and new countries held': {
    ...profileOf({ guard: { limits: { internationalCalls: 0, offHoursMinutes: 0 }, holdNewCountries: true } }),
    ordinary: 'shows-another',
  },
  'outgoing calls locked': { guard: { locks: [lock()] }, ordinary: 'goes-nowhere' },
  'locked wholly': { guard: { locks: [lock({ fullFromMs: 0 })] }, ordinary: 'goes-nowhere' },
  'shut down for a security risk': { guard: { locks: [lock({ cause: 'security', fullFromMs: 0 })] }, ordinary: 'goes-nowhere' },
  'a device that may not call': { guard: { settings: { ...NO_SETTINGS, extensionAgents: ['snom*'] } }, ordinary: 'goes-nowhere' },
  // Credit of who pays before calling (BIL-09)
  'no credit left': { credit: 'no-credit', ordinary: 'goes-nowhere' },
  'no price for the call': { credit: 'no-price', ordinary: 'goes-nowhere' },
  // The exchange and its carriers
  'an exchange that stops': {
    before: async ({ pbx }) => {
      void pbx.control.drain({ withinMs: 60_000, emergencyWithinMs: 600_000 })
    },
    ordinary: 'goes-nowhere',
  },
  'no media to be had': {
    before: async ({ pbx }) => {
      pbx.media.refuses = new KlinkeError('no-media-ports', 'all taken')
    },
    ordinary: 'goes-nowhere',
  },
  'a provider of the site itself': { ownProvider: 'reached', ordinary: 'shows-another' },
  'a provider of the site itself that is away': { ownProvider: 'reached', down: ['own'], ordinary: 'shows-another' },
  'a provider of the site itself whose name leads nowhere': { ownProvider: 'nowhere', ordinary: 'goes-nowhere' },
  'the only carrier down': { down: ['one'], ordinary: 'shows-another' },
  'the first carrier down': { carriers: [carrier('one'), carrier('two', { priority: 2 })], down: ['one'], ordinary: 'shows-another' },
} satisfies Readonly<Record<string, Bar>>

function profileOf(profile: NonNullable<NonNullable<HelpWorldParts['tenant']>['profile']>): Partial<HelpWorldParts> {
  return { tenant: { profile } }
}

/** A call outside has been answered. */
async function somebodyTalks(world: HelpWorld, from = '11'): Promise<void> {
  await world.dial(from, '+4940123456')
  world.pbx.phone().answer('answer')
  await world.pbx.clock.advance(0)
}

function pinned(whose: 'customer' | 'extension'): TenantIdentity {
  const settings = { shown: undefined, pinned: BERLIN }
  return whose === 'customer' ? { ...NO_IDENTITY, customer: settings } : { ...NO_IDENTITY, extensions: new Map([['acme-10', settings]]) }
}

function lock(more: Partial<Lock> = {}): Lock {
  return { id: 'l', cause: 'negative-balance', services: 'all', outgoingFromMs: 0, fullFromMs: undefined, liftedAtMs: undefined, ...more }
}

function forwarding(): (typeof DEFAULT_CALL_SETTINGS)['forwardings'][number] {
  const to = { kind: 'extension', targetId: 'acme-11' } as const
  return { when: 'always', to, active: true, callers: 'all', during: null, afterSeconds: null }
}
