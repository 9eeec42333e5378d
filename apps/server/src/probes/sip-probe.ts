import { isIPv6 } from 'node:net'
import { type Clock, type Logger, type Random, Scope } from '@klinke/foundation'
import { SipTransport } from '@klinke/net'
import { createSipStack, type InviteEvent, type PendingInvite, type SipStack, type SocketAddress, type TransportTarget } from '@klinke/sip'
import { EchoSound } from './echo-sound.ts'
import type { ProbeAccount } from './probe-account.ts'

/** Undefined: it went well. Else what went wrong. */
export type Fault = string | undefined

export interface SipProbe extends AsyncDisposable {
  /** A REGISTER over a socket, answered 200 once the password is proved. It leaves no registration behind. */
  register(): Promise<Fault>
  /** A call to the echo: whether it is answered, and how what is said comes back. */
  call(): Promise<{ readonly calls: Fault; readonly media: Fault }>
}

export interface SipProbeParts {
  readonly account: ProbeAccount
  /** Where this exchange listens for SIP over UDP. */
  readonly server: SocketAddress
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

/** Below it people understand each other with effort only: "many users dissatisfied" (ITU-T G.107 annex B). */
const LEAST_MOS = 3.6
const ANSWER_WITHIN_MS = 5_000

/** A telephone of the exchange's own, on a port of its own: its requests go the way that those of customers go, through sockets, digest and dial plan. */
export async function openSipProbe({ account, server, clock, random, logger }: SipProbeParts): Promise<SipProbe> {
  const scope = new Scope('probe')
  const transport = await SipTransport.open({ clock, logger, listen: [{ protocol: 'UDP', address: server.address, port: 0 }] })
  scope.own({ close: () => transport.close() })
  const target: TransportTarget = { protocol: 'UDP', remote: server }
  const stack = createSipStack({
    ...{ transport, clock, random, logger, settings: { product: 'Klinke-Probe', largeRequests: 'tcp' } },
    resolver: { resolve: () => Promise.resolve([target]) },
  })
  scope.own({ close: () => stack.close() })
  transport.attach(stack.receiver)
  const parts = { account, server, target, clock, stack }
  return { register: () => register(parts), call: () => call(parts), [Symbol.asyncDispose]: () => scope.close() }
}

interface Parts extends Pick<SipProbeParts, 'account' | 'server' | 'clock'> {
  readonly target: TransportTarget
  readonly stack: SipStack
}

function addressed({ account, target }: Parts) {
  const address = `<sip:${account.username}@${account.domain}>`
  const credentials = { username: account.username, password: account.password }
  return { from: address, to: address, credentials, destination: { targets: [target] } } as const
}

async function register(parts: Parts): Promise<Fault> {
  // Expires 0: a contact that is not there is taken away (RFC 3261 §10.2.2).
  const asked = { method: 'REGISTER', uri: `sip:${parts.account.domain}`, ...addressed(parts), headers: [['Expires', '0']] } as const
  const outcome = await parts.stack.userAgent.request(asked)
  if (outcome.kind !== 'response') return outcome.kind
  return outcome.response.status === 200 ? undefined : `REGISTER: ${outcome.response.status}`
}

async function call(parts: Parts): Promise<{ readonly calls: Fault; readonly media: Fault }> {
  const { account, server, clock, stack } = parts
  await using sound = await EchoSound.open(server.address, clock)
  const invite = stack.userAgent.invite({
    ...{ uri: `sip:echo@${account.domain}`, ...addressed(parts), offer: offerOf(server.address, sound.port), reliableProvisional: 'none' },
  })
  const timer = clock.after(ANSWER_WITHIN_MS, () => invite.cancel())
  const answered = await answerOf(invite)
  timer.cancel()
  if (typeof answered === 'string') return { calls: answered, media: 'no call' }
  const peer = mediaOf(answered.sdp ?? '')
  const heard = peer === undefined ? undefined : await sound.judge(peer)
  await answered.session.bye()
  if (heard === undefined) return { calls: undefined, media: 'no media in the answer' }
  return {
    calls: undefined,
    media: heard.mos < LEAST_MOS ? `MOS ${heard.mos.toFixed(1)}, ${Math.round(heard.lossRatio * 100)} % lost` : undefined,
  }
}

async function answerOf({ events }: PendingInvite): Promise<Extract<InviteEvent, { readonly kind: 'answered' }> | string> {
  for await (const event of events) {
    if (event.kind === 'answered') return event
    if (event.kind === 'failed') {
      const { outcome } = event
      return outcome.kind === 'response' ? `INVITE: ${outcome.response.status}` : outcome.kind
    }
  }
  return 'no answer'
}

function offerOf(address: string, port: number): string {
  const family = isIPv6(address) ? 'IP6' : 'IP4'
  const lines = [
    'v=0',
    `o=- 1 1 IN ${family} ${address}`,
    's=-',
    `c=IN ${family} ${address}`,
    't=0 0',
    `m=audio ${port} RTP/AVP 8`,
    'a=rtpmap:8 PCMA/8000',
  ]
  return `${lines.join('\r\n')}\r\na=ptime:20\r\n`
}

/** Where an answer wants the sound to go; ours has one stream. */
function mediaOf(sdp: string): SocketAddress | undefined {
  const address = /^c=IN IP[46] (\S+)/m.exec(sdp)?.[1]
  const port = Number(/^m=audio (\d+)/m.exec(sdp)?.[1] ?? 0)
  return address === undefined || port === 0 ? undefined : { address, port }
}
