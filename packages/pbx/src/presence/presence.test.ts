import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ApiEvent } from '@klinke/platform'
import { DEFAULT_CALL_POLICY, DEFAULT_CALL_SETTINGS } from '../call-settings/settings.ts'
import { PresenceEvents, type PresenceEventsParts } from '../event-sources/presence-events.ts'
import { PaperRegistrar } from '../test-support/paper-registrar.ts'
import { PaperWatcher } from '../test-support/paper-watcher.ts'
import { subscriberOf, TestPbx } from '../test-support/test-pbx.ts'
import { presenceDocument } from './pidf.ts'
import { MAX_WATCHED, Presence } from './presence.ts'
import { type Known, presenceOf } from './state.ts'

function setUp() {
  const pbx = new TestPbx([
    { id: 'acme', extensions: ['10', '11', '12'], numbers: {} },
    { id: 'bolt', extensions: ['50'], numbers: {} },
  ])
  const registrar = new PaperRegistrar()
  const presence = new Presence(pbx.directory())
  presence.follow(pbx.live, { lookup: (address) => registrar.lookup(address), changes: () => registrar.changes() })
  const service = presence.service()
  const watch = (by: string, number: string): PaperWatcher => {
    const [tenantId = '', extension = ''] = by.split('/')
    const watcher = new PaperWatcher(`sip:${number}@${tenantId}.example`)
    service.subscribed(watcher, subscriberOf(tenantId, extension))
    return watcher
  }
  return { pbx, registrar, presence, watch }
}

/** The state in each document, such as `open on-the-phone`. */
function told({ documents }: PaperWatcher): readonly string[] {
  return documents.map((document) =>
    [/<basic>(\w+)/.exec(document)?.[1], ...[...document.matchAll(/<rpid:([a-z-]+)\/>/g)].map(([, name]) => name)].join(' '),
  )
}

test('RFC 3856: who watches is told at once who is there, and when that changes', async () => {
  const { pbx, registrar, watch } = setUp()
  const watcher = watch('acme/12', '11')
  const phone = registrar.add('acme', '11')
  await pbx.clock.advance(0)
  registrar.remove(phone)
  await pbx.clock.advance(0)
  assert.deepEqual(told(watcher), ['closed', 'open', 'closed'])
})

test('RFC 3856: a second phone of the same extension, or a ringing one, changes nothing; a conversation does', async () => {
  const { pbx, registrar, watch } = setUp()
  registrar.add('acme', '11')
  const watcher = watch('acme/12', '11')
  registrar.add('acme', '11', 'other')
  const caller = await pbx.dial('acme', '10', '11')
  pbx.phone().ring()
  await pbx.clock.advance(0)
  assert.deepEqual(told(watcher), ['open'])
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.deepEqual(told(watcher), ['open', 'open on-the-phone', 'open'])
})

test('RFC 3856: do not disturb is told when it is switched, by code or by REST', async () => {
  const { pbx, registrar, presence, watch } = setUp()
  registrar.add('acme', '11')
  const [watcher, other] = [watch('acme/12', '11'), watch('acme/12', '10')]
  const before = pbx.directory().tenant('acme')
  const settings = { ...DEFAULT_CALL_SETTINGS, doNotDisturb: true }
  pbx.change('acme', { callSettings: { policy: DEFAULT_CALL_POLICY, extensions: new Map([['acme-11', settings]]) } })
  presence.replaced(pbx.directory().tenant('acme'), before)
  assert.deepEqual(told(watcher), ['open', 'closed busy'])
  assert.deepEqual(told(other), ['closed'])
})

test('RFC 3856: an extension of another tenant, or that nobody has, is not there to be watched', () => {
  const { watch } = setUp()
  assert.deepEqual([watch('bolt/50', '11').status, watch('acme/10', '77').status], [404, 404])
})

