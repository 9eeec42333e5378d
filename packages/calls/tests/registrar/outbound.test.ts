import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TransportProtocol } from '@klinke/sip'
import { VirtualClock } from '@klinke/testbed'
import { createRegistrar, type RegisterAnswer, type Registrar } from '../../src/index.ts'
import { flow, register, subscriber } from './register.ts'

const RECORD = '10@kunde.example'
const INSTANCE = '+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>"'
const outbound = (uri: string, regId: number): string[] => [`Contact: <${uri}>;${INSTANCE};reg-id=${regId}`, 'Supported: path, outbound']
const header = (answer: RegisterAnswer, name: string): string | undefined => answer.headers.find(([given]) => given === name)?.[1]
const bound = (registrar: Registrar): string[] => registrar.lookup(RECORD).map(({ contactUri }) => contactUri)

test('a device is known by instance and flow number, so that a new address replaces the old one (RFC 5626 §6)', () => {
  const registrar = createRegistrar(new VirtualClock())
  const answer = registrar.register(register(outbound('sip:10@10.0.0.1:5060', 1)), flow(), subscriber())
  assert.equal(header(answer, 'Require'), 'outbound')
  assert.equal(header(answer, 'Flow-Timer'), '25')
  registrar.register(register(outbound('sip:10@10.0.0.1:7000', 1), { callId: 'rebooted' }), flow('udp/0/7000/192.0.2.1'), subscriber())
  registrar.register(register(outbound('sip:10@10.0.0.1:8000', 2), { callId: 'second' }), flow('udp/0/8000/192.0.2.1'), subscriber())
  assert.deepEqual(bound(registrar).sort(), ['sip:10@10.0.0.1:7000', 'sip:10@10.0.0.1:8000'])
})

test('without the option tag, or without instance, the flow number means nothing', () => {
  const rows = [[`Contact: <sip:10@h>;${INSTANCE};reg-id=1`], ['Contact: <sip:10@h>;reg-id=1', 'Supported: outbound']]
  for (const lines of rows) {
    const answer = createRegistrar(new VirtualClock()).register(register(lines), flow(), subscriber())
    assert.equal(answer.status, 200)
    assert.equal(header(answer, 'Require'), undefined)
  }
})

test('behind another proxy outbound needs that proxy to keep the flow, else 439', () => {
  const through = (path: string): RegisterAnswer =>
    createRegistrar(new VirtualClock()).register(
      register([...outbound('sip:10@h', 1), ...(path ? [`Path: ${path}`] : [])], { vias: 2 }),
      flow(),
      subscriber(),
    )
  assert.equal(through('').status, 439)
  assert.equal(through('<sip:edge;lr>').status, 439)
  assert.equal(through('<sip:core;lr>, <sip:token@edge;lr;ob>').status, 200)
})

test('bindings end with the connection that alone reaches them', () => {
  const rows: [TransportProtocol, contact: string[], left: number][] = [
    ['TCP', ['Contact: <sip:10@192.0.2.1:5060;transport=tcp>'], 1],
    ['TCP', ['Contact: <sip:10@10.0.0.1:5060;transport=tcp>'], 0],
    ['TCP', outbound('sip:10@192.0.2.1:5060;transport=tcp', 1), 0],
    ['TCP', ['Contact: <sip:10@10.0.0.1:5060;transport=tcp>', 'Path: <sip:edge;lr>'], 1],
    ['TLS', ['Contact: <sip:10@192.0.2.1:5061;transport=tls>'], 0],
    ['WSS', ['Contact: <sip:10@df7jal23ls0d.invalid;transport=ws>'], 0],
  ]
  for (const [protocol, lines, left] of rows) {
    const registrar = createRegistrar(new VirtualClock())
    const connection = flow('tcp/7', protocol)
    registrar.register(register(lines), connection, subscriber())
    registrar.register(register(['Contact: <sip:other@192.0.2.7>'], { callId: 'b' }), flow('tcp/8', protocol), subscriber({}, '10'))
    registrar.flowClosed(connection)
    assert.equal(bound(registrar).length, 1 + left, `${protocol} ${lines.join()}`)
  }
})

test('sources with bindings are known until the last one is gone', () => {
  const registrar = createRegistrar(new VirtualClock())
  registrar.register(register(['Contact: <sip:a@h>, <sip:b@h>']), flow(), subscriber())
  registrar.register(register(['Contact: <sip:a@h>;expires=0'], { cseq: 2 }), flow(), subscriber())
  assert.equal(registrar.holdsFrom('192.0.2.1'), true)
  registrar.removeAll(RECORD)
  assert.equal(registrar.holdsFrom('192.0.2.1'), false)
})
