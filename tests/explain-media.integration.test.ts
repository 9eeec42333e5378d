/** What was wrong with the sound of calls, and with their way to the public network: provoked on the wire, told by the REST API. */
import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { eventually } from '@klinke/testbed'
import { ExplainDesk, type Explanation, type Fault } from './explain-desk.ts'
import { callRecords, endedRecords, noLiveCalls, talking } from './support.ts'

let desk: ExplainDesk

before(async () => {
  desk = await ExplainDesk.start({ mediaInactivitySeconds: 10 })
})
after(() => desk?.[Symbol.asyncDispose]())

type Goes = (sequence: number) => 'now' | 'late' | 'lost'
const WELL: Goes = () => 'now'

interface TestCall {
  /** How the packets of each side go; absent: it sends none. */
  readonly caller?: Goes
  readonly called?: Goes
  readonly callerFault?: Fault
  readonly seconds?: number
}

/** 10 calls 11, both talk as said, and the caller hangs up. */
async function talk({ caller, called, callerFault, seconds = 3 }: TestCall): Promise<Explanation> {
  const bernd = await desk.registered('11', { kind: 'answer', afterMs: 0 })
  const anna = await desk.phone('10', { kind: 'ring' }, callerFault)
  const call = anna.sip.call('11')
  await talking(call)
  const [taken] = bernd.sip.calls
  assert.ok(taken)
  await talking(taken)
  if (caller) anna.talk(call, caller)
  if (called) bernd.talk(taken, called)
  const live = async () => ((await desk.product.get('/live-calls')) as { readonly items: readonly { readonly id: string }[] }).items
  const [{ id = '' } = {}] = await live()
  await Promise.race([pause(seconds * 1000), call.over])
  if (call.state.kind === 'talking') assert.equal((await desk.explanation(id)).diagnosis.code, 'in-progress')
  call.hangUp()
  await call.over
  await Promise.all([bernd.close(), anna.close()])
  await eventually('the end of its record', async () => (await desk.explanation(id)).call.endedAt !== null)
  return desk.explanation(id)
}

const ROWS: readonly (readonly [what: string, code: string, call: TestCall])[] = [
  ['both are heard', 'talked', { caller: WELL, called: WELL }],
  ['nothing comes from the caller', 'one-way-audio-from-caller', { called: WELL }],
  ['nothing comes from the called party', 'one-way-audio-from-called', { caller: WELL }],
  ['nothing comes at all', 'no-audio', {}],
  ['the caller names an address behind its NAT', 'nat-private-address', { called: WELL, callerFault: { soundAddress: '192.168.77.7' } }],
  ['one packet in ten of the caller is lost', 'high-loss', { caller: (i) => (i % 10 === 9 ? 'lost' : 'now'), called: WELL }],
  ['half of the packets are late', 'high-jitter', { caller: WELL, called: (i) => (i % 2 === 0 ? 'late' : 'now') }],
]

for (const [what, code, call] of ROWS) {
  test(`${what}: ${code}`, async () => {
    const { diagnosis, media, ladderKept } = await talk(call)
    assert.equal(diagnosis.code, code)
    assert.equal((media.caller.totals?.packetsReceived ?? 0) > 0, call.caller !== undefined)
    assert.equal((media.called.totals?.packetsReceived ?? 0) > 0, call.called !== undefined)
    assert.equal(ladderKept, true)
  })
}

test('the sound of a call is measured every five seconds for each side, and each interval tells of itself', async () => {
  const { media, diagnosis } = await talk({ caller: (i) => (i > 300 && i % 3 === 0 ? 'lost' : 'now'), called: WELL, seconds: 11.5 })
  const [first, second] = media.caller.samples
  assert.ok(first && second)
  assert.ok(first.packets > 150 && first.lost === 0 && Number(first.mos) > 4, JSON.stringify(first))
  assert.ok(second.lost > 20 && Number(second.mos) < Number(first.mos), JSON.stringify(second))
  assert.ok(media.called.samples.length >= 2)
  assert.equal(diagnosis.code, 'high-loss')
})

