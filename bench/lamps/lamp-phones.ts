import type { IncomingInvite, InviteSession, SocketAddress } from '@klinke/sip'
import { phoneSdp } from '@klinke/testbed'
import { type LampState, PhoneSocket } from './phone-socket.ts'
import { registration, requestFrom } from './request-from.ts'

const SDP = phoneSdp('127.0.0.1', 1, 'sendrecv')
const DEADLINE_MS = 5_000
/** Telephones have a socket each; one for all would overflow before its phones are at fault. */
const SOCKETS = 20

/** Many phones: lamps, and two that call each other. */
export class LampPhones implements AsyncDisposable {
  readonly #exchange: SocketAddress
  readonly #calling: PhoneSocket
  readonly #lamps: readonly PhoneSocket[]
  #arrived: ((state: LampState) => void) | undefined
  #called: ((invite: IncomingInvite) => void) | undefined
  #lit = 0

  static async open(exchange: SocketAddress): Promise<LampPhones> {
    const sockets = await Promise.all(Array.from({ length: SOCKETS + 1 }, () => PhoneSocket.open()))
    const [calling, ...lamps] = sockets
    if (calling === undefined) throw new Error('There is no socket.')
    return new LampPhones(exchange, calling, lamps)
  }

  private constructor(exchange: SocketAddress, calling: PhoneSocket, lamps: readonly PhoneSocket[]) {
    this.#exchange = exchange
    this.#calling = calling
    this.#lamps = lamps
    calling.serve((invite) => this.#called?.(invite))
    for (const socket of lamps) socket.onLamp = (state) => this.#arrived?.(state)
  }

  async register(number: string): Promise<void> {
    const outcome = await this.#calling.stack.userAgent.request(registration(this.#exchange, number))
    if (outcome.kind !== 'response' || outcome.response.status !== 200) throw new Error(`${number} could not register.`)
  }

  /** Extension `by` lights a lamp for `number`. Settles when it has been told how that stands. */
  async watch(by: string, number: string): Promise<void> {
    const socket = this.#lamps[this.#lit++ % this.#lamps.length] ?? this.#calling
    const { notifications, ended } = socket.stack.subscribe({
      ...requestFrom(this.#exchange, by, number),
      ...{ event: 'dialog', accept: 'application/dialog-info+xml', expiresSeconds: 3600 },
    })
    const first = Promise.withResolvers<void>()
    void ended.then((end) => first.reject(new Error(`${by} has no lamp: ${end.by}`)))
    void (async () => {
      for await (const _ of notifications) first.resolve()
    })()
    await first.promise
  }

  /** One call that rings, is answered and ends: milliseconds from each change to each of `lamps` NOTIFYs. */
  async call(from: string, to: string, lamps: number): Promise<readonly number[]> {
    const rings = Promise.withResolvers<IncomingInvite>()
    this.#called = rings.resolve
    const calling = this.#calling.stack.userAgent.invite({ ...requestFrom(this.#exchange, from, to), offer: SDP })
    const over = (async () => {
      for await (const event of calling.events) {
        if (event.kind === 'failed') rings.reject(new Error(`The call failed: ${JSON.stringify(event.outcome)}`))
      }
    })()
    const invite = await rings.promise
    const ringing = await this.#delays('early', lamps, () => invite.progress(180))
    let session: InviteSession | undefined
    const talking = await this.#delays('confirmed', lamps, () => {
      session = invite.accept({ sdp: SDP })
    })
    const free = await this.#delays('terminated', lamps, () => void session?.bye())
    await over
    return [...ringing, ...talking, ...free]
  }

  /** How long it takes from `change` until each lamp has been told `state`. */
  async #delays(state: LampState, lamps: number, change: () => void): Promise<readonly number[]> {
    const delays: number[] = []
    const all = Promise.withResolvers<void>()
    const late = setTimeout(() => all.reject(new Error(`Only ${delays.length} of ${lamps} lamps were told ${state}.`)), DEADLINE_MS)
    const beganMs = performance.now()
    this.#arrived = (told) => {
      if (told === state) delays.push(performance.now() - beganMs)
      if (delays.length === lamps) all.resolve()
    }
    change()
    await all.promise.finally(() => clearTimeout(late))
    return delays
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of [this.#calling, ...this.#lamps]) await socket.close()
  }
}
