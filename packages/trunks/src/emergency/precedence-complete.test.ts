/**
 * Whoever adds a setting, a rule, a gate or a feature says here which row of the matrix holds it against calls for help, or why none need:
 * it does not compile without.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OutboundProfile, TenantProfile } from '@klinke/accounts'
import type { Refusal } from '@klinke/calls'
import type { CallSettings, SliceParts } from '@klinke/pbx/test-support'
import type { LevelRules, TenantRules } from '../barring/level-rules.ts'
import type { OutboundParts } from '../calls/carrier-places.ts'
import type { IdentitySettings } from '../identity/identity-rules.ts'
import { BARS } from './test-support/bars.ts'

type Row = keyof typeof BARS
/** The rows that hold it; `not of calls out`: no call to a control centre ever comes to it. */
type Held = readonly [Row, ...Row[]] | 'not of calls out'

/** Made at the same time as this list: they are on their way, and asked for help in tests of their own. */
type Arriving = 'guard' | 'trunkContinuity'
/** The others are what the guard against costs says, as above. */
type Known = 'barred' | 'phone-lock' | 'channels-in-use' | 'call-rate' | 'no-credit'

/** Gates on the way out. */
const GATES = {
  carriers: ['the first carrier down', 'the only carrier down'],
  isUp: ['the only carrier down'],
  barring: ['class 0 of the contract', 'Germany barred', 'the numbers themselves barred'],
  credit: ['no credit left', 'no price for the call'],
  admission: ['all channels of the contract in use', 'all channels of the only carrier in use', 'calls that come too fast'],
  identity: ['a sender pinned for the customer', 'a number that may not be shown, refused'],
  // A short code falls under no rule of prefixes (routing/carrier-routing.test.ts).
  routing: 'not of calls out',
  ownCarriers: ['a provider of the site itself', 'a provider of the site itself that is away'],
  // E.164 numbers alone are asked for.
  enumLookup: 'not of calls out',
  way: ['nothing'],
  suspect: ['nothing'],
  insideLine: 'not of calls out',
  connected: 'not of calls out',
} satisfies Readonly<Record<Exclude<keyof OutboundParts, Arriving>, Held>>

const RULES = {
  class: ['class 0 of the customer', 'class 0 of the extension'],
  timed: ['wrong hours'],
  locked: ['the telephone lock'],
  exceptions: ['Germany barred', 'the numbers themselves barred'],
} satisfies Readonly<Record<keyof LevelRules, Held>>

const LEVELS = {
  customer: ['class 0 of the customer'],
  sites: ['class 0 of the site'],
  extensions: ['class 0 of the extension'],
  releases: ['all ranges barred by the product'],
} satisfies Readonly<Record<keyof TenantRules, Held>>

const OUTBOUND = {
  barringClass: ['class 0 of the contract'],
  classZones: ['class 0 of the contract'],
  barredRanges: ['all ranges barred by the product'],
  wrongCallerNumber: ['a number that may not be shown, refused'],
} satisfies Readonly<Record<keyof OutboundProfile, Held>>

const IDENTITY = {
  shown: ['a number preferred by the phone'],
  pinned: ['a sender pinned for the customer', 'a sender pinned for the extension'],
  hidesConnected: 'not of calls out',
} satisfies Readonly<Record<keyof IdentitySettings, Held>>

/** What a refusal may say of why. */
const REASONS = {
  barred: ['class 0 of the customer'],
  'phone-lock': ['the telephone lock'],
  'channels-in-use': [
    'all channels of the contract in use',
    'all channels of the data link in use',
    'all channels of the device in use',
    'all channels of the only carrier in use',
  ],
  'call-rate': ['calls that come too fast'],
  'no-credit': ['no credit left'],
} satisfies Readonly<Record<Extract<NonNullable<Refusal['why']>, Known>, Held>>

const SETTINGS = {
  doNotDisturb: ['do not disturb'],
  ringsOnly: 'not of calls out',
  rejectedCallers: 'not of calls out',
  rejectAnonymous: 'not of calls out',
  callWaiting: 'not of calls out',
  hideNumber: ['CLIR for good'],
  numberChoices: ['a number chosen by code', 'a number chosen by code that there is not'],
  ringSeconds: 'not of calls out',
  forwardings: ['a forwarding of all calls'],
  alsoRing: 'not of calls out',
  followMe: 'not of calls out',
  agreesToForwardings: 'not of calls out',
} satisfies Readonly<Record<keyof CallSettings, Held>>