test('a phone vanishes in a call, and what was kept of it outlives a restart: media-inactivity', async () => {
  const stops: Goes = (sequence) => (sequence > 50 ? 'lost' : 'now')
  const before = await talk({ caller: stops, called: WELL, seconds: 30 })
  assert.equal(before.diagnosis.code, 'media-inactivity')
  const { id } = before.call
  await eventually('its trace in the database', async () => (await desk.explanation(id)).ladder.some(({ method }) => method === 'BYE'))
  // The trace is written a few seconds after the end of its call, before the process ends.
  desk.product.drain()
  await desk.product.ended()
  await desk.product.restart()
  const { ladder, ladderKept, diagnosis } = await desk.explanation(id)
  assert.deepEqual([ladderKept, diagnosis.code], [true, 'media-inactivity'])
  assert.ok(ladder.some(({ method }) => method === 'BYE'))
})

test('the exchange fails in the middle of a call: restart', async () => {
  const bernd = await desk.registered('11', { kind: 'answer', afterMs: 0 })
  const anna = await desk.phone('10')
  const call = anna.sip.call('11')
  await talking(call)
  // Its beginning is on disk a tenth of a second later at the latest: a call younger than that leaves no record.
  await eventually('the beginning of its record', async () => (await callRecords(desk.product)).some(({ endedAt }) => endedAt === null))
  await desk.product.kill()
  // Nobody would answer that they leave: they would ask for half a minute.
  for (const phone of [bernd, anna]) phone.die()
  await desk.product.restart()
  await noLiveCalls(desk.product)
  const [cut] = await endedRecords(desk.product, 1, ({ cause }) => cause === 'restart')
  assert.equal((await desk.explanation(cut?.id ?? '')).diagnosis.code, 'restart')
})

/** The carriers, one at a time: the others are there, but not asked. */
const CARRIERS: readonly (readonly [code: string, carrier: () => Promise<object>])[] = [
  ['dns-failure', async () => ({ host: 'carrier.invalid' })],
  ['tls-failure', async () => ({ host: '127.0.0.1', port: desk.product.sip('TLS').port, transport: 'TLS' })],
  ['connection-failed', async () => ({ host: '127.0.0.1', port: await closedPort(), transport: 'TCP' })],
  ['carrier-refused', async () => ({ host: '127.0.0.1', port: await carrierThat(403) })],
  ['carrier-no-channel', async () => ({ host: '127.0.0.1', port: await carrierThat(503) })],
  ['carrier-down', async () => ({ host: '127.0.0.1', port: await carrierThat(undefined) })],
]

test('no carrier at all, and carriers that fail each in its own way: no-carrier, dns-failure, tls-failure and others', async () => {
  const { items } = (await desk.product.get('/carriers')) as { readonly items: readonly { readonly id: string }[] }
  for (const { id } of items) await desk.ask('DELETE', `/carriers/${id}`)
  const anna = await desk.phone('10')
  const dial = async (number: string): Promise<string> => {
    await anna.sip.call(number).over
    return (await desk.explained(number)).diagnosis.code
  }
  const codes = [await dial('+493011111000')]
  for (const [i, [name, carrier]] of CARRIERS.entries()) {
    const authentication = { kind: 'fixed-ip', addresses: ['127.0.0.9'] }
    const { id } = await desk.ask('POST', '/carriers', { name, authentication, ...(await carrier()) })
    codes.push(await dial(`+49301111100${i + 1}`))
    await desk.ask('DELETE', `/carriers/${String(id)}`)
  }
  for (const socket of sockets) socket.close()
  assert.deepEqual(codes, ['no-carrier', ...CARRIERS.map(([code]) => code)])
})

const sockets: ReturnType<typeof createSocket>[] = []

/** A carrier that refuses every call with that status, or says nothing. */
async function carrierThat(status: number | undefined): Promise<number> {
  const socket = createSocket('udp4')
  sockets.push(socket)
  socket.on('message', (message, { port, address }) => {
    const text = message.toString()
    if (status === undefined || text.startsWith('ACK ')) return
    const echoed = text.split('\r\n').filter((line) => /^(Via|From|To|Call-ID|CSeq):/i.test(line))
    const answer = text.startsWith('INVITE ') ? `${status} Not Now` : '200 OK'
    const tagged = echoed.map((line) => (/^To:/i.test(line) && !line.includes('tag=') ? `${line};tag=x` : line))
    socket.send([`SIP/2.0 ${answer}`, ...tagged, 'Content-Length: 0', '', ''].join('\r\n'), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return socket.address().port
}

async function closedPort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}
