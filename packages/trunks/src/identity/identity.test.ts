import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OutboundCall } from '../calls/outbound-call.ts'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'
import { NO_IDENTITY, NO_SETTINGS, type TenantIdentity } from './identity-rules.ts'

const [HEAD, OWN, MOBILE, STRANGE] = ['+4922155500', '+4922155501', '+4915112345678', '+4930999999'] as const
const right = { number: MOBILE, validFromMs: 0, validUntilMs: undefined }
const RIGHT: TenantIdentity = { ...NO_IDENTITY, rights: new Map([[MOBILE, right]]) }
const PINNED: TenantIdentity = { ...RIGHT, customer: { ...NO_SETTINGS, pinned: MOBILE } }
const BY_ADDRESS = carrier('one')
const REGISTERED = carrier('one', { authentication: { kind: 'registration', username: 'line', password: 'secret', expiresSeconds: 300 } })
const HIDES = [['Privacy', 'id']] as const
const REFUSES = { ...TENANT, profile: { ...TENANT.profile, outbound: { wrongCallerNumber: 'refuse' as const } } }

interface Called {
  readonly dialled?: string
  readonly wanted?: Partial<OutboundCall>
  readonly identity?: TenantIdentity
  readonly used?: typeof BY_ADDRESS
  readonly headers?: readonly (readonly [string, string])[]
  readonly tenant?: typeof TENANT
}

async function call({ dialled = '+49302312500', wanted = {}, identity, used = BY_ADDRESS, headers = [], tenant = TENANT }: Called) {
  const trunks = new TestTrunks([used], tenant)
  trunks.wanted = wanted
  trunks.identity = identity
  const caller = await trunks.dial(dialled, '10', { headers })
  const from = trunks.userAgent.called[0]?.invite.from
  trunks.userAgent.called[0]?.refuse(486)
  await trunks.clock.advance(0)
  const said = (name: string) => trunks.sent(name).join()
  const told = { from, pai: said('P-Asserted-Identity'), ppi: said('P-Preferred-Identity'), privacy: said('Privacy') }
  return { trunks, caller, told, ended: trunks.ended[0] }
}

const named = (number: string) => `<sip:${number}@one.example>`
const HIDDEN = '"Anonymous" <sip:anonymous@anonymous.invalid>'

test('CLI-02 (b): a carrier by address finds the number with a right in From, and the one that pays in P-Asserted-Identity', async () => {
  const { told, ended } = await call({ wanted: { choice: { number: MOBILE } }, identity: RIGHT })
  assert.deepEqual(told, { from: named(MOBILE), pai: named(OWN), ppi: '', privacy: '' })
  assert.deepEqual(ended?.identity, { shown: MOBILE, billed: OWN })
})

test('CLI-02 (a): a carrier that we register at finds the number that pays in From, and the one shown in P-Preferred-Identity', async () => {
  const { told } = await call({ wanted: { choice: { number: MOBILE } }, identity: RIGHT, used: REGISTERED })
  assert.deepEqual(told, { from: named(OWN), pai: '', ppi: named(MOBILE), privacy: '' })
})

test('CLI-01, CLI-02: who hides is not named but to the carrier, and the record says that nobody was shown', async () => {
  const { told, ended } = await call({ headers: HIDES, wanted: { choice: { number: MOBILE } }, identity: RIGHT })
  assert.deepEqual(told, { from: HIDDEN, pai: named(OWN), ppi: '', privacy: 'id' })
  assert.deepEqual(ended?.identity, { shown: null, billed: OWN })
})

test('every call says in its record why its number may be shown', async () => {
  const { ended } = await call({ wanted: { choice: { number: MOBILE } }, identity: RIGHT })
  const step = ended?.route.find(({ step: name }) => name === 'identity')
  assert.equal(step?.detail, `${MOBILE} billed ${OWN}`)
  assert.match(step?.words?.de ?? '', /Nutzungsrecht ist nachgewiesen.*Abgerechnet wird \+4922155501/)
  assert.match(step?.words?.en ?? '', /right to use it is proven.*\+4922155501 is billed/)
})

