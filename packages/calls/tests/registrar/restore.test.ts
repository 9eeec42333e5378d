import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TransportProtocol } from '@klinke/sip'
import { VirtualClock } from '@klinke/testbed'
import { createRegistrar, type KeptRegistration, type Registrar } from '../../src/index.ts'
import { flow, register, subscriber } from './register.ts'

const RECORD = '10@kunde.example'
const INSTANCE = '+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>"'

/** What one registrar has kept, taken up by another, `laterMs` after; what is written to a disk between them is text. */
async function restarted(before: Registrar, clock: VirtualClock, laterMs: number): Promise<{ after: Registrar; restored: number }> {
  const text = JSON.stringify([...before.addressesOfRecord()].flatMap((record) => before.kept(record)))
  const kept = JSON.parse(text) as readonly KeptRegistration[]
  await clock.advance(laterMs)
  const after = createRegistrar(clock)
  return { after, restored: after.restore(kept) }
}

test('a device over UDP is reached after a restart, over the flow it registered on', async () => {
  const clock = new VirtualClock()
  const before = createRegistrar(clock)
  before.register(register(['Contact: <sip:10@10.0.0.1:5060>;q=0.5', 'User-Agent: Phone/1']), flow('udp/0/7000/192.0.2.1'), subscriber())
  const [known] = before.list()
  const { after, restored } = await restarted(before, clock, 60_000)
  assert.equal(restored, 1)
  assert.equal(after.lookup(RECORD)[0]?.flowId, 'udp/0/7000/192.0.2.1')
  assert.deepEqual([...after.list()][0]?.registeredAtMs, known?.registeredAtMs)
  assert.equal(after.holdsFrom('192.0.2.1'), true)
})

test('a restored registration ends when it would have ended, and one that has ended meanwhile is left out', async () => {
  const clock = new VirtualClock()
  const before = createRegistrar(clock)
  before.register(register(['Contact: <sip:10@h>;expires=300']), flow(), subscriber())
  const { after, restored } = await restarted(before, clock, 200_000)
  assert.equal(restored, 1)
  await clock.advance(101_000)
  assert.deepEqual(after.lookup(RECORD), [])
  assert.equal((await restarted(before, clock, 0)).restored, 0)
})

test('a device that refreshes after a restart keeps its one registration; an overtaken REGISTER is still refused', async () => {
  const clock = new VirtualClock()
  const before = createRegistrar(clock)
  const contact = [`Contact: <sip:10@h>;${INSTANCE};reg-id=1`, 'Supported: outbound']
  before.register(register(contact, { cseq: 7 }), flow(), subscriber())
  const { after } = await restarted(before, clock, 1_000)
  assert.equal(after.register(register(contact, { cseq: 6 }), flow(), subscriber()).status, 400)
  const answer = after.register(register(contact, { cseq: 8 }), flow(), subscriber())
  assert.equal(answer.status, 200)
  assert.equal(after.lookup(RECORD).length, 1)
  assert.match(answer.headers.find(([name]) => name === 'Contact')?.[1] ?? '', /reg-id=1/)
})

const rows: readonly (readonly [what: string, TransportProtocol, contact: string[], kept: number])[] = [
  ['over TCP without NAT is dialled again', 'TCP', ['Contact: <sip:10@192.0.2.1:5060;transport=tcp>'], 1],
  ['over TCP behind NAT is lost with its connection', 'TCP', ['Contact: <sip:10@10.0.0.1:5060;transport=tcp>'], 0],
  ['over TLS is lost with its connection', 'TLS', ['Contact: <sip:10@192.0.2.1:5061;transport=tls>'], 0],
  ['over WebSocket is lost with its connection', 'WSS', ['Contact: <sip:10@df7jal23ls0d.invalid;transport=ws>'], 0],
  ['behind an edge proxy is reached by its Path', 'TLS', ['Contact: <sip:10@10.0.0.1>', 'Path: <sip:edge;lr>'], 1],
]
for (const [what, protocol, lines, kept] of rows) {
  test(`after a restart a device ${what}`, async () => {
    const clock = new VirtualClock()
    const before = createRegistrar(clock)
    before.register(register(lines), flow('tcp/1', protocol), subscriber())
    const { after, restored } = await restarted(before, clock, 0)
    assert.equal(restored, kept)
    // The first connection of today has that number, too.
    assert.notEqual(after.lookup(RECORD)[0]?.flowId, 'tcp/1')
    after.flowClosed(flow('tcp/1', protocol))
    assert.equal(after.lookup(RECORD).length, kept)
  })
}
