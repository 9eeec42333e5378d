import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TransportTarget } from '@klinke/sip'
import { WebClientResolver } from './web-client-resolver.ts'

const BROWSER: TransportTarget = { protocol: 'WSS', remote: { address: '192.0.2.10', port: 50_000 } }
const BY_DNS: TransportTarget = { protocol: 'UDP', remote: { address: '198.51.100.7', port: 5060 } }

for (const [uri, target] of [
  ['sip:abc@x7k2.invalid;transport=ws', BROWSER],
  ['sip:abc@another.invalid;transport=ws', undefined],
  ['sip:abc@example.org', BY_DNS],
  ['tel:+49301234', BY_DNS],
] as const) {
  test(`${uri} leads to ${target?.protocol ?? 'nobody'}`, async () => {
    const inner = { resolve: () => Promise.resolve([BY_DNS]) }
    const resolver = new WebClientResolver(inner, { webClientAt: (host) => (host === 'x7k2.invalid' ? BROWSER : undefined) })
    assert.deepEqual(await resolver.resolve(uri), target ? [target] : [])
  })
}
