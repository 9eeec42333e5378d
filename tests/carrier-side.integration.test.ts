/** What a carrier sees of calls, and what becomes of calls from there, with telephones that are not ours on both sides. */
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { testMailServer } from '@klinke/platform/test-support'
import {
  answerCalls,
  type Baresip,
  eventually,
  expectRequest,
  expectResponse,
  hearsRecording,
  hearsTone,
  label,
  missingPeers,
  newRequest,
  RunningProduct,
  requestInDialog,
  respond,
  Sipp,
  sdp,
  sippScenario,
} from '@klinke/testbed'
import { callLimits } from './call-limits-lane.ts'
import {
  asAtFirst,
  CARL,
  callSettings,
  carrierPort,
  code,
  created,
  extensionOf,
  fromOutside,
  partyIs,
  prompt,
  subscriberOutside,
  talk,
  toExtension,
} from './call-settings-support.ts'
import { callerIdentity } from './caller-identity-lane.ts'
import { costGuard } from './cost-guard-lane.ts'
import { addEnglishAdministrator } from './mails.ts'
import { outboundRules } from './outbound-rules-lane.ts'
import { prepaidCalls } from './prepaid-lane.ts'
import { CALL } from './scenarios.ts'
import { dialled, noLiveCalls, phone, root, sippCalled, sippCaller, startCli, TONES } from './support.ts'

const skip = missingPeers('baresip', 'sipp')
const OUTSIDE = { number: '+493023125777', tone: { frequencyHz: 1400, levelDbm0: -14 } } as const
let mail: Awaited<ReturnType<typeof testMailServer>>
let product: RunningProduct
let outside: Baresip

before(async () => {
  mail = await testMailServer()
  product = await RunningProduct.start({ root, environment: { KLINKE_SMTP_URL: mail.url } })
  outside = await subscriberOutside(product, { ...OUTSIDE, priority: 1 })
  await addEnglishAdministrator(product, (await extensionOf(product, '10')).tenantId)
})
after(async () => {
  await outside?.[Symbol.asyncDispose]()
  await product?.[Symbol.asyncDispose]()
  await mail?.[Symbol.asyncDispose]()
})
afterEach(async () => {
  await asAtFirst(product, '10', '11', '13')
  outside.forget()
})

const start = {
  anna: (): Promise<Baresip> => phone(product, '10', { tone: TONES.anna }),
  bea: (): Promise<Baresip> => phone(product, '11', { tone: TONES.bea }),
  carl: (): Promise<Baresip> => phone(product, '12', { tone: CARL }),
}

/** The last INVITE that the carrier got. */
function invite(): string {
  return outside.received('INVITE').at(-1) ?? ''
}

/** Calls outside, and gives who is shown there. */
async function shownTo(caller: Baresip, number: string): Promise<string> {
  await caller.dial(dialled(product, number))
  const shown = await outside.rings()
  await caller.hangUp()
  await Promise.all([caller.ended(), outside.ended()])
  return shown
}

test('CLI-01: the carrier is told whom to show: the own number, another chosen by code, or nobody, for a call or always', {
  skip,
}, async () => {
  const [own = '', , , , , , other = ''] = product.demo.numbers
  const hidden = new RegExp(`P-Asserted-Identity: <sip:\\${own}@[^]*Privacy: id`)
  await callSettings(product, '10', { numberChoices: [other] })
  await using anna = await start.anna()
  assert.match(await shownTo(anna, OUTSIDE.number), new RegExp(`sip:\\${own}@`))
  assert.doesNotMatch(invite(), /Privacy/)
  assert.match(await shownTo(anna, `*331${OUTSIDE.number}`), new RegExp(`sip:\\${other}@`))
  assert.match(await shownTo(anna, `*31${OUTSIDE.number}`), /anonymous@anonymous\.invalid/)
  assert.match(invite(), hidden)
  await code(product, anna, '*32')
  assert.match(await shownTo(anna, OUTSIDE.number), /anonymous@anonymous\.invalid/)
  assert.match(invite(), hidden)
  assert.match(await shownTo(anna, `*031${OUTSIDE.number}`), new RegExp(`sip:\\${own}@`))
})

