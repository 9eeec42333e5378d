/** Two customers of one exchange with the same extension numbers: each dials its own, and the other by its public number. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Baresip, type ExpectedTone, eventually, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { CARL, changed, created, extensionOf, talk } from './call-settings-support.ts'
import { dialled, noLiveCalls, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const DAVID = { frequencyHz: 1400, levelDbm0: -14 }
const OTHER = { domain: 'beispiel.example', name: 'Empfang Beispiel', number: '+493023125050' } as const
let product: RunningProduct
let tenantId: string
/** SIP accounts of the other customer, by extension. */
const accounts = new Map<string, Account>()

interface Account {
  readonly username: string
  readonly password: string
}

before(async () => {
  product = await RunningProduct.start({ root })
  tenantId = await created(product, '/tenants', {
    ...{ name: 'Beispiel GmbH', sipDomain: OTHER.domain, areaCode: '30' },
    // Its site is nobody's business here.
    profile: { requireValidSite: false },
  })
  assert.equal((await product.request('POST', '/numbers', { tenantId, first: OTHER.number })).status, 201)
  for (const number of ['10', '11']) {
    const response = await product.request('POST', '/extensions', { tenantId, number, name: OTHER.name, outgoingNumber: OTHER.number })
    const { sipUsername, sipPassword } = (await response.json()) as { readonly sipUsername: string; readonly sipPassword: string }
    accounts.set(number, { username: sipUsername, password: sipPassword })
  }
  await changed(product, `/numbers/${OTHER.number}`, { extensionNumber: '11' })
})
after(() => product?.[Symbol.asyncDispose]())

/** A phone of the demo customer. */
function phone(number: string, tone: ExpectedTone): Promise<Baresip> {
  return phoneOf(product.extension(number), product.demo.sip.domain, tone)
}

/** A phone of the other one. */
function otherPhone(number: string, tone: ExpectedTone): Promise<Baresip> {
  const account = accounts.get(number)
  assert.ok(account)
  return phoneOf(account, OTHER.domain, tone)
}

function phoneOf({ username, password }: Account, domain: string, tone: ExpectedTone): Promise<Baresip> {
  return Baresip.start({ username, password, domain, server: product.sip(), tone, keepsMessages: true })
}

/** The decisions on the way of the newest call of a customer. */
async function route(of: string): Promise<readonly string[]> {
  type Records = { readonly items: readonly { readonly endedAt: string | null; readonly route: readonly { readonly step: string }[] }[] }
  const newest = async () => ((await product.get(`/call-records?limit=1&tenantId=${of}`)) as Records).items[0]
  const ended = await eventually('the end of the record', async () => {
    const record = await newest()
    return record?.endedAt === null ? undefined : record
  })
  return ended.route.map(({ step }) => step)
}

test('the same extension number in two customers: each reaches its own, and the phone of the other is silent', { skip }, async () => {
  await using anna = await phone('10', TONES.anna)
  await using bea = await phone('11', TONES.bea)
  await using carl = await otherPhone('10', CARL)
  await using david = await otherPhone('11', DAVID)
  await anna.dial(dialled(product, '11'))
  await talk(product, anna, bea, TONES.bea)
  assert.deepEqual(david.received('INVITE'), [])
  await carl.dial(`sip:11@${OTHER.domain}`)
  await talk(product, carl, david, DAVID, CARL)
  assert.equal(bea.received('INVITE').length, 1)
})

test('TRK-14: a call to the public number of another customer never sees a carrier, and shows the number alone', { skip }, async () => {
  const [ofAnna = ''] = product.demo.numbers
  await using anna = await phone('10', TONES.anna)
  await using david = await otherPhone('11', DAVID)
  await anna.dial(dialled(product, OTHER.number))
  assert.match(await david.rings(), new RegExp(`^sip:\\${ofAnna}@`))
  const invite = david.received('INVITE').at(-1) ?? ''
  assert.match(invite, new RegExp(`From: <sip:\\${ofAnna}@`))
  assert.doesNotMatch(invite, /Anna|sip:10@|demo\.klinke/)
  await david.accept()
  await Promise.all([anna.established(), david.established()])
  await hearsTone('the caller', anna, DAVID, 600)
  await hearsTone('the other customer', david, TONES.anna, 600)
  await anna.hangUp()
  await david.ended()
  await noLiveCalls(product)
  assert.deepEqual(await route(tenantId), ['number', 'ring-extension'])
  assert.deepEqual(await route((await extensionOf(product, '10')).tenantId), ['identity', 'on-net'])
})
