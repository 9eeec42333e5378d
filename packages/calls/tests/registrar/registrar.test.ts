import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { createRegistrar, type RegisterAnswer, type Registrar, type RegistrationProfile } from '../../src/index.ts'
import { flow, register, subscriber } from './register.ts'

const RECORD = '10@kunde.example'

function setUp(): { clock: VirtualClock; registrar: Registrar } {
  const clock = new VirtualClock()
  return { clock, registrar: createRegistrar(clock) }
}

const contactsOf = (answer: RegisterAnswer): string[] => answer.headers.filter(([name]) => name === 'Contact').map(([, value]) => value)
const bound = (registrar: Registrar): string[] => registrar.lookup(RECORD).map(({ contactUri }) => contactUri)
const header = (answer: RegisterAnswer, name: string): string | undefined => answer.headers.find(([given]) => given === name)?.[1]

test('a contact is bound to its flow and told with the time it has left', async () => {
  const { clock, registrar } = setUp()
  const answer = registrar.register(
    register(['Contact: "Phone" <sip:10@192.0.2.1:5060;line=1>;expires=600;q=0.5;x=y', 'User-Agent: Snom']),
    flow(),
    subscriber(),
  )
  assert.deepEqual(contactsOf(answer), ['<sip:10@192.0.2.1:5060;line=1>;expires=600;q=0.5;x=y'])
  const [binding] = registrar.lookup(RECORD)
  assert.deepEqual(
    [binding?.contactUri, binding?.flowId, binding?.preference],
    ['sip:10@192.0.2.1:5060;line=1', 'udp/0/5060/192.0.2.1', 0.5],
  )
  await clock.advance(200_500)
  assert.match(contactsOf(registrar.register(register([]), flow(), subscriber()))[0] ?? '', /;expires=400;/)
})

test('a binding ends with its time and no timer is left', async () => {
  const { clock, registrar } = setUp()
  registrar.register(register(['Contact: <sip:10@192.0.2.1>;expires=60']), flow(), subscriber())
  await clock.advance(59_000)
  assert.equal(bound(registrar).length, 1)
  const { remote } = flow()
  const held = (): boolean[] => [remote.port, 1, undefined].map((port) => registrar.holdsFrom(remote.address, port))
  assert.deepEqual(held(), [true, false, true])
  await clock.advance(3_000)
  assert.deepEqual(bound(registrar), [])
  assert.deepEqual(held(), [false, false, false])
  assert.equal(clock.pending, 0)
})

test('a refresh keeps the binding beyond its first end', async () => {
  const { clock, registrar } = setUp()
  registrar.register(register(['Contact: <sip:10@192.0.2.1>;expires=60']), flow(), subscriber())
  const id = registrar.lookup(RECORD)[0]?.id
  await clock.advance(50_000)
  registrar.register(register(['Contact: <sip:10@192.0.2.1>;expires=60'], { cseq: 2 }), flow('udp/0/6000/192.0.2.9'), subscriber())
  await clock.advance(50_000)
  assert.deepEqual(
    registrar.lookup(RECORD).map((binding) => [binding.id, binding.flowId]),
    [[id, 'udp/0/6000/192.0.2.9']],
  )
  assert.deepEqual(registrar.statistics(), { addressesOfRecord: 1, bindings: 1 })
})

test("expiry: the contact's own wish, else the message's, else the longest; too short is 423, too long is shortened", () => {
  const rows: [lines: string[], status: number, expires: string | undefined][] = [
    [['Contact: <sip:a@b>;expires=90', 'Expires: 120'], 200, '90'],
    [['Contact: <sip:a@b>', 'Expires: 120'], 200, '120'],
    [['Contact: <sip:a@b>'], 200, '3600'],
    [['Contact: <sip:a@b>;expires=soon'], 200, '3600'],
    [['Contact: <sip:a@b>;expires=86400'], 200, '3600'],
    [['Contact: <sip:a@b>;expires=59'], 423, undefined],
    [['Contact: <sip:a@b>', 'Expires: 1'], 423, undefined],
  ]
  for (const [lines, status, expires] of rows) {
    const answer = setUp().registrar.register(register(lines), flow(), subscriber())
    assert.equal(answer.status, status, lines.join())
    assert.equal(/;expires=(\d+)/.exec(contactsOf(answer)[0] ?? '')?.[1], expires, lines.join())
    if (status === 423) assert.equal(header(answer, 'Min-Expires'), '60')
  }
})