for (const [what, wished, isShown] of [
  ['one of the customer', 5, true],
  ["somebody else's", -1, false],
] as const) {
  test(`CLI-01, CLI-03: a phone names ${what} in P-Preferred-Identity, and the carrier is ${isShown ? '' : 'not '}told it`, {
    skip,
  }, async () => {
    const { numbers } = product.demo
    const number = numbers[wished] ?? '+493023125999'
    const scenario = CALL.replaceAll('Max-Forwards: 70', `Max-Forwards: 70\nP-Preferred-Identity: <sip:${number}@[domain]>`)
    await using caller = await sippCaller(product, { extension: '14', peer: OUTSIDE.number, scenario })
    assert.match(await outside.rings(), new RegExp(`sip:\\${isShown ? number : numbers[4]}@`))
    await outside.accept()
    await caller.succeeded(20_000)
    await outside.ended()
  })
}

test('CALL-03: the carrier is told who has forwarded a call and why; the caller inside shows its number', { skip }, async () => {
  const [ofAnna = '', ofBea = ''] = product.demo.numbers
  await callSettings(product, '11', { forwardings: [{ when: 'always', to: { kind: 'external', number: OUTSIDE.number } }] })
  await using anna = await start.anna()
  await anna.dial(dialled(product, '11'))
  assert.match(await outside.rings(), new RegExp(`sip:\\${ofAnna}@`))
  const to = `\\${OUTSIDE.number}@127\\.0\\.0\\.1:${outside.port}`
  assert.match(invite(), new RegExp(`Diversion: <sip:\\${ofBea}@\\S+>;reason=unconditional;counter=1\r`))
  assert.match(invite(), new RegExp(`History-Info: <sip:\\${ofBea}@[^]*;index=1\\b[^]*<sip:${to};cause=302>;index=1\\.1;mp=1`))
  await outside.accept()
  await Promise.all([anna.established(), outside.established()])
  await hearsTone('the caller', anna, OUTSIDE.tone, 600)
  await hearsTone('who is called outside', outside, TONES.anna, 600)
  await anna.hangUp()
  await outside.ended()
  await noLiveCalls(product)
})

test('LAW-01: a caller from outside stays visible when its call is forwarded outside', { skip }, async () => {
  const [, ofBea = ''] = product.demo.numbers
  await callSettings(product, '11', { forwardings: [{ when: 'always', to: { kind: 'external', number: OUTSIDE.number } }] })
  await using _command = startCli(product, 'call-in', ofBea)
  assert.match(await outside.rings(), /sip:\+493023125000@/)
  assert.match(invite(), new RegExp(`P-Asserted-Identity: <sip:\\${ofBea}@`))
  await outside.hangUp()
  await outside.ended()
  await noLiveCalls(product)
})

test('CALL-03: callers outside are forwarded, callers inside are not; a phone is told by whom', { skip }, async () => {
  const [, ofBea = ''] = product.demo.numbers
  await callSettings(product, '11', { forwardings: [{ when: 'always', callers: 'external', to: await toExtension(product, '12') }] })
  await using anna = await start.anna()
  await using bea = await start.bea()
  await anna.dial(dialled(product, '11'))
  await talk(product, anna, bea, TONES.bea)
  await using carl = await sippCalled(product, {
    extension: '12',
    scenario: answerCalls({ contains: 'Diversion: .sip:11@.*reason=unconditional' }),
  })
  await outside.dial(fromOutside(product, ofBea))
  await outside.established()
  await outside.hangUp()
  await outside.ended()
  await carl.succeeded(20_000)
})

