/** A carrier whose name stands for two places (RFC 3263): when the first is dead or has no time, the second takes the call. */
import assert from 'node:assert/strict'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import {
  Baresip,
  type DnsServer,
  eventually,
  expectRequest,
  hearsTone,
  label,
  missingPeers,
  RunningProduct,
  respond,
  Sipp,
  sippScenario,
  startDns,
} from '@klinke/testbed'
import { callSettings, created, extensionOf } from './call-settings-support.ts'
import { holdingCarrier } from './holding-carrier.ts'
import { dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip', 'sipp')
const NUMBER = '+493023125777'
/** In the directory of numbers, at the same telephone. */
const LISTED = '+493023125778'
const LISTED_NAME = `${[...LISTED.slice(1)].reverse().join('.')}.enum.example`
const OUTSIDE = { frequencyHz: 1400, levelDbm0: -14 }
/** What the second place of each carrier is. */
let telephone: Baresip
let silent: Socket
let overloaded: Sipp
let dns: DnsServer
let product: RunningProduct

/** Says that it is there, and takes no call. */
const OVERLOADED = sippScenario(
  'overloaded',
  expectRequest('OPTIONS', { optional: true, next: 1 }),
  expectRequest('INVITE'),
  respond('503 Service Unavailable'),
  expectRequest('ACK'),
  '<nop next="2"/>',
  label(1),
  respond('200 OK'),
  label(2),
)

before(async () => {
  telephone = await Baresip.start({ username: NUMBER, tone: OUTSIDE, answersAtOnce: true, keepsMessages: true })
  silent = createSocket('udp4').bind(0, '127.0.0.1')
  await once(silent, 'listening')
  overloaded = await Sipp.start({ scenario: OVERLOADED, calls: 100, keepMessages: true, variables: { user: 'carrier' } })
  const srv = (priority: number, port: number) => ({ type: 'SRV', priority, weight: 0, port, target: 'place.example' }) as const
  dns = await startDns({
    '_sip._udp.silent.example': [srv(2, telephone.port), srv(1, silent.address().port)],
    '_sip._udp.overloaded.example': [srv(1, overloaded.port), srv(2, telephone.port)],
    'place.example': [{ type: 'A', address: '127.0.0.1' }],
    '_sip._udp.holder.example': [srv(1, telephone.port)],
    [LISTED_NAME]: [
      {
        type: 'NAPTR',
        order: 1,
        preference: 1,
        flags: 'u',
        service: 'E2U+sip',
        replacement: '',
        regexp: `!^.*$!sip:${NUMBER}@holder.example!`,
      },
    ],
  })
  product = await RunningProduct.start({
    root,
    environment: { KLINKE_DNS_SERVERS: dns.server, KLINKE_ENUM_ZONES: 'enum.example', KLINKE_LOOKUPS: 'everywhere' },
  })
})
after(async () => {
  await product?.[Symbol.asyncDispose]()
  dns?.close()
  silent?.close()
  await overloaded?.[Symbol.asyncDispose]()
  await telephone?.[Symbol.asyncDispose]()
})

async function carrier(host: string, priority: number): Promise<void> {
  await created(product, '/carriers', { name: host, host, authentication: { kind: 'fixed-ip', addresses: ['127.0.0.1'] }, priority })
}

/** A call outside is heard from both ends; gives the carriers' places that it tried. */
async function placesOfCall(anna: Baresip, number = NUMBER): Promise<readonly string[]> {
  await anna.dial(dialled(product, number))
  await Promise.all([anna.established(), telephone.established()])
  await hearsTone('the caller', anna, OUTSIDE, 600)
  await hearsTone('who is called', telephone, TONES.anna, 600)
  await anna.hangUp()
  await Promise.all([anna.ended(), telephone.ended()])
  await noLiveCalls(product)
  return route(number)
}

/** The carriers' places that the newest call to the number tried, and which of them failed. */
async function route(number = NUMBER, kinds = /^(carrier-|enum|own-)/): Promise<readonly string[]> {
  type Step = { readonly step: string; readonly detail: string }
  type Records = {
    readonly items: readonly {
      readonly endedAt: string | null
      readonly called: { readonly number: string }
      readonly route: readonly Step[]
    }[]
  }
  const { tenantId } = await extensionOf(product, '10')
  const steps = await eventually('the end of the record', async () => {
    const { items } = (await product.get(`/call-records?limit=10&tenantId=${tenantId}`)) as Records
    const record = items.find(({ called }) => called.number === number)
    return record?.endedAt === null ? undefined : record?.route
  })
  return steps.filter(({ step }) => kinds.test(step)).map(({ step, detail }) => `${step} ${detail}`)
}

test('the first place of a carrier says nothing: the second takes the call after four seconds, and the next call at once', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await carrier('silent.example', 2)
  await eventually('the look at the carrier', () => dns.asked.includes('A place.example'))
  const places = await placesOfCall(anna)
  assert.deepEqual(places, [
    'carrier-selected silent.example',
    'carrier-failed silent.example: unreachable',
    'carrier-selected silent.example at 127.0.0.1',
  ])
  await eventually('OPTIONS to the second place', () => telephone.received('OPTIONS').length > 0)
  assert.deepEqual(await placesOfCall(anna), ['carrier-selected silent.example'])
})

