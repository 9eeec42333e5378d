/**
 * `node bench/registrations.ts [devices]`: devices register with digest over UDP at one process with sockets, stack, admission
 * and registrar, without a database. Prints registrations per second, the processor time of each and the memory afterwards.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createRegistrar, DEFAULT_REGISTRATION_PROFILE, digestAdmission, type Subscriber } from '@klinke/calls'
import { silentLogger } from '@klinke/foundation'
import { DnsResolver, NodeDns, SipTransport } from '@klinke/net'
import { systemClock, systemRandom } from '@klinke/platform'
import { createSipStack, DigestClient, DigestServer, ha1s, type IncomingRequest, parseMessage, type SipResponse } from '@klinke/sip'

const DOMAIN = 'muster.example'
const PASSWORD = 'secret'
const IN_FLIGHT = 100
const DEVICES = Number(process.argv[2] ?? 100_000)

interface Report {
  readonly bindings: number
  readonly cpuMicros: number
  readonly rssMiB: number
}

/** In the child: everything that a REGISTER passes. */
async function serve(): Promise<void> {
  const [clock, random] = [systemClock(), systemRandom()]
  const registrar = createRegistrar(clock)
  const transport = await SipTransport.open({
    clock,
    logger: silentLogger,
    listen: [{ protocol: 'UDP', address: '127.0.0.1', port: 0 }],
    exempt: (address) => registrar.holdsFrom(address),
  })
  const admission = digestAdmission({
    subscribers: { find: (username) => subscriber(username) },
    carriers: { bySourceAddress: () => undefined, byFlow: () => undefined },
    digest: new DigestServer({ secret: randomBytes(32), random, algorithms: ['MD5'] }),
    clock,
    logger: silentLogger,
    isEmergency: () => false,
    holdsRegistration: (address) => registrar.holdsFrom(address),
    holdsPhoneAt: (address, port) => registrar.holdsFrom(address, port),
  })
  const resolver = new DnsResolver({ dns: new NodeDns({ clock }), random })
  const stack = createSipStack({ transport, resolver, clock, random, logger: silentLogger })
  transport.attach(stack.receiver)
  stack.serve({ invite: (invite) => invite.reject(603), request })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    const report: Report = {
      bindings: registrar.statistics().bindings,
      cpuMicros: user + system,
      rssMiB: process.memoryUsage().rss / 2 ** 20,
    }
    process.send?.(report)
  })
  process.send?.(transport.listening[0]?.port)

  function request(incoming: IncomingRequest): void {
    const verdict = admission.decide(incoming.request, incoming.flow)
    if (verdict.kind === 'challenge') incoming.respond(verdict.status, { headers: verdict.headers })
    else if (verdict.kind === 'extension') {
      const answer = registrar.register(incoming.request, incoming.flow, verdict.subscriber)
      incoming.respond(answer.status, { headers: answer.headers })
    } else incoming.drop()
  }
}

/** As a snapshot has them: HA1 is worked out when the password is set. */
function subscriber(username: string): Subscriber {
  return {
    tenantId: 'tenant',
    extensionId: username,
    extensionNumber: username,
    username,
    domain: DOMAIN,
    ha1: secretsOf(username),
    registration: DEFAULT_REGISTRATION_PROFILE,
  }
}

function secretsOf(username: string): Subscriber['ha1'] {
  return ha1s(username, DOMAIN, PASSWORD)
}

function register(device: number, cseq: number, authorization: string): string {
  const [user, host] = [String(device), `10.${device >> 16}.${(device >> 8) & 255}.${device & 255}`]
  return [
    `REGISTER sip:${DOMAIN} SIP/2.0`,
    `Via: SIP/2.0/UDP ${host}:5060;branch=z9hG4bK${device}x${cseq};rport`,
    'Max-Forwards: 70',
    `From: <sip:${user}@${DOMAIN}>;tag=${device}`,
    `To: <sip:${user}@${DOMAIN}>`,
    `Call-ID: ${device}@${host}`,
    `CSeq: ${cseq} REGISTER`,
    `Contact: <sip:${user}@${host}:5060;line=${device}>;expires=3600`,
    'User-Agent: Snom D865/10.1.184.15',
    'Allow: INVITE, ACK, CANCEL, BYE, REFER, OPTIONS, NOTIFY, SUBSCRIBE, PRACK, MESSAGE, INFO, UPDATE',
    ...(authorization ? [authorization] : []),
    'Content-Length: 0\r\n\r\n',
  ].join('\r\n')
}

async function load(): Promise<void> {
  const child = fork(import.meta.filename, ['serve'])
  const port = await next<number>(child)
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4 << 20, lookup: (address, _options, done) => done(null, address, 4) })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const before = await ask(child)
  const startMs = performance.now()
  await registerAll((text) => socket.send(text, port, '127.0.0.1'), socket)
  const seconds = (performance.now() - startMs) / 1000
  const { bindings, cpuMicros, rssMiB } = await ask(child)
  const each = (cpuMicros - before.cpuMicros) / bindings
  console.log(
    `${bindings} devices in ${seconds.toFixed(1)} s: ${Math.round(bindings / seconds)} per second, ${each.toFixed(0)} µs of processor time each`,
  )
  console.log(`memory ${rssMiB.toFixed(0)} MiB, of it ${(rssMiB - before.rssMiB).toFixed(0)} MiB for them`)
  socket.close()
  child.kill()
}

/** Keeps `IN_FLIGHT` devices under way until all are registered. */
function registerAll(send: (text: string) => void, socket: ReturnType<typeof createSocket>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let [begun, done] = [0, 0]
  const begin = (): void => {
    if (begun < DEVICES) send(register(begun++, 1, ''))
  }
  socket.on('message', (datagram) => {
    const parsed = parseMessage(datagram)
    if (!parsed.ok || parsed.value.kind !== 'response') return
    const device = Number(parsed.value.headers.get('Call-ID')?.split('@')[0])
    if (parsed.value.status === 401) send(register(device, 2, answerTo(parsed.value, device)))
    else if (++done === DEVICES) resolve()
    else begin()
  })
  for (let index = 0; index < IN_FLIGHT; index++) begin()
  return promise
}

function answerTo(challenge: SipResponse, device: number): string {
  const client = new DigestClient({ username: String(device), password: PASSWORD }, systemRandom())
  client.challenged(challenge)
  return client
    .fields('REGISTER', `sip:${DOMAIN}`)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')
}

function ask(child: ChildProcess): Promise<Report> {
  child.send('report')
  return next<Report>(child)
}

async function next<T>(child: ChildProcess): Promise<T> {
  const [message] = (await once(child, 'message')) as [T]
  return message
}

if (process.argv[2] === 'serve') await serve()
else await load()
