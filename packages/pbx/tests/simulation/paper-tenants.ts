import { one } from '@klinke/calls/test-support'
import { below, type Random } from '@klinke/foundation'
import { type CallSettings, DEFAULT_CALL_SETTINGS, type Forwarding, NO_CALL_SETTINGS } from '../../src/call-settings/settings.ts'
import { room } from '../../src/conferences/test-support/rooms.ts'
import type { CallDestination } from '../../src/destinations/destination.ts'
import { FLOW_NUMBERS } from '../../src/flows/test-support/flow-pbx.ts'
import { paperFlow } from '../../src/flows/test-support/worlds.ts'
import { DEFAULT_INTERCOM } from '../../src/intercom/rules.ts'
import { pageSettings } from '../../src/paging/rules.ts'
import { queueSettings } from '../../src/queues/rules.ts'
import { DEFAULT_RECORDING_POLICY, type TenantRecordings } from '../../src/recordings/policy.ts'
import { groupSettings } from '../../src/ring-groups/rules.ts'
import type { TestTenant } from '../../src/test-support/test-pbx.ts'
import { DEFAULT_MAILBOX_SETTINGS } from '../../src/voicemail/mailbox.ts'

export const EXTENSIONS = ['10', '11', '12', '13', '14'] as const
export const OTHERS = ['50', '51'] as const
const GROUP = 'the-group'
const QUEUE = 'the-queue'
const PAGE = 'the-page'
const FLOW = 'the-flow'
const BOX = 'box-10'
const ROOM = 'room-1'
const SLOTS = ['75', '76'].map((number) => ({ id: `slot-${number}`, number }))
/** Of the other tenant, and of somebody outside. */
export const OUTSIDE = '+4930123456'
const OTHERS_NUMBER = '+4922188850'

/** What can be dialled at the first tenant, codes included. */
export const DIALLED = [
  ...EXTENSIONS,
  ...['60', '61', ...FLOW_NUMBERS.slice(0, 1), '700', ...SLOTS.map(({ number }) => number), '77'],
  ...['*55', '*66', '*8010', '*8011', '*81', '*82', '*8275', '*2110', '*2111', '#20', '*26', '#26'],
  ...['80', '*8310', '*8311', '*8312'],
  ...['022155500', '022155501', '022155502', '022155503', '022188850', '022188851', '030123456'],
] as const

/** What is dialled at the second one. */
export const OTHERS_DIAL = [...OTHERS, '022155500', '022155501', '022155502', '*66', '*2122155503'] as const

/** What whoever talks presses: codes of the conversation, answers to menus, keys of the conference. */
export const KEYS = [
  '*2',
  '*212#',
  '*260#',
  '*261#',
  '*2700#',
  '*275#',
  '*280#',
  '*2*8311#',
  '*2022188850#',
  '*3',
  '*4',
  '*5',
  '1',
  '2',
  '9',
  '#',
  '*6',
  '*1',
  '*7',
] as const

const destinations: readonly CallDestination[] = [
  { kind: 'extension', targetId: 'acme-12' },
  { kind: 'group', targetId: GROUP },
  { kind: 'queue', targetId: QUEUE },
  { kind: 'flow', targetId: FLOW },
  { kind: 'voicemail', targetId: BOX },
  { kind: 'conference', targetId: ROOM },
  { kind: 'external', number: OUTSIDE },
  { kind: 'external', number: OTHERS_NUMBER },
  { kind: 'hang-up', as: 'busy' },
]

