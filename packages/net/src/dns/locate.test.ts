import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { parseSip, type TransportProtocol } from '@klinke/sip'
import type { DnsLookups, NaptrRecord, SrvRecord } from './dns-lookups.ts'
import { locate } from './locate.ts'

interface Zone {
  readonly naptr?: Readonly<Record<string, readonly NaptrRecord[]>>
  readonly srv?: Readonly<Record<string, readonly SrvRecord[]>>
  readonly addresses?: Readonly<Record<string, readonly string[]>>
}

function dnsOf(zone: Zone): DnsLookups {
  return {
    naptr: (name) => Promise.resolve(zone.naptr?.[name] ?? []),
    srv: (name) => Promise.resolve(zone.srv?.[name] ?? []),
    addresses: (name) => Promise.resolve(zone.addresses?.[name] ?? []),
  }
}

async function targets(uri: string, zone: Zone = {}, hint?: TransportProtocol): Promise<string[]> {
  const parsed = parseSip(uri)
  assert.ok(parsed)
  const found = await locate(parsed, hint, { dns: dnsOf(zone), random: seededRandom(1), families: ['IPv4', 'IPv6'] })
  return found.map(
    ({ protocol, remote, serverName }) => `${protocol} ${remote.address} ${remote.port}${serverName ? ` ${serverName}` : ''}`,
  )
}

const naptr = (order: number, preference: number, service: string, replacement: string, flags = 's'): NaptrRecord => ({
  order,
  preference,
  flags,
  service,
  replacement,
  regexp: '',
})
const srv = (target: string, port = 5060, priority = 10, weight = 0): SrvRecord => ({ priority, weight, port, target })

/** The zone of RFC 3263 §4.1. */
const EXAMPLE: Zone = {
  naptr: {
    'example.com': [
      naptr(90, 50, 'SIP+D2T', '_sip._tcp.example.com'),
      naptr(50, 50, 'SIPS+D2T', '_sips._tcp.example.com'),
      naptr(100, 50, 'SIP+D2U', '_sip._udp.example.com'),
    ],
  },
  srv: {
    '_sips._tcp.example.com': [srv('server1.example.com', 5061)],
    '_sip._tcp.example.com': [srv('server1.example.com', 5060, 0), srv('server2.example.com', 5070, 1)],
    '_sip._udp.example.com': [srv('server2.example.com', 5060)],
  },
  addresses: { 'server1.example.com': ['192.0.2.1'], 'server2.example.com': ['2001:db8::2', '192.0.2.2'], 'example.com': ['192.0.2.9'] },
}

const rows: readonly (readonly [what: string, uri: string, zone: Zone, expected: readonly string[], hint?: TransportProtocol])[] = [
  ['an address is taken as it is, over UDP', 'sip:10@192.0.2.5', {}, ['UDP 192.0.2.5 5060']],
  ['an IPv6 reference too', 'sip:10@[2001:db8::5]:5070;transport=tcp', {}, ['TCP 2001:db8::5 5070']],
  ['a SIPS address goes over TLS', 'sips:10@192.0.2.5', {}, ['TLS 192.0.2.5 5061 192.0.2.5']],
  ['the hint counts where the URI is silent', 'sip:10@192.0.2.5', {}, ['TLS 192.0.2.5 5061 192.0.2.5'], 'TLS'],
  ['the URI beats the hint', 'sip:10@192.0.2.5;transport=udp', {}, ['UDP 192.0.2.5 5060'], 'TLS'],
  ['maddr beats the host', 'sip:10@example.com;maddr=192.0.2.77', EXAMPLE, ['UDP 192.0.2.77 5060']],
  ['with a port only addresses are asked for', 'sip:example.com:5080', EXAMPLE, ['UDP 192.0.2.9 5080']],
  [
    'a bare domain follows NAPTR in its order, all transports in turn',
    'sip:example.com',
    EXAMPLE,
    [
      'TLS 192.0.2.1 5061 example.com',
      'TCP 192.0.2.1 5060',
      'TCP 192.0.2.2 5070',
      'TCP 2001:db8::2 5070',
      'UDP 192.0.2.2 5060',
      'UDP 2001:db8::2 5060',
    ],
  ],
  ['SIPS follows only the secure service', 'sips:example.com', EXAMPLE, ['TLS 192.0.2.1 5061 example.com']],
  ['a named transport goes straight to SRV', 'sip:example.com;transport=udp', EXAMPLE, ['UDP 192.0.2.2 5060', 'UDP 2001:db8::2 5060']],
  [
    'without NAPTR the SRV records of all transports count, the hinted one first',
    'sip:example.com',
    { ...EXAMPLE, naptr: {} },
    [
      'TCP 192.0.2.1 5060',
      'TCP 192.0.2.2 5070',
      'TCP 2001:db8::2 5070',
      'UDP 192.0.2.2 5060',
      'UDP 2001:db8::2 5060',
      'TLS 192.0.2.1 5061 example.com',
    ],
    'TCP',
  ],
  ['without SRV the domain itself at the default port', 'sip:example.com', { addresses: EXAMPLE.addresses ?? {} }, ['UDP 192.0.2.9 5060']],
  ['the same over TLS for SIPS', 'sips:example.com', { addresses: EXAMPLE.addresses ?? {} }, ['TLS 192.0.2.9 5061 example.com']],
  [
    'a service that is not offered has no target',
    'sip:example.com;transport=tcp',
    { srv: { '_sip._tcp.example.com': [srv('.')] }, addresses: EXAMPLE.addresses ?? {} },
    [],
  ],
  [
    'NAPTR with flag a leads to addresses',
    'sip:e.com',
    { naptr: { 'e.com': [naptr(1, 1, 'SIP+D2T', 'h.e.com', 'A')] }, addresses: { 'h.e.com': ['192.0.2.3'] } },
    ['TCP 192.0.2.3 5060'],
  ],
  [
    'NAPTR for other services is passed over',
    'sip:e.com',
    { naptr: { 'e.com': [naptr(1, 1, 'E2U+sip', 'x', 'u')] }, addresses: { 'e.com': ['192.0.2.3'] } },
    ['UDP 192.0.2.3 5060'],
  ],
  ['SIPS over UDP does not exist', 'sips:example.com;transport=udp', EXAMPLE, []],
  ['a WebSocket client cannot be dialled', 'sip:10@example.com;transport=ws', EXAMPLE, []],
  ['a name without anything has no target', 'sip:nothing.example', {}, []],
]

for (const [what, uri, zone, expected, hint] of rows) {
  test(`${what}: ${uri}`, async () => assert.deepEqual(await targets(uri, zone, hint), expected))
}

test('however much DNS answers, the targets stay few', async () => {
  const zone: Zone = {
    srv: { '_sip._udp.big.example': Array.from({ length: 500 }, (_, index) => srv(`h${index}`, 5060, index)) },
    addresses: Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`h${index}`, Array.from({ length: 50 }, (_unused, last) => `192.0.2.${last}`)]),
    ),
  }
  assert.equal((await targets('sip:big.example;transport=udp', zone)).length, 16)
})
