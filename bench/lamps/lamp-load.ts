import { type IncomingInvite, type InviteSession, parseSip, type SocketAddress, To } from '@klinke/sip'
import { phoneSdp } from '@klinke/testbed'
import { type LampState, PhoneSocket } from './phone-socket.ts'
import { registration, requestFrom } from './request-from.ts'

const SDP = phoneSdp('127.0.0.1', 1, 'sendrecv')
/** Telephones have a socket each; one for all would overflow before its phones are at fault. */
const SOCKETS = 20
/** From one change of a call to the next: ringing, answered, free. */
const STEP_MS = 1_000
/** What is told later is not counted as told. */
const LAST_MS = 3_000

/** A change that the lamps of an extension are to be told. */
interface Change {
  readonly state: LampState
  readonly atMs: number
}

/** Many calls at a time to extensions that others watch, over real sockets. */
export class LampLoad implements AsyncDisposable {
  /** Milliseconds from each change to each lamp that was told. */
  delays: number[] = []
  /** States that extensions have entered. */
  changes = 0
  /** Calls that did not come about. */
  failed = 0
  readonly #exchange: SocketAddress
  readonly #phones: PhoneSocket
  readonly #lamps: readonly PhoneSocket[]
  /** The newest change, by extension. */
  readonly #newest = new Map<string, Change>()
  readonly #sessions = new Set<Promise<void>>()
  #lit = 0

  static async open(exchange: SocketAddress): Promise<LampLoad> {
    const [phones, ...lamps] = await Promise.all(Array.from({ length: SOCKETS + 1 }, () => PhoneSocket.open()))
    if (phones === undefined) throw new Error('There is no socket.')
    return new LampLoad(exchange, phones, lamps)
  }

  private constructor(exchange: SocketAddress, phones: PhoneSocket, lamps: readonly PhoneSocket[]) {
    this.#exchange = exchange
    this.#phones = phones
    this.#lamps = lamps
    phones.serve((invite) => {
      const call = this.#called(invite).finally(() => this.#sessions.delete(call))
      this.#sessions.add(call)
    })
  }

  async register(number: string): Promise<void> {
    const outcome = await this.#phones.stack.userAgent.request(registration(this.#exchange, number))
    if (outcome.kind !== 'response' || outcome.response.status !== 200) throw new Error(`${number} could not register.`)
  }

  /** Extension `by` lights a lamp for `number`. Settles when it has been told how that stands. */
  async watch(by: string, number: string): Promise<void> {
    const socket = this.#lamps[this.#lit++ % this.#lamps.length] ?? this.#phones
    const { notifications, ended } = socket.stack.subscribe({
      ...requestFrom(this.#exchange, by, number),
      ...{ event: 'dialog', accept: 'application/dialog-info+xml', expiresSeconds: 3600 },
    })
    const first = Promise.withResolvers<void>()
    void ended.then((end) => first.reject(new Error(`${by} has no lamp: ${end.by}`)))
    void (async () => {
      for await (const { body } of notifications) {
        first.resolve()
        this.#told(/<state>(early|confirmed|terminated)</.exec(body)?.[1], number)
      }
    })()
    await first.promise
  }

  /** Calls `numbers` in turn from `caller` for that time; each call changes the state of the one called three times. Settles when all is over. */
  async run(caller: string, numbers: readonly string[], callsPerSecond: number, seconds: number): Promise<void> {
    const beganMs = performance.now()
    for (let call = 0; call < callsPerSecond * seconds; call++) {
      const dueMs = beganMs + (1000 * call) / callsPerSecond - performance.now()
      if (dueMs > 0) await waited(dueMs)
      const called = numbers[call % numbers.length] ?? ''
      const calling = this.#phones.stack.userAgent.invite({ ...requestFrom(this.#exchange, caller, called), offer: SDP })
      void (async () => {
        for await (const event of calling.events) if (event.kind === 'failed') this.failed++
      })()
    }
    await waited(LAST_MS)
    await Promise.all(this.#sessions)
  }

  async #called(invite: IncomingInvite): Promise<void> {
    const extension = parseSip(invite.request.headers.read(To)?.uri ?? '')?.user ?? ''
    this.#changes(extension, 'early')
    invite.progress(180)
    await waited(STEP_MS)
    this.#changes(extension, 'confirmed')
    const session: InviteSession = invite.accept({ sdp: SDP })
    await waited(STEP_MS)
    this.#changes(extension, 'terminated')
    await session.bye()
  }

  #changes(extension: string, state: LampState): void {
    this.changes++
    this.#newest.set(extension, { state, atMs: performance.now() })
  }

  #told(state: string | undefined, extension: string): void {
    const change = this.#newest.get(extension)
    if (change !== undefined && change.state === state) this.delays.push(performance.now() - change.atMs)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of [this.#phones, ...this.#lamps]) await socket.close()
  }
}

function waited(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
