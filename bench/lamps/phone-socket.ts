import { silentLogger } from '@klinke/foundation'
import { SipTransport } from '@klinke/net'
import { systemClock, systemRandom } from '@klinke/platform'
import { createSipStack, type IncomingInvite, type SipStack } from '@klinke/sip'
import { freePort, TableResolver } from '@klinke/testbed'

export type LampState = 'early' | 'confirmed' | 'terminated'

/** A UDP socket with some phones behind it. */
export class PhoneSocket {
  readonly stack: SipStack
  /** Told of each NOTIFY about a dialog, as soon as it comes out of the socket. */
  onLamp: (state: LampState) => void = () => undefined
  readonly #transport: SipTransport

  static async open(): Promise<PhoneSocket> {
    const listen = [{ protocol: 'UDP', address: '127.0.0.1', port: await freePort() }] as const
    return new PhoneSocket(await SipTransport.open({ clock: systemClock(), logger: silentLogger, listen, exempt: () => true }))
  }

  private constructor(transport: SipTransport) {
    this.#transport = transport
    const parts = { clock: systemClock(), random: systemRandom(), logger: silentLogger }
    this.stack = createSipStack({ transport, resolver: new TableResolver({}), ...parts })
    transport.attach({
      received: (message, flow) => {
        const state = stateIn(message)
        if (state !== undefined) this.onLamp(state)
        this.stack.receiver.received(message, flow)
      },
      flowClosed: (flow) => this.stack.receiver.flowClosed(flow),
    })
    this.serve((invite) => invite.reject(480))
  }

  /** Hands calls to `invite`. */
  serve(invite: (invite: IncomingInvite) => void): void {
    this.stack.serve({ invite, request: (request) => request.respondByDefault() })
  }

  async close(): Promise<void> {
    await this.stack.close()
    await this.#transport.close()
  }
}

/** What the dialog information document in a NOTIFY says of the dialog in it. */
function stateIn({ buffer, byteOffset, byteLength }: Uint8Array): LampState | undefined {
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('latin1')
  const [, state] = (text.startsWith('NOTIFY ') && /<state>(early|confirmed|terminated)</.exec(text)) || []
  return state === 'early' || state === 'confirmed' || state === 'terminated' ? state : undefined
}