test('expires 0 removes one contact, the wildcard all, a query none', () => {
  const { registrar } = setUp()
  registrar.register(register(['Contact: <sip:a@h1>, <sip:b@h2>, <sip:c@h3>']), flow(), subscriber())
  registrar.register(register(['Contact: <sip:b@h2>;expires=0'], { cseq: 2 }), flow(), subscriber())
  assert.deepEqual(bound(registrar).sort(), ['sip:a@h1', 'sip:c@h3'])
  registrar.register(register([], { cseq: 3 }), flow(), subscriber())
  assert.equal(bound(registrar).length, 2)
  registrar.register(register(['Contact: *', 'Expires: 0'], { cseq: 4 }), flow(), subscriber())
  assert.deepEqual(bound(registrar), [])
  assert.deepEqual(registrar.statistics(), { addressesOfRecord: 0, bindings: 0 })
})

test('malformed registrations change nothing', () => {
  const rows: string[][] = [
    ['Contact: *'],
    ['Contact: *', 'Expires: 60'],
    ['Contact: *, <sip:a@b>', 'Expires: 0'],
    ['Contact: <sip:a@b>;q=7'],
    ['Contact: <tel:+4922112345>'],
    ['Contact: <sip:a@b?Route=x>'],
    [`Contact: <sip:${'a'.repeat(600)}@b>`],
    ['Contact: <sip:new@b>, <sip:a@b>;q=7'],
    ['Contact: <sip:new@b>', 'Path: nonsense'],
    ['Contact: <sip:new@b>', `Path: <sip:${'a'.repeat(2000)}@b>`],
  ]
  for (const lines of rows) {
    const { registrar } = setUp()
    registrar.register(register(['Contact: <sip:kept@b>']), flow(), subscriber())
    assert.equal(registrar.register(register(lines, { cseq: 2 }), flow(), subscriber()).status, 400, lines.join())
    assert.deepEqual(bound(registrar), ['sip:kept@b'])
  }
})

test('an overtaken request of the same device is refused whole; another Call-ID starts anew', () => {
  const { registrar } = setUp()
  registrar.register(register(['Contact: <sip:a@b>'], { cseq: 5 }), flow(), subscriber())
  for (const lines of [['Contact: <sip:new@b>, <sip:a@b>;expires=0'], ['Contact: *', 'Expires: 0']]) {
    assert.equal(registrar.register(register(lines, { cseq: 5 }), flow(), subscriber()).status, 400)
    assert.deepEqual(bound(registrar), ['sip:a@b'])
  }
  registrar.register(register(['Contact: <sip:a@b>;expires=0'], { cseq: 1, callId: 'rebooted' }), flow(), subscriber())
  assert.deepEqual(bound(registrar), [])
})

test('contacts are the same by the rules for URIs, not by their text', () => {
  const { registrar } = setUp()
  registrar.register(register(['Contact: <sip:10@Phone.Example:5060;ob>']), flow(), subscriber())
  registrar.register(
    register(['Contact: <sip:10@phone.example:5060>, <sip:10@phone.example>, <sip:10@phone.example>'], { cseq: 2 }),
    flow(),
    subscriber(),
  )
  assert.deepEqual(bound(registrar).sort(), ['sip:10@phone.example', 'sip:10@phone.example:5060'])
})

test('one device too many is refused or takes the place of the oldest, as the profile says (DEV-01)', async () => {
  const fill = async (profile: Partial<RegistrationProfile>): Promise<[status: number, contacts: string[]]> => {
    const { clock, registrar } = setUp()
    let status = 0
    for (const [index, device] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      status = registrar.register(register([`Contact: <sip:${device}@h>`], { callId: device }), flow(), subscriber(profile)).status
      await clock.advance(1000)
      if (index === 3) registrar.register(register(['Contact: <sip:a@h>'], { callId: 'a', cseq: 2 }), flow(), subscriber(profile))
    }
    return [status, bound(registrar).sort()]
  }
  assert.deepEqual(await fill({ whenFull: 'refuse' }), [403, ['sip:a@h', 'sip:b@h', 'sip:c@h', 'sip:d@h']])
  assert.deepEqual(await fill({}), [200, ['sip:a@h', 'sip:c@h', 'sip:d@h', 'sip:e@h']])
  const many = Array.from({ length: 5 }, (_, index) => `<sip:${index}@h>`).join()
  assert.equal(setUp().registrar.register(register([`Contact: ${many}`]), flow(), subscriber()).status, 403)
})