test('CALL-07: a call that was forwarded five times on its way here is not forwarded outside again: the phone rings', {
  skip,
}, async () => {
  const [, ofBea = ''] = product.demo.numbers
  await callSettings(product, '11', { forwardings: [{ when: 'always', to: { kind: 'external', number: OUTSIDE.number } }] })
  const uri = fromOutside(product, ofBea)
  const said = ['Diversion: <sip:+493023125001@127.0.0.1>;reason=unconditional;counter=5']
  const scenario = sippScenario(
    'diverted',
    newRequest('INVITE', uri, 1, { sdp: sdp(), headers: said }),
    expectResponse(100, { optional: true }),
    expectResponse(180),
    expectResponse(200, { beginsDialog: true }),
    requestInDialog('ACK', 1),
    requestInDialog('BYE', 2),
    expectResponse(200),
  )
  const before = outside.received('INVITE').length
  await using bea = await start.bea()
  await using network = await Sipp.start({
    ...{ scenario, remote: product.sip(), localPort: await carrierPort(product) },
    variables: { user: '+493023125099', peer: ofBea, domain: '127.0.0.1' },
  })
  await bea.rings()
  await bea.accept()
  await network.succeeded(20_000)
  await bea.ended()
  assert.equal(outside.received('INVITE').length, before)
})

test('CALL-04: who hides its number hears that such calls are not taken, before the answer; who shows it is put through', {
  skip,
}, async () => {
  const [, ofBea = ''] = product.demo.numbers
  await using bea = await start.bea()
  await code(product, bea, '*28')
  await using hiding = await subscriberOutside(product, { number: 'anonymous', tone: CARL, priority: 900 })
  await hiding.dial(fromOutside(product, ofBea))
  await hearsRecording('who hides', hiding, prompt('anonymous-rejected'), 1500)
  assert.match(await hiding.ended(), /603/)
  await outside.dial(fromOutside(product, ofBea))
  await talk(product, outside, bea, TONES.bea, OUTSIDE.tone)
})

interface Branch {
  readonly direction: string
  readonly answeredAt: string | null
  readonly endedAt: string | null
  readonly cause: string | null
  readonly caller: { readonly number: string }
  readonly called: { readonly number: string }
  readonly route: readonly { readonly step: string; readonly detail: string }[]
}

/** Records of the number outside, once `count` have begun and all have ended; newest first. */
function recordsOutside(count: number): Promise<readonly Branch[]> {
  const all = async () => ((await product.get('/call-records?limit=100')) as { readonly items: readonly Branch[] }).items
  const ask = async () => {
    const found = (await all()).filter(({ called }) => called.number === OUTSIDE.number)
    return found.length >= count && found.every(({ endedAt }) => endedAt !== null) ? found : undefined
  }
  return eventually(`${count} records of ${OUTSIDE.number}`, ask, { shown: all })
}

/** The leg over the carrier has one record of its own beyond those of before, which says who has led it there, and how it ended. */
async function assertOneBranch(before: readonly Branch[], by: string, ledBy: string, ending: string): Promise<void> {
  const [record, ...others] = await recordsOutside(before.length + 1)
  assert.ok(record)
  assert.equal(others.length, before.length, 'one record for the leg')
  const { direction, caller, answeredAt, cause, route } = record
  assert.equal(`${direction} ${caller.number} ${answeredAt === null ? 'not answered' : 'answered'} ${cause}`, `outbound ${by} ${ending}`)
  assert.equal(route.find(({ step }) => step === 'outbound-leg')?.detail.replace(/, for .*/, ''), `led by ${ledBy}`)
  assert.deepEqual(
    route.filter(({ step }) => step.startsWith('carrier')).map(({ step, detail }) => `${step} ${detail}`),
    [`carrier-selected ${OUTSIDE.number}`],
  )
}

test('CALL-03: the mobile rung beside takes the call by pressing 1; until then the desk phone rings and the caller hears nobody', {
  skip,
}, async () => {
  const before = await recordsOutside(0)
  await callSettings(product, '11', { alsoRing: { parties: [{ kind: 'external', number: OUTSIDE.number }] } })
  await using anna = await start.anna()
  await using bea = await start.bea()
  await anna.dial(dialled(product, '11'))
  await Promise.all([bea.rings(), outside.rings()])
  await outside.accept()
  await hearsRecording('who is asked', outside, prompt('press-1-to-accept'), 1500)
  await partyIs(product, '11 ringing')
  await outside.press('1')
  await Promise.all([anna.established(), bea.ended()])
  await hearsTone('the caller', anna, OUTSIDE.tone, 600)
  await hearsTone('who pressed 1', outside, TONES.anna, 600)
  await anna.hangUp()
  await outside.ended()
  await noLiveCalls(product)
  await assertOneBranch(before, '11', '11 (also-ring)', 'answered hung-up-by-caller')
})

