/**
 * What the SIP stack costs without sockets: processor time per message, and memory per held call. Two stacks in one process hand
 * each other the bytes; so a message is one that is built, printed, parsed and acted on, as in a back-to-back user agent.
 * `node --expose-gc bench/sip-calls.ts` prints the table; `benchSipCalls` gives the rows to `npm run bench`.
 */
import { fileURLToPath } from 'node:url'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import { createSipStack, type Flow, type SipStack, type Transport } from '@klinke/sip'

export interface SipCallsFigure {
  readonly what: string
  readonly value: number
  readonly unit: 'µs' | 'bytes' | 'messages'
}

const ROUNDS = 60
const CALLS_PER_ROUND = 200
const HELD_CALLS = 4000

const SDP = `v=0\r\no=- 1 1 IN IP4 10.0.0.1\r\ns=-\r\nc=IN IP4 10.0.0.1\r\nt=0 0\r\nm=audio 10000 RTP/AVP 8 0 101\r\n\
a=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n`

/** Two stacks and the messages between them, delivered in the order in which they were sent. */
class Pair {
  readonly caller: SipStack
  messages = 0
  readonly #queue: (() => void)[] = []

  constructor() {
    const here = { address: '10.0.0.1', port: 5060 }
    const there = { address: '10.0.0.2', port: 5060 }
    const toCalled: Flow = { id: 'to-called', protocol: 'UDP', local: here, remote: there }
    const toCaller: Flow = { id: 'to-caller', protocol: 'UDP', local: there, remote: here }
    const called: SipStack = this.#stack(2, toCaller, (bytes) => this.caller.receiver.received(bytes, toCalled))
    this.caller = this.#stack(1, toCalled, (bytes) => called.receiver.received(bytes, toCaller))
    called.serve({
      invite: (invite) => {
        invite.progress(180)
        invite.accept({ sdp: SDP })
      },
      request: (request) => request.respondByDefault(),
    })
  }

  #stack(seed: number, flow: Flow, deliver: (bytes: Uint8Array) => void): SipStack {
    const transport: Transport = {
      existing: () => flow,
      open: () => Promise.resolve(flow),
      flow: () => flow,
      advertised: ({ local }) => local,
      send: (_, bytes) => {
        this.messages++
        this.#queue.push(() => deliver(bytes))
      },
    }
    const resolver = { resolve: () => Promise.resolve([{ protocol: 'UDP', remote: flow.remote }] as const) }
    return createSipStack({ transport, resolver, clock: systemClock(), random: seededRandom(seed), logger: silentLogger })
  }

  /** Runs `count` calls at the same time; hangs up unless they are to be held. */
  async run(count: number, hold: boolean): Promise<void> {
    let open = count
    for (let i = 0; i < count; i++) {
      void this.#call(hold).then(() => {
        open--
      })
    }
    while (open > 0) {
      for (const deliver of this.#queue.splice(0)) deliver()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  async #call(hold: boolean): Promise<void> {
    const pending = this.caller.userAgent.invite({
      uri: 'sip:49301234567@10.0.0.2:5060',
      from: '"Erika Mustermann" <sip:10@demo.example>',
      to: '<sip:49301234567@demo.example>',
      destination: 'resolve',
      offer: SDP,
    })
    for await (const event of pending.events) if (event.kind === 'answered' && !hold) await event.session.bye()
  }
}

/** Costs of a call in the stack alone. Takes some seconds. */
export async function benchSipCalls(): Promise<SipCallsFigure[]> {
  const pair = new Pair()
  await pair.run(CALLS_PER_ROUND, false)
  pair.messages = 0
  const began = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round++) await pair.run(CALLS_PER_ROUND, false)
  const { user, system } = process.cpuUsage(began)
  const perCall = pair.messages / (ROUNDS * CALLS_PER_ROUND)
  const before = heapBytes()
  await pair.run(HELD_CALLS, true)
  const held = (heapBytes() - before) / HELD_CALLS
  return [
    { what: 'messages of a call from INVITE to BYE', value: perCall, unit: 'messages' },
    { what: 'processor time per message, sent and received', value: (user + system) / pair.messages, unit: 'µs' },
    { what: 'memory of a call just answered, both legs, with its transactions', value: held, unit: 'bytes' },
  ]
}

function heapBytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { what, value, unit } of await benchSipCalls()) console.log(`${value.toFixed(1).padStart(10)} ${unit.padEnd(8)} ${what}`)
  process.exit()
}
