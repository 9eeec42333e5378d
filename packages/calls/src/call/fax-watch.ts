import { PlainError } from '@klinke/foundation'
import type { Endpoint } from '@klinke/rtp'
import type { Outcome } from '../outcome.ts'
import type { Call } from './call.ts'

/** What is said to a fax machine rejects with this, up to who has asked to be told of it. */
export class FaxCalls extends PlainError {
  /** Whether it can be led somewhere from there now. */
  readonly wanted: () => boolean

  constructor(wanted: () => boolean) {
    super('fax-calls', 'A fax machine is calling.')
    this.wanted = wanted
  }
}

/**
 * Whether the principal is a fax machine that has dialled a number for people. Listened for only while somebody has asked for it, and while
 * something is said to it or it is asked for keys: what comes later belongs to who talks.
 */
export class FaxWatch {
  readonly #call: Call
  /** Who has asked to be told, innermost last. */
  readonly #asking: FaxCalls[] = []
  readonly #saying = new Set<(calls: FaxCalls) => void>()
  readonly #listensTo = new WeakSet<Endpoint>()

  constructor(call: Call) {
    this.#call = call
  }

  begin(wanted: () => boolean): FaxCalls {
    const asking = new FaxCalls(wanted)
    this.#asking.push(asking)
    return asking
  }

  end(asking: FaxCalls): void {
    const at = this.#asking.indexOf(asking)
    if (at >= 0) this.#asking.splice(at, 1)
  }

  /** It is known now: nobody else is told. */
  over(): void {
    this.#asking.length = 0
  }

  /** Its tone was heard. */
  heard(): void {
    const asking = this.#asking.findLast(({ wanted }) => wanted())
    if (asking !== undefined) for (const reject of this.#saying) reject(asking)
  }

  /** Waits for what is said to the endpoint, or asked; rejects with `FaxCalls` when a fax machine says meanwhile that it is one. */
  async during<T>(endpoint: Endpoint, said: Promise<T>): Promise<T> {
    if (this.#asking.length === 0) return said
    if (!this.#listensTo.has(endpoint)) {
      this.#listensTo.add(endpoint)
      this.#call.media.listen(endpoint, { callingTone: true })
    }
    const { promise, reject } = Promise.withResolvers<never>()
    this.#saying.add(reject)
    try {
      return await Promise.race([said, promise])
    } finally {
      this.#saying.delete(reject)
      said.catch(() => undefined)
    }
  }
}

/** Leads the call by `flow`; by `faxed` from the moment on in which the principal turns out to be a fax machine. See `Call.unlessFax`. */
export async function unlessFax(
  call: Call,
  flow: () => Promise<Outcome>,
  faxed: () => Promise<Outcome>,
  wanted: () => boolean,
): Promise<Outcome> {
  call.fax ??= new FaxWatch(call)
  const asking = call.fax.begin(wanted)
  try {
    return await flow()
  } catch (error) {
    if (error !== asking) throw error
  } finally {
    call.fax.end(asking)
  }
  call.fax.over()
  call.principal.digits.interrupt()
  call.note('fax-tone', 'a fax machine is calling')
  return faxed()
}