test('the first place of a carrier answers 503: the second takes the call', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  const before = telephone.received('INVITE').length
  await carrier('overloaded.example', 1)
  await eventually('the look at the carrier', () => overloaded.result().errors.includes('OPTIONS sip:'))
  assert.deepEqual(await placesOfCall(anna), [
    'carrier-selected overloaded.example',
    'carrier-failed overloaded.example: congestion',
    'carrier-selected overloaded.example at 127.0.0.1',
  ])
  assert.ok(telephone.received('INVITE').length > before)
})

test('a mobile rung beside phones is reached at the second place of the carrier; its own record tells both', { skip }, async () => {
  await callSettings(product, '13', { alsoRing: { parties: [{ kind: 'external', number: NUMBER, confirm: false }] } })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  const before = telephone.received('INVITE').length
  await anna.dial(dialled(product, '13'))
  await Promise.all([anna.established(), telephone.established()])
  await hearsTone('the caller', anna, OUTSIDE, 600)
  await hearsTone('who is called', telephone, TONES.anna, 600)
  await anna.hangUp()
  await Promise.all([anna.ended(), telephone.ended()])
  await noLiveCalls(product)
  assert.ok(telephone.received('INVITE').length > before)
  assert.deepEqual(await route(), [
    'carrier-selected overloaded.example',
    'carrier-failed overloaded.example: congestion',
    'carrier-selected overloaded.example at 127.0.0.1',
  ])
})

test('TRK-14: a number that the directory of numbers lists is called at its holder, heard from both ends, without a carrier', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  const uri = `sip:${NUMBER}@holder.example`
  assert.deepEqual(await placesOfCall(anna, LISTED), [`enum on-net/enum: ${LISTED} → ${uri}`, `carrier-selected ENUM ${uri}`])
  assert.ok(dns.asked.includes(`NAPTR ${LISTED_NAME}`))
  assert.match(telephone.received('INVITE').at(-1) ?? '', new RegExp(`^From: <sip:\\+\\d+@${product.demo.sip.domain}>`, 'm'))
})

test('TRK-12: the own provider of a site carries its calls, out and in', { skip }, async () => {
  const { tenantId } = await extensionOf(product, '10')
  const { items } = (await product.get(`/sites?tenantId=${tenantId}`)) as {
    readonly items: readonly { readonly id: string; readonly main: boolean }[]
  }
  const siteId = items.find(({ main }) => main)?.id ?? (await created(product, '/sites', { tenantId, ...SITE }))
  await using provider = await Baresip.start({ username: NUMBER, tone: OUTSIDE, answersAtOnce: true, keepsMessages: true })
  const authentication = { kind: 'fixed-ip', addresses: ['127.0.0.1'] }
  const place = { name: 'Eigener', host: '127.0.0.1', port: provider.port, authentication, siteId, tenantId }
  const id = await created(product, '/own-carriers', place)
  assert.equal((await product.request('POST', '/own-carriers', { ...place, name: 'Zweiter' })).status, 409, 'a site belongs to one')
  await eventually('OPTIONS to the provider', () => provider.received('OPTIONS').length > 0)
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, NUMBER))
  await Promise.all([anna.established(), provider.established()])
  await hearsTone('the caller', anna, OUTSIDE, 600)
  await hearsTone('the provider', provider, TONES.anna, 600)
  await anna.hangUp()
  await Promise.all([anna.ended(), provider.ended()])
  assert.deepEqual(await route(), ['own-carrier Eigener', 'carrier-selected Eigener'])
  const [ofAnna = ''] = product.demo.numbers
  await provider.dial(`sip:${ofAnna}@127.0.0.1:${product.sip().port}`)
  await anna.rings()
  await anna.accept()
  await Promise.all([anna.established(), provider.established()])
  await provider.hangUp()
  await Promise.all([anna.ended(), provider.ended()])
  await noLiveCalls(product)
  assert.equal((await product.request('DELETE', `/own-carriers/${id}`)).status, 204)
})

const SITE = { name: 'Köln', areaCode: '221', address: { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' } }

test('EMG-01: 112 leaves the last carrier, too, when it says 100 and rings nobody, and begins again with the first', { skip }, async () => {
  const { items } = (await product.get('/carriers')) as { readonly items: readonly { readonly id: string }[] }
  for (const { id } of items) assert.equal((await product.request('DELETE', `/carriers/${id}`)).status, 204)
  await using centre = await Baresip.start({ username: '112', tone: OUTSIDE, answersAtOnce: true })
  await using holding = await holdingCarrier(centre.port)
  const authentication = { kind: 'fixed-ip', addresses: ['127.0.0.1'] }
  const place = { host: '127.0.0.1', authentication }
  await created(product, '/carriers', { ...place, name: 'Hält', port: holding.port, priority: 1 })
  await created(product, '/carriers', { ...place, name: 'Voll', port: overloaded.port, priority: 2 })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '112'))
  await Promise.all([anna.established(), centre.established()])
  await hearsTone('who calls for help', anna, OUTSIDE, 600)
  await hearsTone('the control centre', centre, TONES.anna, 600)
  assert.deepEqual([holding.calls.length, holding.isReleased], [2, true])
  await anna.hangUp()
  await Promise.all([anna.ended(), centre.ended()])
  assert.deepEqual(await route('112', /^(carrier-|emergency-again)/), [
    'carrier-selected Hält',
    'carrier-failed Hält: unreachable',
    'carrier-selected Voll',
    'carrier-failed Voll: congestion',
    'emergency-again round 2',
    'carrier-selected Hält',
  ])
})