test('contacts ring by preference, the newest first among equals', async () => {
  const { clock, registrar } = setUp()
  for (const contact of ['<sip:low@h>;q=0.1', '<sip:old@h>', '<sip:new@h>;q=1.0', '<sip:middle@h>;q=0.5']) {
    registrar.register(register([`Contact: ${contact}`], { callId: contact }), flow(), subscriber())
    await clock.advance(1000)
  }
  assert.deepEqual(bound(registrar), ['sip:new@h', 'sip:old@h', 'sip:middle@h', 'sip:low@h'])
})

test('only the own address of record can be registered', () => {
  const rows: [to: string, uri: string, status: number][] = [
    ['sip:10@kunde.example', 'sip:kunde.example', 200],
    ['sip:phone10@kunde.example', 'sip:kunde.example', 200],
    ['sip:10@198.51.100.1', 'sip:198.51.100.1', 200],
    ['sip:11@kunde.example', 'sip:kunde.example', 403],
    ['sip:10@other.example', 'sip:kunde.example', 403],
    ['tel:+4922110', 'sip:kunde.example', 403],
  ]
  for (const [to, uri, status] of rows) {
    const answer = setUp().registrar.register(register(['Contact: <sip:a@b>'], { to, uri }), flow(), subscriber())
    assert.equal(answer.status, status, to)
  }
})

test('Path is kept for calls and repeated in the answer (RFC 3327)', () => {
  const { registrar } = setUp()
  const answer = registrar.register(
    register(['Contact: <sip:a@b>', 'Path: <sip:edge2;lr>, <sip:edge1;lr>', 'Supported: path']),
    flow(),
    subscriber(),
  )
  assert.deepEqual(registrar.lookup(RECORD)[0]?.path, ['<sip:edge2;lr>', '<sip:edge1;lr>'])
  assert.deepEqual(
    answer.headers.filter(([name]) => name === 'Path').map(([, value]) => value),
    ['<sip:edge2;lr>', '<sip:edge1;lr>'],
  )
})

test('the list tells where a device registered from, with what, and until when', async () => {
  const { clock, registrar } = setUp()
  const startMs = clock.epochMs()
  registrar.register(register(['Contact: <sip:a@b>;expires=600', 'User-Agent: Snom D865/10']), flow(), subscriber())
  await clock.advance(100_000)
  registrar.register(register(['Contact: <sip:a@b>;expires=600', 'User-Agent: Snom D865/10'], { cseq: 2 }), flow(), subscriber())
  const [registration] = registrar.list('tenant-1')
  assert.equal(registration?.userAgent, 'Snom D865/10')
  assert.deepEqual(registration?.remote, { address: '192.0.2.1', port: 5060 })
  assert.deepEqual(
    [registration?.registeredAtMs, registration?.refreshedAtMs, registration?.expiresAtMs],
    [startMs, startMs + 100_000, startMs + 700_000],
  )
  assert.deepEqual([...registrar.list('tenant-2')], [])
  assert.equal(registrar.remove(registration?.id ?? ''), true)
  assert.equal(registrar.remove(registration?.id ?? ''), false)
})

test('a client over WebSocket is found by the random host of its Contact, where it registered last', () => {
  const registrar = createRegistrar(new VirtualClock())
  const web = (id: string, port: number) => ({ ...flow(id, 'WS'), remote: { address: '192.0.2.10', port } })
  const contact = ['Contact: <sip:10@x7k2.invalid;transport=ws>;+sip.ice']
  registrar.register(register(contact, { cseq: 1 }), web('ws/1', 50_000), subscriber())
  assert.deepEqual(registrar.webClientAt('x7k2.invalid'), { protocol: 'WS', remote: { address: '192.0.2.10', port: 50_000 } })
  registrar.register(register(contact, { cseq: 2 }), web('ws/2', 50_001), subscriber())
  registrar.flowClosed(web('ws/1', 50_000))
  assert.equal(registrar.webClientAt('x7k2.invalid')?.remote.port, 50_001)
  registrar.flowClosed(web('ws/2', 50_001))
  assert.equal(registrar.webClientAt('x7k2.invalid'), undefined)
  registrar.register(register(['Contact: <sip:10@example.org>'], { cseq: 3 }), web('ws/3', 50_002), subscriber())
  assert.equal(registrar.webClientAt('example.org'), undefined)
})