test('CLI-03: a number without a right is replaced, and the record says why', async () => {
  const { told, ended } = await call({ wanted: { choice: { number: STRANGE } } })
  assert.equal(told.from, named(OWN))
  const step = ended?.route.find(({ step: name }) => name === 'identity-declined')
  assert.match(step?.words?.de ?? '', /^\+4930999999 .* gehört dem Kunden nicht/)
})

test('CLI-03: by the profile the call is refused instead, and no carrier is asked', async () => {
  const { trunks, caller, ended } = await call({ wanted: { choice: { number: STRANGE } }, tenant: REFUSES })
  assert.deepEqual([caller.final, trunks.tried, ended?.cause], [403, [], 'forbidden'])
  assert.ok(ended?.route.some(({ step }) => step === 'identity-refused'))
})

for (const [what, wanted, headers] of [
  ['a choice of the user', { choice: { number: HEAD, hidden: true } }, []],
  ['a phone that hides', {}, HIDES],
  ['a caller of a forwarded call', { original: STRANGE }, []],
] as const) {
  test(`CLI-05: a pinned sender is shown in spite of ${what}`, async () => {
    const { told } = await call({ wanted, headers, identity: PINNED })
    assert.equal(told.from, named(MOBILE))
    assert.notEqual(told.privacy, 'id')
  })
}

const FORGED = [
  ['P-Asserted-Identity', `<sip:${STRANGE}@bank.example>`],
  ['P-Preferred-Identity', `<sip:${STRANGE}@bank.example>`],
  ['Remote-Party-ID', `<sip:${STRANGE}@bank.example>`],
  ['Identity', 'eyJhbGciOi'],
  ['Diversion', `<sip:${STRANGE}@bank.example>`],
  ['History-Info', `<sip:${STRANGE}@bank.example>;index=1`],
] as const
for (const used of [BY_ADDRESS, REGISTERED]) {
  test(`identities that a customer’s phone makes up never reach a carrier by ${used.authentication.kind}`, async () => {
    const { trunks } = await call({ headers: FORGED, used })
    const sent = trunks.userAgent.called[0]?.invite
    assert.ok(!JSON.stringify([sent?.from, sent?.headers]).includes(STRANGE))
    for (const name of ['Remote-Party-ID', 'Identity', 'Diversion', 'History-Info']) assert.deepEqual(trunks.sent(name), [])
  })
}

/** EMG-03: what any rule of identity would do to a call for help. */
const RULES: readonly (readonly [rule: string, call: Called])[] = [
  ['a pinned sender', { identity: PINNED }],
  [
    'a number with a right set for the extension',
    { identity: { ...RIGHT, extensions: new Map([['acme-10', { ...NO_SETTINGS, shown: MOBILE }]]) } },
  ],
  ['a number set for the customer', { identity: { ...RIGHT, customer: { ...NO_SETTINGS, shown: MOBILE } } }],
  [
    'a number that may not be shown, and a profile that refuses such calls',
    { identity: { ...NO_IDENTITY, customer: { ...NO_SETTINGS, shown: STRANGE } }, tenant: REFUSES },
  ],
  [
    'a pinned number that may not be shown, and a profile that refuses such calls',
    { identity: { ...NO_IDENTITY, customer: { ...NO_SETTINGS, pinned: STRANGE } }, tenant: REFUSES },
  ],
  ['a phone that hides', { headers: HIDES }],
  ['forged identities', { headers: FORGED }],
]
for (const dialled of ['110', '112']) {
  for (const [rule, made] of RULES) {
    test(`EMG-03: ${dialled} goes with the number of the line and visible in spite of ${rule}`, async () => {
      const { told, ended } = await call({ ...made, dialled })
      assert.deepEqual([told.from, told.pai, told.privacy], [named(OWN), named(OWN), 'none'])
      assert.ok(!ended?.route.some(({ step }) => step.startsWith('identity')))
    })
  }
}