test('a list tells where a call rings, at who is called and until it is answered, and each change is told as an event', async () => {
  const { pbx, registrar, presence } = setUp()
  const lines: string[] = []
  const stateOf: PresenceEventsParts['stateOf'] = (tenant, extension, { talking }) => presence.stateOf(tenant, extension, talking)
  const sink = {
    tell: ({ data }: ApiEvent) =>
      void lines.push(`${String(data.number)} ${String(data.activities)} ${data.ringing === true ? 'rings' : ''}`.trim()),
    lost: () => undefined,
  }
  const following = new PresenceEvents({ directory: pbx.directory(), sink, stateOf }).follow(pbx.live, registrar)
  for (const number of ['10', '11']) registrar.add('acme', number)
  const tenant = pbx.directory().tenant('acme')
  assert.ok(tenant)
  const ringing = (): readonly string[] =>
    presence.statesOf(tenant, [...tenant.extensions.values()]).flatMap(({ extension, ringing: rings }) => (rings ? extension.number : []))
  await pbx.dial('acme', '10', '11')
  pbx.phone().ring()
  await pbx.clock.advance(0)
  assert.deepEqual(ringing(), ['11'])
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.deepEqual(ringing(), [])
  assert.deepEqual(
    lines.filter((line) => line.startsWith('11')),
    ['11', '11  rings', '11 on-the-phone'],
  )
  await following.close('test over')
})

test('a list shows how each extension stands, watched or not', async () => {
  const { pbx, registrar, presence } = setUp()
  registrar.add('acme', '10')
  registrar.add('acme', '11')
  await pbx.dial('acme', '10', '11')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  const tenant = pbx.directory().tenant('acme')
  assert.ok(tenant)
  const states = presence.statesOf(tenant, [...tenant.extensions.values()])
  assert.deepEqual(
    states.map(({ extension, state }) => [extension.number, state.basic, ...state.activities]),
    [
      ['10', 'open', 'on-the-phone'],
      ['11', 'open', 'on-the-phone'],
      ['12', 'closed'],
    ],
  )
})

test('an extension watches a limited number, and gets the place of a subscription that has ended', async () => {
  const { pbx, watch } = setUp()
  const watchers = Array.from({ length: MAX_WATCHED }, () => watch('acme/10', '11'))
  assert.equal(watch('acme/10', '11').status, 403)
  watchers[0]?.leave()
  await pbx.clock.advance(0)
  assert.equal(watch('acme/10', '11').status, 200)
})

const free: Known = { registered: true, talking: false, doNotDisturb: false, language: 'en', published: undefined }
const lunch = { basic: 'open', activities: ['meal'], note: 'Back at one' } as const
const rows: readonly (readonly [what: string, known: Partial<Known>, expected: ReturnType<typeof presenceOf>])[] = [
  ['free', {}, { basic: 'open', activities: [], note: undefined }],
  ['talking', { talking: true }, { basic: 'open', activities: ['on-the-phone'], note: 'On the phone' }],
  [
    'undisturbed while talking',
    { talking: true, doNotDisturb: true },
    { basic: 'closed', activities: ['on-the-phone', 'busy'], note: 'Do not disturb' },
  ],
  ['at lunch, as its phone says', { published: lunch }, lunch],
  ['at lunch, and talks', { published: lunch, talking: true }, { ...lunch, activities: ['on-the-phone', 'meal'] }],
  ['at lunch, with its phone off', { published: lunch, registered: false }, { basic: 'closed', activities: [], note: 'Offline' }],
  [
    'free, whatever its phone says of talking',
    { published: { basic: 'open', activities: ['on-the-phone'] } },
    { basic: 'open', activities: [], note: undefined },
  ],
]
for (const [what, known, expected] of rows) {
  test(`who is ${what} is told so`, () => assert.deepEqual(presenceOf({ ...free, ...known }), expected))
}

test('the document has the elements of RFC 3863 and RFC 4480', () => {
  const document = presenceDocument({ number: '11', domain: 'acme.example' }, { basic: 'closed', activities: ['busy'], note: 'A & B' })
  assert.match(
    document,
    /<presence xmlns="urn:ietf:params:xml:ns:pidf" [^>]*xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid" entity="sip:11@acme.example">/,
  )
  assert.ok(
    document.includes(
      '<tuple id="phone"><status><basic>closed</basic></status><contact>sip:11@acme.example</contact><note>A &amp; B</note></tuple>',
    ),
  )
  assert.ok(document.includes('<dm:person id="user"><rpid:activities><rpid:busy/></rpid:activities></dm:person>'))
})