test('CALL-03: a mobile that is not answered before the desk phone has a record that was cancelled, and nobody pays', {
  skip,
}, async () => {
  const before = await recordsOutside(0)
  await callSettings(product, '11', { alsoRing: { parties: [{ kind: 'external', number: OUTSIDE.number }] } })
  await using anna = await start.anna()
  await using bea = await start.bea()
  await anna.dial(dialled(product, '11'))
  await outside.rings()
  await talk(product, anna, bea, TONES.bea)
  await outside.ended()
  await assertOneBranch(before, '11', '11 (also-ring)', 'not answered cancelled')
})

test('CALL-03: a mobile that answers and presses nothing is let go, and nobody there has heard the caller', { skip }, async () => {
  const before = await recordsOutside(0)
  const forwardings = [{ when: 'no-answer', afterSeconds: 5, to: await toExtension(product, '12') }]
  await callSettings(product, '13', { forwardings, alsoRing: { parties: [{ kind: 'external', number: OUTSIDE.number }] } })
  await using anna = await start.anna()
  await using carl = await start.carl()
  await anna.dial(dialled(product, '13'))
  await outside.rings()
  await outside.accept()
  await hearsRecording('the mailbox', outside, prompt('press-1-to-accept'), 1500)
  await Promise.all([talk(product, anna, carl, CARL), outside.ended()])
  await assertOneBranch(before, '13', '13 (also-ring)', 'answered hung-up-by-caller')
})

test('CALL-03: an extension without a phone is reached at its mobile, without a key where none is asked for', { skip }, async () => {
  await callSettings(product, '13', { alsoRing: { parties: [{ kind: 'external', number: OUTSIDE.number, confirm: false }] } })
  await using anna = await start.anna()
  await anna.dial(dialled(product, '13'))
  await talk(product, anna, outside, OUTSIDE.tone)
})

test('CALL-03: who follows is rung one after the other: the colleague, then the mobile, which takes the call with 1', {
  skip,
}, async () => {
  const before = await recordsOutside(0)
  const { kind, targetId } = await toExtension(product, '12')
  const steps = [
    { party: { kind, targetId }, seconds: 5 },
    { party: { kind: 'external', number: OUTSIDE.number }, seconds: 20 },
  ]
  await callSettings(product, '13', { followMe: { steps } })
  await using anna = await start.anna()
  await using carl = await start.carl()
  await anna.dial(dialled(product, '13'))
  await carl.rings()
  await Promise.all([carl.ended(), outside.rings()])
  await outside.accept()
  await outside.established()
  await outside.press('1')
  await anna.established()
  await hearsTone('the caller', anna, OUTSIDE.tone, 600)
  await anna.hangUp()
  await outside.ended()
  await noLiveCalls(product)
  await assertOneBranch(before, '13', '13 (follow-me)', 'answered hung-up-by-caller')
})

test('ACD-01: an outside member of a ring group has a record of its own, on behalf of who calls the group', { skip }, async () => {
  const before = await recordsOutside(0)
  const { tenantId } = await extensionOf(product, '10')
  const settings = { outsideMembers: [OUTSIDE.number] }
  await created(product, '/ring-groups', { tenantId, name: 'Mobil', number: '88', members: [], settings })
  await using anna = await start.anna()
  await anna.dial(dialled(product, '88'))
  await outside.rings()
  await outside.accept()
  await outside.established()
  await outside.press('1')
  await anna.established()
  await hearsTone('the caller', anna, OUTSIDE.tone, 600)
  await outside.hangUp()
  await anna.ended()
  await noLiveCalls(product)
  await assertOneBranch(before, '10', 'ring group Mobil', 'answered hung-up-by-called')
})

callLimits({ skip, product: () => product, carrier: () => outside, number: OUTSIDE, mail: () => mail })
outboundRules({ skip, product: () => product, carrier: () => outside, number: OUTSIDE })
costGuard({ skip, product: () => product, carrier: () => outside, number: OUTSIDE, mail: () => mail })

