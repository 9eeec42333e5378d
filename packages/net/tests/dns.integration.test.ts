import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { type DnsRecord, type DnsServer, startDns, VirtualClock } from '@klinke/testbed'
import { DnsResolver, NodeDns } from '../src/index.ts'

const ZONE: Readonly<Record<string, readonly DnsRecord[]>> = {
  'carrier.example': [
    { type: 'NAPTR', order: 20, preference: 1, flags: 's', service: 'SIP+D2U', replacement: '_sip._udp.carrier.example' },
    { type: 'NAPTR', order: 10, preference: 1, flags: 's', service: 'SIPS+D2T', replacement: '_sips._tcp.carrier.example' },
  ],
  '_sips._tcp.carrier.example': [{ type: 'SRV', priority: 1, weight: 0, port: 5061, target: 'east.carrier.example' }],
  '_sip._udp.carrier.example': [
    { type: 'SRV', priority: 2, weight: 0, port: 5062, target: 'west.carrier.example' },
    { type: 'SRV', priority: 1, weight: 0, port: 5060, target: 'east.carrier.example' },
  ],
  'east.carrier.example': [
    { type: 'A', address: '192.0.2.1' },
    { type: 'AAAA', address: '2001:0db8:0000:0000:0000:0000:0000:0001' },
  ],
  'west.carrier.example': [{ type: 'A', address: '192.0.2.2' }],
}

function resolverOver(dns: DnsServer, clock = new VirtualClock()): DnsResolver {
  return new DnsResolver({ dns: new NodeDns({ clock, servers: [dns.server] }), random: seededRandom(1) })
}

test('a carrier is found through NAPTR, SRV, A and AAAA records of a real name server', async () => {
  const dns = await startDns(ZONE)
  const targets = await resolverOver(dns).resolve('sip:carrier.example')
  assert.deepEqual(
    targets.map(({ protocol, remote }) => `${protocol} ${remote.address} ${remote.port}`),
    ['TLS 192.0.2.1 5061', 'TLS 2001:db8::1 5061', 'UDP 192.0.2.1 5060', 'UDP 2001:db8::1 5060', 'UDP 192.0.2.2 5062'],
  )
  dns.close()
})

test('the second time nothing is asked, and silence of the name server does not hurt', { timeout: 60_000 }, async () => {
  const dns = await startDns(ZONE)
  const clock = new VirtualClock()
  const resolver = resolverOver(dns, clock)
  const first = await resolver.resolve('sip:west.carrier.example')
  const asked = dns.asked.length
  assert.deepEqual(await resolver.resolve('sip:west.carrier.example'), first)
  assert.equal(dns.asked.length, asked)
  dns.fallSilent()
  await clock.advance(600_000)
  assert.deepEqual(await resolver.resolve('sip:west.carrier.example'), first)
  dns.close()
})

test('names that do not exist, and text that is no URI, have no target', async () => {
  const dns = await startDns(ZONE)
  const resolver = resolverOver(dns)
  for (const uri of ['sip:nobody.example', 'tel:+492211', 'nonsense', 'sip:']) assert.deepEqual(await resolver.resolve(uri), [], uri)
  dns.close()
})

test('localhost needs no name server', async () => {
  const resolver = new DnsResolver({ dns: new NodeDns({ clock: new VirtualClock(), servers: ['127.0.0.1:1'] }), random: seededRandom(1) })
  const targets = await resolver.resolve('sip:localhost:5070;transport=tcp')
  assert.deepEqual(
    targets.map(({ remote }) => remote.address),
    ['127.0.0.1', '::1'],
  )
})
