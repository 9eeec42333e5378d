import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PbxDirectory } from '@klinke/pbx'
import { snapshot } from '@klinke/pbx/test-support'
import { buildRequest, type SipRequest } from '@klinke/sip'
import type { CustomerTrunk } from '@klinke/trunks'
import { isDomain } from './also-suspended.ts'
import { trunkOf, whoseTrunk } from './whose-trunk.ts'

const NUMBER = '+4922155501'
const leading = { kind: 'trunk', targetId: 't2' } as const
const customer = {
  ...snapshot({ id: 'bolt', extensions: [], numbers: {} }),
  numberDestinations: new Map([[NUMBER, leading]]),
  suspended: true as const,
}

/** Its only customer is suspended. */
const directory: PbxDirectory = {
  tenant: () => undefined,
  tenantByDomain: () => undefined,
  tenantByNumber: () => undefined,
  tenants: () => [],
  forHelp: {
    tenant: () => customer,
    tenantByDomain: (domain) => (domain === customer.sipDomain ? customer : undefined),
    tenantByNumber: (e164) => (e164 === NUMBER ? customer : undefined),
  },
}

const trunks = ['t1', 't2'].map(
  (id): CustomerTrunk => ({
    ...{ id, tenantId: id, name: id, product: 'extended-connect', channels: 10, access: { kind: 'fixed-ip', places: [] } },
    ...{ numberFormat: 'e164', signalling: 'sipconnect', transport: 'UDP', srtp: 'none' },
    ...{ headNumber: NUMBER, siteId: undefined, isActive: true },
  }),
)

function sent(dialled: string): SipRequest {
  const [uri, from] = [`sip:${dialled}@klinke.example`, `<sip:${NUMBER}@203.0.113.7>;tag=a`]
  return buildRequest({ method: 'INVITE', uri, from, to: `<${uri}>`, callId: 'c', cseq: 1 })
}

test('EMG-02: of trunks that share an address that of the number shown calls for help, also when its customer is suspended', () => {
  assert.equal(whoseTrunk(directory, sent('112'), trunks)?.id, 't2')
  assert.equal(whoseTrunk(directory, sent('+49302312500'), trunks), undefined)
  assert.equal(trunkOf(directory, NUMBER), undefined)
})

test('EMG-01: the SIP domain of a suspended customer is still one, so that its PBX proves itself there', () => {
  assert.equal(isDomain(directory, customer.sipDomain), true)
  assert.equal(isDomain(directory, 'nobody.example'), false)
})
