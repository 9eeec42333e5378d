/** Fax machines that call numbers and flows for people, and fax lines, through the running product. */
import assert from 'node:assert/strict'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import { systemClock, systemRandom } from '@klinke/platform'
import {
  assertHearsTone,
  type ExpectedTone,
  eventually,
  hearsTone,
  missingPeers,
  type PhoneScript,
  RunningProduct,
  ScriptedPhone,
  type Sound,
  WebSocketHost,
  within,
} from '@klinke/testbed'
import { FlowDesk } from './flows-desk.ts'
import { callRecord, dialled, noLiveCalls, phone, root, talking } from './support.ts'

const skip = missingPeers('baresip')
/** A fax machine that calls (ITU-T T.30): 0.5 s of 1100 Hz, 3 s of nothing. */
const CALLING = { frequencyHz: 1100, levelDbm0: -15, onMs: 500, offMs: 3000 } as const
/** One that answers, all the time. */
const ANSWERING = { frequencyHz: 2100, levelDbm0: -12 } as const satisfies ExpectedTone
const PERIOD_MS = CALLING.onMs + CALLING.offMs

let product: RunningProduct
let desk: FlowDesk
let fax: { readonly kind: 'fax'; readonly targetId: string }

before(async () => {
  if (skip !== false) return
  product = await RunningProduct.start({ root })
  desk = await FlowDesk.open(product)
  fax = { kind: 'fax', targetId: desk.extension('12').targetId }
  await desk.change(`/extensions/${fax.targetId}/fax-line`, { active: true, name: 'Poststelle' })
})
after(() => product?.[Symbol.asyncDispose]())

/** The loudest 400 ms. */
function loudest(sound: Sound): Sound {
  const length = 0.4 * sound.sampleRateHz
  const energy = (from: number): number => sound.samples.subarray(from, from + length).reduce((sum, sample) => sum + sample * sample, 0)
  let best = 0
  for (let from = 0; from + length <= sound.samples.length; from += length / 8) if (energy(from) > energy(best)) best = from
  return { ...sound, samples: sound.samples.subarray(best, best + length) }
}

/** A fax machine at extension 10 dials, and talks to the one at 12. */
async function goesToTheFax(number: string): Promise<void> {
  await using machine = await phone(product, '10', { tone: CALLING })
  await using answering = await phone(product, '12', { tone: ANSWERING, answersAtOnce: true })
  await machine.dial(dialled(product, number))
  await machine.established()
  await answering.established()
  await hearsTone('the machine that calls', machine, ANSWERING, 600)
  assertHearsTone('the fax line', loudest(await answering.listen(PERIOD_MS + CALLING.onMs)), CALLING)
  await machine.hangUp()
  await answering.ended()
  await noLiveCalls(product)
  const record = await callRecord(product, number, ({ called, endedAt }) => called.number === number && endedAt !== null)
  const route = await desk.route(record.id)
  assert.match(route, /fax-tone: a fax machine is calling\n(.*\n)*ring-fax: 12/)
}

test('IVR-02: a fax machine heard in a menu goes to the fax of the flow, and both machines hear each other', { skip }, async () => {
  const menu = { id: 'menu', kind: 'menu', prompt: 'enter-extension', keys: { 1: 'go' }, retries: 3 }
  await desk.publish('720', 'menu', [menu, { id: 'go', kind: 'destination', to: desk.extension('11') }], { fax })
  await goesToTheFax('720')
})

test('IVR-02: one heard in the greeting of a mailbox goes to the fax of the number', { skip }, async () => {
  const box = await desk.change(`/extensions/${desk.extension('13').targetId}/mailbox`, {})
  const [number = ''] = product.demo.numbers.slice(-1)
  await desk.change(`/numbers/${number}`, { destination: { kind: 'voicemail', targetId: box.id }, fax })
  await goesToTheFax(number)
})

/** A fax machine that speaks SIP, with a socket in the place of its modem. */
interface FaxPhone extends AsyncDisposable {
  readonly sip: ScriptedPhone
  readonly socket: Socket
}

async function faxPhone(extension: string, script: PhoneScript = { kind: 'ring' }): Promise<FaxPhone> {
  const { username, password } = product.extension(extension)
  const { domain, ws } = product.demo.sip
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const host = await WebSocketHost.connect(ws, socket.address().port)
  const sip = new ScriptedPhone(host, systemClock(), systemRandom(), { username, password, domain, server: host.server }, script)
  assert.equal(await sip.register(), 200)
  const dispose = async (): Promise<void> => {
    await sip.register(0)
    sip.close()
    await host[Symbol.asyncDispose]()
    socket.close()
  }
  return { sip, socket, [Symbol.asyncDispose]: dispose }
}

/** Where the other side wants its media, as the newest description says. */
const placeOf = (sdp: string | undefined): number => Number(/^m=\S+ (\d+)/m.exec(sdp ?? '')?.[1])

test('FAX-03: a fax line is offered G.711 without silence suppression, and the change to T.38 passes with its packets', {
  skip,
}, async () => {
  await using receiving = await faxPhone('12', { kind: 'answer', afterMs: 0 })
  await using sending = await faxPhone('10')
  const call = sending.sip.call('12')
  await talking(call)
  const called = await eventually('the call at the fax line', () => receiving.sip.calls[0])
  assert.match(called.remoteSdp ?? '', /^m=audio \d+ RTP\/AVP 8 0 101\r$/m)
  assert.match(called.remoteSdp ?? '', /^a=silenceSupp:off - - - -\r$/m)
  const outcome = await called.changeToFax()
  assert.equal(outcome.kind, 'answered')
  assert.match(called.remoteSdp ?? '', /^m=image \d+ udptl t38\r$/m)
  assert.match(call.remoteSdp ?? '', /^m=image \d+ udptl t38\r\n(.*\r\n)*a=T38FaxVersion:0\r$/m)
  const page = Buffer.from([0, 1, 2, 0xc0, 1, 0x80, 0])
  for (const [from, to, toward] of [
    [sending.socket, receiving.socket, call.remoteSdp],
    [receiving.socket, sending.socket, called.remoteSdp],
  ] as const) {
    let heard = false
    to.on('message', (packet: Buffer) => {
      heard ||= packet.equals(page)
    })
    // Again and again, as T.38 over UDP does it: the relay may hear of the change a moment after the machines.
    await eventually('the packet of the page', () => {
      from.send(page, placeOf(toward), '127.0.0.1')
      return heard || undefined
    })
  }
  const second = sending.sip.call('12')
  assert.deepEqual(await within(20_000, 'a busy fax line', second.over), { kind: 'failed', status: 486 })
  call.hangUp()
  await called.over
})
