import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Flow, RequestOutcome } from '@klinke/sip'
import { type PaperAsk, type PaperRequest, paperResponse } from '@klinke/testbed'
import type { CallControlParts } from '../control/call-control.ts'
import type { Binding } from '../registrar/registrar.ts'
import { SUBSCRIBER, TestExchange } from '../test-support/test-exchange.ts'

type Fields = readonly (readonly [string, string])[]

const TO_ELEVEN: PaperAsk = { uri: 'sip:11@customer.example', body: 'Komme später' }
const TEXT: Fields = [['Content-Type', 'text/plain;charset=utf-8']]

/** An exchange where extension 11 has these devices, and extension 10 writes. */
class Messaging {
  readonly exchange: TestExchange

  constructor(devices: readonly string[] = ['desk'], parts: Partial<CallControlParts> = {}) {
    this.exchange = new TestExchange({
      bindings: devices.map((name) => device(name)),
      parts: {
        messagePlan: (sender, dialled) => {
          assert.equal(sender, SUBSCRIBER)
          if (dialled !== '11') return undefined
          return { addressOfRecord: '11@customer.example', from: '"Ten" <sip:10@customer.example>', to: '<sip:11@customer.example>' }
        },
        ...parts,
      },
    })
    this.answers(() => 200)
  }

  get sent() {
    return this.exchange.userAgent.sent
  }

  /** What each device answers. */
  answers(status: (uri: string) => number | undefined): void {
    this.exchange.userAgent.whenAsked = (request): RequestOutcome | Promise<RequestOutcome> => {
      const answer = status(request.uri)
      return answer === undefined ? new Promise(() => undefined) : paperResponse(request, answer)
    }
  }

  async write(more: PaperAsk = TO_ELEVEN, headers: Fields = TEXT): Promise<PaperRequest> {
    const answer = this.exchange.userAgent.ask(this.exchange.control, 'MESSAGE', headers, more)
    await this.exchange.settle()
    return answer
  }
}

function device(name: string): Binding {
  return {
    id: name,
    addressOfRecord: '11@customer.example',
    contactUri: `sip:${name}@192.0.2.11`,
    path: ['<sip:edge.example;lr>'],
    flowId: name,
    preference: 1,
  }
}

const flowOver = (protocol: Flow['protocol']): Flow => {
  const place = { address: '192.0.2.11', port: 5060 }
  return { id: 'f', protocol, local: place, remote: place }
}

test('a message goes to every device of the extension, in the name of who has proved to send it', async () => {
  const messaging = new Messaging(['desk', 'mobile'])
  const answer = await messaging.write(TO_ELEVEN, [...TEXT, ['Subject', 'Heute'], ['P-Asserted-Identity', '<sip:boss@customer.example>']])
  assert.equal(answer.status, 200)
  assert.deepEqual(
    messaging.sent.map(({ uri }) => uri),
    ['sip:desk@192.0.2.11', 'sip:mobile@192.0.2.11'],
  )
  const [first] = messaging.sent
  assert.equal(first?.from, '"Ten" <sip:10@customer.example>')
  assert.equal(first?.contentType, 'text/plain;charset=utf-8')
  assert.deepEqual(first?.headers, [['Subject', 'Heute']])
  assert.deepEqual(first?.route, ['<sip:edge.example;lr>'])
  assert.equal(first?.maxForwards, 69)
})

test('the body arrives byte by byte, whatever it is', async () => {
  const messaging = new Messaging()
  const body = Uint8Array.from([0, 0xff, 0xfe, 0xc3, 0x28])
  await messaging.write({ ...TO_ELEVEN, body })
  assert.deepEqual(Buffer.from(messaging.sent[0]?.body ?? ''), Buffer.from(body))
})

const ROWS: readonly (readonly [what: string, answers: readonly number[], status: number])[] = [
  ['a device that takes it, another that does not', [480, 200], 200],
  ['a device that will deliver it later', [202], 202],
  ['a device that knows no MESSAGE', [405], 405],
  ['a device that wants no such content, another that is away', [480, 415], 415],
  ['somebody who declines', [404, 603], 603],
  ['a device that asks for a password', [401], 480],
]
for (const [what, answers, status] of ROWS) {
  test(`${what} makes the sender's answer ${status}`, async () => {
    const messaging = new Messaging(answers.map((_, n) => `device${n}`))
    messaging.answers((uri) => answers[Number(/device(\d)/.exec(uri)?.[1])])
    assert.equal((await messaging.write()).status, status)
  })
}

test('the sender has its answer as soon as one device has taken the message', async () => {
  const messaging = new Messaging(['silent', 'desk'])
  messaging.answers((uri) => (uri.includes('silent') ? undefined : 200))
  assert.equal((await messaging.write()).status, 200)
  assert.equal(messaging.exchange.clock.pending, 0)
})

test('devices that say nothing make it 480 after 20 s, in time for the sender', async () => {
  const messaging = new Messaging()
  messaging.answers(() => undefined)
  const answer = await messaging.write()
  await messaging.exchange.clock.advance(19_999)
  assert.equal(answer.status, undefined)
  await messaging.exchange.clock.advance(1)
  assert.equal(answer.status, 480)
})

test('nobody with that number is 404, nobody registered 480', async () => {
  const messaging = new Messaging([])
  assert.equal((await messaging.write({ ...TO_ELEVEN, uri: 'sip:77@customer.example' })).status, 404)
  assert.equal((await messaging.write()).status, 480)
  assert.deepEqual(messaging.sent, [])
})

test('a message too large for the way is 413: over UDP beyond 900 bytes (RFC 3428 §8), over a connection beyond 8,192', async () => {
  const sizes = async (protocol: Flow['protocol'], bytes: number): Promise<number | undefined> => {
    const messaging = new Messaging(['desk'], { flow: () => flowOver(protocol) })
    return (await messaging.write({ ...TO_ELEVEN, body: new Uint8Array(bytes) })).status
  }
  assert.equal(await sizes('UDP', 900), 200)
  assert.equal(await sizes('UDP', 901), 413)
  assert.equal(await sizes('TLS', 8_192), 200)
  assert.equal(await sizes('TLS', 8_193), 413)
})

test('a message that has gone round too often is 483', async () => {
  const messaging = new Messaging()
  const answer = messaging.exchange.userAgent.ask(messaging.exchange.control, 'MESSAGE', TEXT, { ...TO_ELEVEN, maxForwards: 0 })
  assert.equal(answer.status, 483)
})

test('of a thousand messages under way the next is refused with 503, until one is answered', async () => {
  const messaging = new Messaging()
  messaging.answers(() => undefined)
  for (let n = 0; n < 1_000; n++) await messaging.write()
  assert.equal((await messaging.write()).status, 503)
  await messaging.exchange.clock.advance(20_000)
  messaging.answers(() => 200)
  assert.equal((await messaging.write()).status, 200)
})

test('a carrier cannot write to extensions: 405', async () => {
  const exchange = new TestExchange({ verdict: { kind: 'carrier', carrier: { id: 'c' } }, parts: { messagePlan: () => assert.fail() } })
  assert.equal(exchange.userAgent.ask(exchange.control, 'MESSAGE', TEXT, TO_ELEVEN).status, 405)
})
