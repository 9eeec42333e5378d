import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Flow } from '@klinke/sip'
import { deviceAt } from './device-at.ts'

const BINDING = { id: '1', addressOfRecord: '10@a.example', contactUri: 'sip:10@x.invalid', path: [], flowId: '1', preference: 1 }

for (const [protocol, parameters, srtp] of [
  ['UDP', '', 'offered'],
  ['TLS', '', 'required'],
  ['WS', ';+sip.ice;reg-id=1;+sip.instance="<urn:uuid:1>"', 'dtls'],
  ['WSS', ';reg-id=1;+sip.ice', 'dtls'],
  ['WSS', ';+SIP.ICE="TRUE"', 'dtls'],
  // A phone over WebSocket that is no browser, and one with ICE that has registered by other ways.
  ['WS', ';reg-id=1', 'offered'],
  ['WS', ';+sip.icecream', 'offered'],
  ['TLS', ';+sip.ice', 'required'],
] as const) {
  test(`a contact over ${protocol} with "${parameters}" is offered SRTP as "${srtp}"`, () => {
    const device = deviceAt({ ...BINDING, parameters }, flow(protocol), undefined)
    assert.deepEqual(device.media, { srtp, addressFamily: 'IPv4' })
  })
}

function flow(protocol: Flow['protocol']): Flow {
  return { id: '1', protocol, local: { address: '192.0.2.1', port: 443 }, remote: { address: '192.0.2.10', port: 50_000 } }
}
