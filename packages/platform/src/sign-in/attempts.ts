import { isIPv6 } from 'node:net'
import { BoundedMap, type Clock } from '@klinke/foundation'

/** Wrong ones that cost nothing: people mistype. */
const FREE_FAILURES = 5
const FIRST_DELAY_MS = 2_000
const LONGEST_DELAY_MS = 15 * 60_000
/** After so long without a try all is forgotten. */
const FORGET_AFTER_MS = 60 * 60_000
const MAX_KNOWN = 100_000

interface Failures {
  count: number
  untilMs: number
  lastMs: number
}

/**
 * Slows down who guesses a password: by account and where the guesses come from, with a delay that doubles. There is no lock of an account, which
 * anybody could turn against its owner: elsewhere, and on devices known from earlier, the owner signs in as ever (OWASP, "device cookies").
 * Accounts that do not exist are counted alike.
 */
export class Attempts {
  readonly #clock: Clock
  readonly #failures = new BoundedMap<string, Failures>(MAX_KNOWN)

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Seconds until the next try is heard; 0: now. */
  waitSeconds(account: string, from: string): number {
    const known = this.#of(account, from)
    return known === undefined ? 0 : Math.max(0, Math.ceil((known.untilMs - this.#clock.nowMs()) / 1_000))
  }

  failed(account: string, from: string): void {
    const nowMs = this.#clock.nowMs()
    const count = (this.#of(account, from)?.count ?? 0) + 1
    const doublings = count - FREE_FAILURES
    const delayMs = doublings < 0 ? 0 : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(doublings, 20))
    this.#failures.set(keyOf(account, from), { count, untilMs: nowMs + delayMs, lastMs: nowMs })
  }

  succeeded(account: string, from: string): void {
    this.#failures.delete(keyOf(account, from))
  }

  #of(account: string, from: string): Failures | undefined {
    const known = this.#failures.get(keyOf(account, from))
    return known === undefined || known.lastMs + FORGET_AFTER_MS < this.#clock.nowMs() ? undefined : known
  }
}

function keyOf(account: string, from: string): string {
  return `${account} ${from}`
}

/** The network of an address, as far as one customer has it: whoever has an IPv6 address has the /64 around it. */
export function networkOf(address: string): string {
  const plain = address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = (plain.split('%')[0] ?? '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0')
  const groups = [...before, ...zeros, ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
