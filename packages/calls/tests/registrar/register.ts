import { type Flow, parseMessage, type SipRequest, type TransportProtocol } from '@klinke/sip'
import { DEFAULT_REGISTRATION_PROFILE, type RegistrationProfile, type Subscriber } from '../../src/index.ts'

/** Extension 10 of one customer. */
export function subscriber(registration: Partial<RegistrationProfile> = {}, extensionNumber = '10'): Subscriber {
  return {
    tenantId: 'tenant-1',
    extensionId: `extension-${extensionNumber}`,
    extensionNumber,
    username: `phone${extensionNumber}`,
    domain: 'kunde.example',
    ha1: { md5: '', sha256: '' },
    registration: { ...DEFAULT_REGISTRATION_PROFILE, ...registration },
  }
}

export function flow(id = 'udp/0/5060/192.0.2.1', protocol: TransportProtocol = 'UDP', address = '192.0.2.1'): Flow {
  return { id, protocol, local: { address: '198.51.100.1', port: 5060 }, remote: { address, port: 5060 } }
}

/** A REGISTER of extension 10 with these header lines besides the mandatory ones. */
export function register(
  lines: readonly string[],
  { cseq = 1, callId = 'a', to = 'sip:10@kunde.example', uri = 'sip:kunde.example', vias = 1 } = {},
): SipRequest {
  const via = 'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1'
  const head = [
    `REGISTER ${uri} SIP/2.0`,
    ...Array<string>(vias).fill(via),
    `From: <${to}>;tag=1`,
    `To: <${to}>`,
    `Call-ID: ${callId}`,
    `CSeq: ${cseq} REGISTER`,
    ...lines,
    'Content-Length: 0',
  ]
  const parsed = parseMessage(Buffer.from(`${head.join('\r\n')}\r\n\r\n`))
  if (!parsed.ok || parsed.value.kind !== 'request') throw new Error('the test wrote a broken REGISTER')
  return parsed.value
}