const FEATURES = {
  callSettings: ['CLIR by code', 'a number chosen by code', 'do not disturb', 'a forwarding of all calls'],
  phoneLock: ['a PIN asked for', 'the telephone lock'],
  hotDesking: ['a shared phone with somebody else logged in', 'a shared phone with nobody logged in'],
  inCall: ['as many calls as the extension may have'],
  featureCodes: ['codes upon codes'],
  // A setting that leads there is refused: see the end of the matrix.
  flows: 'not of calls out',
  numberDestinations: 'not of calls out',
  ringGroups: 'not of calls out',
  queues: 'not of calls out',
  operator: 'not of calls out',
  callCompletion: 'not of calls out',
  redial: 'not of calls out',
  callControl: 'not of calls out',
  ...none('internalNumbers', 'fax', 'schedules', 'secretariats', 'phoneBooks', 'pickup', 'intercom', 'paging', 'park', 'busyLamps'),
  ...none('presence', 'voicemail', 'notifications', 'ringTones', 'prompts', 'recordings', 'supervision', 'conferences'),
  ...none('announcements', 'extensionImport', 'emergencyTests', 'maliciousCalls', 'storage'),
} satisfies Readonly<Record<Exclude<keyof SliceParts, Arriving>, Held>>

const PROFILE = {
  maxCallsPerExtension: ['as many calls as the extension may have'],
  outbound: ['class 0 of the contract'],
  admission: ['all channels of the contract in use'],
  ownCarriers: ['a provider of the site itself'],
  ownCarriersFallBack: ['a provider of the site itself whose name leads nowhere'],
  // Both end no call for help: emergency-call.test.ts.
  maxCallSeconds: 'not of calls out',
  mediaInactivitySeconds: 'not of calls out',
  ...none('maxContactsPerExtension', 'whenContactsFull', 'ringTimeoutSeconds', 'minRegistrationSeconds', 'maxRegistrationSeconds'),
  ...none('signalWhenMediaStops', 'sessionExpiresSeconds', 'timeZone', 'language', 'echoNumber', 'outsideLinePrefix', 'mediaPath'),
  ...none('voicemailMessages', 'voicemailDays', 'voicemailSeconds', 'unsolicitedMessageLamps', 'storageBytes', 'maxConferenceMembers'),
  ...none('emergencyCallBackMinutes', 'requireValidSite', 'moveNoticeDays', 'newNumbers', 'requireProofOfLocation', 'maxExtensions'),
  ...none('retention', 'customerKind', 'repair', 'userPackages'),
  ...none('serviceLevel'),
  ...none('phoneBookEntries', 'personalPhoneBookEntries', 'callbackBusyMinutes', 'callbackNoAnswerMinutes', 'callbacksPerExtension'),
  ...none(
    'callbackAgainMinutes',
    'offerCallback',
    'redialEverySeconds',
    'redialAttempts',
    'announceFailures',
    'callTraces',
    'callTraceDays',
  ),
  ...none('minTrunkChannels', 'payments'),
} satisfies Readonly<Record<Exclude<keyof TenantProfile, Arriving>, Held>>

function none<Name extends string>(...names: readonly Name[]): Readonly<Record<Name, 'not of calls out'>> {
  return Object.fromEntries(names.map((name) => [name, 'not of calls out'])) as Record<Name, 'not of calls out'>
}

test('EMG-01: whatever may refuse or change a call is held against calls for help', () => {
  const tables: readonly Readonly<Record<string, Held>>[] = [GATES, RULES, LEVELS, OUTBOUND, IDENTITY, REASONS, SETTINGS, FEATURES, PROFILE]
  const used = new Set(tables.flatMap((table) => Object.values(table).flatMap((held) => (held === 'not of calls out' ? [] : held))))
  for (const row of used) assert.ok(row in BARS, row)
  assert.ok(used.size > 20)
})
