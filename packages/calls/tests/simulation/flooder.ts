import { seededRandom } from '@klinke/foundation'
import { buildRequest, DigestClient, type Flow, parseMessage, printMessage } from '@klinke/sip'
import { type PhoneAccount, phoneSdp, type SimulatedHost } from '@klinke/testbed'
import { DOMAIN, EXCHANGE } from './simulated-exchange.ts'

/** Sends INVITEs and never anything after them: no ACK, no CANCEL, no BYE. Keeps nothing, so that memory measured is the exchange's. */
export class Flooder {
  readonly #host: SimulatedHost
  readonly #flow: Flow
  readonly #username: string
  readonly #digest: DigestClient | undefined
  #sent = 0

  /** With the account of an extension it signs what it sends, from the first challenge on. */
  constructor(host: SimulatedHost, account: PhoneAccount | undefined) {
    const flow = host.udpFlow(EXCHANGE)
    if (!flow) throw new Error('A flooder needs UDP.')
    this.#host = host
    this.#flow = flow
    this.#username = account?.username ?? 'stranger'
    this.#digest = account && new DigestClient(account, seededRandom(1))
    if (this.#digest) host.attach({ received: (bytes) => this.#received(bytes), flowClosed: () => undefined })
  }

  invite(number: string): void {
    const { address } = this.#host
    const id = `${address}-${++this.#sent}`
    const uri = `sip:${number}@${DOMAIN}`
    const request = buildRequest({
      method: 'INVITE',
      uri,
      via: `SIP/2.0/UDP ${address}:5060;rport;branch=z9hG4bK-${id}`,
      from: `<sip:${this.#username}@${DOMAIN}>;tag=${id}`,
      to: `<${uri}>`,
      callId: id,
      cseq: 1,
      contact: `<sip:${this.#username}@${address}>`,
      headers: this.#digest?.fields('INVITE', uri) ?? [],
      contentType: 'application/sdp',
      body: phoneSdp(address, 1, 'sendrecv'),
    })
    this.#host.send(this.#flow, printMessage(request))
  }

  #received(bytes: Uint8Array): void {
    const parsed = parseMessage(bytes)
    if (parsed.ok && parsed.value.kind === 'response' && parsed.value.status === 401) this.#digest?.challenged(parsed.value)
  }
}