/** Says that it is there, and that the number called is busy. */
const BUSY_CARRIER = sippScenario(
  'busy carrier',
  expectRequest('OPTIONS', { optional: true, next: 1 }),
  expectRequest('INVITE'),
  respond('486 Busy Here'),
  expectRequest('ACK'),
  '<nop next="2"/>',
  label(1),
  respond('200 OK'),
  label(2),
)

/** The headers of a call that Bea forwards, by the profile of the carrier: Bea pays, the caller outside is shown. `lacks`: what is not there. */
const PROFILES: readonly (readonly [
  name: string,
  authentication: 'account' | 'address',
  has: readonly RegExp[],
  lacks: readonly RegExp[],
])[] = [
  [
    'registration',
    'account',
    [/^From: <sip:PAYS@/m, /^P-Preferred-Identity: <sip:SHOWN@/m, /^Diversion/m, /^History-Info/m],
    [/^P-Asserted/m],
  ],
  ['trusted-address', 'address', [/^From: <sip:SHOWN@/m, /^P-Asserted-Identity: <sip:PAYS@/m, /^Session-Expires/m], [/^P-Preferred/m]],
  [
    'account-only',
    'account',
    [/^From: <sip:line@/m, /^P-Preferred-Identity: <sip:SHOWN@/m],
    [/100rel/, /^Session-Expires/m, /^Diversion/m, /^History/m],
  ],
  [
    '1tr118',
    'account',
    [/^From: <sip:SHOWN@/m, /^P-Preferred-Identity: <sip:PAYS@/m, /^Diversion: <sip:PAYS@/m, /^m=audio \d+ RTP\/AVP 8 101/m],
    [/^History/m],
  ],
  [
    '1tr119',
    'account',
    [/^INVITE \S+;user=phone /m, /^From: <sip:SHOWN@\S+;user=phone>/m, /^History-Info: /m, /^Session-Expires: 1800/m],
    [/^Diversion/m],
  ],
  ['sipconnect-1.1', 'address', [/^From: <sip:SHOWN@/m, /^P-Asserted-Identity: <sip:PAYS@/m, /^Diversion/m], [/^History/m, /100rel/]],
  ['sipconnect-2.0', 'address', [/^P-Asserted-Identity: <sip:PAYS@/m, /^History-Info/m, /^Supported: .*100rel/m], [/^Diversion/m]],
]

for (const [profile, kind, has, lacks] of PROFILES) {
  test(`CLI-02: a carrier of profile ${profile} finds each number in the header where it reads it`, { skip }, async () => {
    const [, ofBea = ''] = product.demo.numbers
    await callSettings(product, '11', { forwardings: [{ when: 'always', to: { kind: 'external', number: OUTSIDE.number } }] })
    await using carrier = await Sipp.start({ scenario: BUSY_CARRIER, calls: 100, keepMessages: true, variables: { user: 'carrier' } })
    const authentication =
      kind === 'account' ? { kind: 'registration', username: 'line', password: 'secret' } : { kind: 'fixed-ip', addresses: ['127.0.0.1'] }
    const place = { name: profile, host: '127.0.0.1', port: carrier.port, priority: 0 }
    const id = await created(product, '/carriers', { ...place, authentication, profile })
    await using _command = startCli(product, 'call-in', ofBea)
    const sent = await eventually('the INVITE', () => /^INVITE [\s\S]*?\r\n\r\n[\s\S]*?\n-{20}/m.exec(carrier.result().errors)?.[0])
    assert.equal((await product.request('DELETE', `/carriers/${id}`)).status, 204)
    const plain = sent.replaceAll(ofBea, 'PAYS').replaceAll('+493023125000', 'SHOWN')
    for (const pattern of has) assert.match(plain, pattern)
    for (const pattern of lacks) assert.doesNotMatch(plain, pattern)
    await noLiveCalls(product)
  })
}
callerIdentity({ skip, product: () => product, carrier: () => outside, number: OUTSIDE.number })
// The last: the customer pays before calling until the day is over.
prepaidCalls({ skip, product: () => product, carrier: () => outside, number: OUTSIDE })