/** Two tenants whose features are set by chance: the first has them all, the second shows that others stay others. */
export function paperTenants(random: Random): readonly TestTenant[] {
  const member = (number: string) => ({ extensionId: `acme-${number}`, signedIn: below(random, 4) > 0, paused: false })
  const members = EXTENSIONS.map(member)
  const group = groupSettings.parse({
    strategy: one(['simultaneous', 'random', 'longest-idle', 'round-robin'], random),
    ...{ ringSeconds: 15, memberSeconds: 5, greeting: one(['none', 'before-answer', 'answered'], random) },
    outsideMembers: below(random, 3) === 0 ? [OUTSIDE] : [],
  })
  const queue = queueSettings.parse({
    strategy: one(['simultaneous', 'random', 'longest-idle', 'next-in-turn'], random),
    ...{
      answer: one(['at-once', 'with-agent'], random),
      agentSeconds: 5,
      retrySeconds: 5,
      maxWaitSeconds: 25,
      wrapUpSeconds: below(random, 3),
    },
    announcements: { position: { firstSeconds: 5, everySeconds: 5 }, wait: null, periodic: { firstSeconds: 8, everySeconds: 8 } },
    callback: { key: '1' },
  })
  const page = pageSettings.parse({ talkBack: below(random, 2) === 0 })
  const exit = { key: '9', to: destinations[0] ?? { kind: 'operator' } } as const
  return [
    {
      ...{ id: 'acme', extensions: EXTENSIONS, profile: { ringTimeoutSeconds: 10 } },
      numbers: Object.fromEntries(['00', '01', '02', '03'].map((end) => [`+49221555${end}`, one(destinations, random)])),
      targets: [
        { kind: 'group', id: GROUP, name: 'Group', number: '60' },
        { kind: 'queue', id: QUEUE, name: 'Queue', number: '61' },
        { kind: 'page', id: PAGE, name: 'Page', number: '80' },
        { kind: 'flow', id: FLOW, name: 'Flow', number: FLOW_NUMBERS[0] },
        { kind: 'voicemail', id: BOX, name: 'Box', number: undefined },
        { kind: 'conference', id: ROOM, name: 'Room', number: '700' },
        ...SLOTS.map(({ id, number }) => ({ kind: 'park-slot', id, name: `Park ${number}`, number })),
      ],
      parts: {
        callSettings: { ...NO_CALL_SETTINGS, extensions: new Map(EXTENSIONS.map((number) => [`acme-${number}`, settings(random)])) },
        ringGroups: new Map([[GROUP, { id: GROUP, name: 'Group', number: '60', settings: group, members }]]),
        queues: new Map([[QUEUE, { id: QUEUE, name: 'Queue', number: '61', settings: { ...queue, exit }, members }]]),
        paging: new Map([[PAGE, { id: PAGE, name: 'Page', number: '80', settings: page, members }]]),
        intercom: new Map([['acme-12', { ...DEFAULT_INTERCOM, otherwise: one(['refuse', 'ring'], random) ?? 'ring' }]]),
        flows: new Map([[FLOW, flow()]]),
        voicemail: voicemail(),
        conferences: new Map([[ROOM, room({ id: ROOM, waitForModerator: below(random, 3) === 0 })]]),
        recordings: recordings(random),
        park: { slots: SLOTS, returnSeconds: 10 },
        pickup: { directed: 'everyone', groupsOf: new Map(EXTENSIONS.map((number) => [`acme-${number}`, new Set(['all'])])) },
      },
    },
    { id: 'bolt', extensions: OTHERS, numbers: { [OTHERS_NUMBER]: '50', '+4922188851': { kind: 'external', number: '+4922155500' } } },
  ]
}

/** Most have changed nothing. */
function settings(random: Random): CallSettings {
  const to = one(destinations, random)
  const when = one(['always', 'busy', 'no-answer', 'not-registered'] as const, random)
  if (to === undefined || when === undefined) return DEFAULT_CALL_SETTINGS
  const forwarding: Forwarding = { when, to, active: true, callers: 'all', during: null, afterSeconds: 4 }
  const outside = { kind: 'external', number: OUTSIDE, confirm: below(random, 2) === 0 } as const
  switch (below(random, 6)) {
    case 0:
      return { ...DEFAULT_CALL_SETTINGS, forwardings: [forwarding] }
    case 1:
      return { ...DEFAULT_CALL_SETTINGS, alsoRing: { active: true, parties: [outside], during: null } }
    case 2:
      return { ...DEFAULT_CALL_SETTINGS, ringSeconds: 5, followMe: { active: true, steps: [{ party: outside, seconds: 5 }] } }
    default:
      return { ...DEFAULT_CALL_SETTINGS, callWaiting: below(random, 2) === 0 }
  }
}

/** Everything on demand; some always. */
function recordings(random: Random): TenantRecordings {
  const consent = one(['announce', 'ask'] as const, random) ?? 'ask'
  const afterTransfer = one(['continue', 'end'] as const, random) ?? 'end'
  const all = { id: 'rule', tenantId: 'acme', subject: { kind: 'all' }, directions: ['inbound', 'internal'], reason: 'Nachweis' } as const
  return { policy: { ...DEFAULT_RECORDING_POLICY, onDemand: true, consent, afterTransfer }, rules: below(random, 3) === 0 ? [all] : [] }
}

function flow() {
  return paperFlow(
    FLOW,
    { id: 'menu', kind: 'menu', prompt: 'welcome', keys: { '1': 'anna', '2': 'name' }, waitSeconds: 3, retries: 1, timedOut: 'anna' },
    { id: 'name', kind: 'announcement', prompt: 'welcome', next: 'anna' },
    { id: 'anna', kind: 'destination', to: { kind: 'extension', targetId: 'acme-11' }, otherwise: 'again' },
    { id: 'again', kind: 'destination', to: { kind: 'extension', targetId: 'acme-13' } },
  )
}

function voicemail() {
  const box = {
    id: BOX,
    tenantId: 'acme',
    extensionId: 'acme-10',
    greetings: new Map(),
    pinHash: undefined,
    settings: DEFAULT_MAILBOX_SETTINGS,
  }
  return { boxes: new Map([[BOX, box]]), ofExtension: new Map([['acme-10', box]]), accessId: undefined }
}
