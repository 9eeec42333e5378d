import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildRequest, type ResponseOptions, type SipMethod } from '@klinke/sip'
import { VirtualClock } from '@klinke/testbed'
import { publishedTo } from '../events/published.ts'
import { subscriberOf } from '../test-support/test-pbx.ts'
import { Publications } from './publications.ts'
import { readPidf } from './read-pidf.ts'

const AWAY = pidf('open', '<rpid:away/>', 'Back soon')

function pidf(basic: string, activities = '', note = ''): string {
  const person = activities === '' ? '' : `<dm:person id="p"><rpid:activities>${activities}</rpid:activities></dm:person>`
  const said = note === '' ? '' : `<note xml:lang="en">${note}</note>`
  return `<?xml version="1.0"?><presence xmlns="urn:ietf:params:xml:ns:pidf"><tuple id="t"><status><basic>${basic}</basic></status>${said}</tuple>${person}</presence>`
}

interface Sent {
  readonly body?: string
  readonly match?: string
  readonly expires?: number
  readonly type?: string
  readonly to?: string
  readonly event?: string
}

/** The phones of extension 11 publish. */
function setUp() {
  const clock = new VirtualClock()
  let tags = 0
  const changed: string[] = []
  const publications = new Publications(
    clock,
    () => `tag-${++tags}`,
    (extensionId) => changed.push(extensionId),
  )
  const limits = { event: 'presence', defaultExpiresSeconds: 60, minExpiresSeconds: 60, maxExpiresSeconds: 60, subscribed: () => undefined }
  const published = publishedTo([
    { ...limits, event: 'dialog' },
    { ...limits, published: (...what) => publications.published(...what) },
  ])
  const publish = ({ body = '', match, expires, type = 'application/pidf+xml', to = '11', event = 'presence' }: Sent) => {
    const uri = `sip:${to}@acme.example`
    const headers = [
      ['Event', event],
      ...(match === undefined ? [] : [['SIP-If-Match', match]]),
      ...(expires === undefined ? [] : [['Expires', String(expires)]]),
    ].map(([name = '', value = '']) => [name, value] as const)
    const method: SipMethod = 'PUBLISH'
    const content = body === '' ? {} : { body, contentType: type }
    const request = buildRequest({ method, uri, from: `<${uri}>;tag=a`, to: `<${uri}>`, callId: 'x', cseq: 1, headers, ...content })
    const answer: { status: number; headers: Record<string, string> } = { status: 0, headers: {} }
    const respond = (status: number, options: ResponseOptions = {}): void => {
      answer.status = status
      answer.headers = Object.fromEntries(options.headers ?? [])
    }
    const flow = { id: 'f', protocol: 'UDP', local: { address: '', port: 1 }, remote: { address: '', port: 1 } } as const
    published({ request, flow, respond, respondByDefault: () => undefined, drop: () => undefined }, subscriberOf('acme', '11'))
    return answer
  }
  return { clock, publications, publish, changed, now: () => publications.of('acme-11') }
}

test('RFC 3903: what a phone publishes holds, is refreshed, changed and taken back by its newest tag', async () => {
  const { clock, publish, changed, now } = setUp()
  assert.deepEqual(publish({ body: AWAY, expires: 600 }), { status: 200, headers: { 'SIP-ETag': 'tag-1', Expires: '600' } })
  assert.deepEqual(now(), { basic: 'open', activities: ['away'], note: 'Back soon' })
  await clock.advance(599_000)
  assert.equal(publish({ match: 'tag-1', expires: 600 }).headers['SIP-ETag'], 'tag-2')
  await clock.advance(599_000)
  assert.deepEqual(now()?.activities, ['away'])
  assert.equal(publish({ match: 'tag-1', body: AWAY }).status, 412, 'an old tag')
  assert.equal(publish({ match: 'tag-2', body: pidf('closed', '<busy/>') }).status, 200)
  assert.deepEqual(now(), { basic: 'closed', activities: ['busy'] })
  assert.equal(publish({ match: 'tag-3', expires: 0 }).status, 200)
  assert.equal(now(), undefined)
  assert.equal(changed.length, 4)
})

test('RFC 3903: what is not refreshed is forgotten; another phone of the extension speaks on', async () => {
  const { clock, publish, now } = setUp()
  publish({ body: pidf('closed'), expires: 1200 })
  publish({ body: AWAY, expires: 600 })
  assert.deepEqual(now()?.activities, ['away'])
  await clock.advance(600_000)
  assert.deepEqual(now(), { basic: 'closed', activities: [] })
  await clock.advance(600_000)
  assert.equal(now(), undefined)
})

const refusals: readonly (readonly [what: string, sent: Sent, status: number, headers?: Record<string, string>])[] = [
  ['for somebody else', { body: AWAY, to: '12' }, 403],
  ['with a tag that nobody gave', { body: AWAY, match: 'x' }, 412],
  ['for too short a time', { body: AWAY, expires: 5 }, 423, { 'Min-Expires': '60' }],
  ['of another kind', { body: 'x', type: 'text/plain' }, 415, { Accept: 'application/pidf+xml' }],
  ['that says nothing', {}, 400],
  ['that is no presence', { body: '<x/>' }, 400],
  ['that is too large', { body: AWAY.padEnd(5000, ' ') }, 413],
  ['about something that only the exchange knows', { body: AWAY, event: 'dialog' }, 489, { 'Allow-Events': 'presence' }],
]
for (const [what, sent, status, headers = {}] of refusals) {
  test(`RFC 3903: a publication ${what} is answered ${status}`, () => {
    const { publish, now } = setUp()
    assert.deepEqual(publish(sent), { status, headers })
    assert.equal(now(), undefined)
  })
}

test('ten devices of an extension publish; one more takes the place of the oldest', () => {
  const { publish } = setUp()
  for (let device = 0; device < 11; device++) publish({ body: AWAY })
  assert.deepEqual([publish({ match: 'tag-1' }).status, publish({ match: 'tag-2' }).status], [412, 200])
})

test('only what is known of a document is read, and what a note says is text', () => {
  const document = pidf('open', '<rpid:on-the-phone/><rpid:meal/><rpid:evil-thing/>', 'A &lt;b&gt; &amp; c')
  assert.deepEqual(readPidf(document), { basic: 'open', activities: ['meal'], note: 'A <b> & c' })
  assert.equal(readPidf(pidf('maybe')), undefined)
  assert.equal(readPidf(pidf('open', '', 'x'.repeat(500)))?.note?.length, 200)
})
