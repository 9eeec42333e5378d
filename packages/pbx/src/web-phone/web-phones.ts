import type { Extension, TenantSnapshot } from '@klinke/accounts'
import type { Clock, Random } from '@klinke/foundation'
import { computeHa1, generateSipAccount, type Ha1 } from '../extensions/sip-account.ts'

/** A browser that stays open longer asks for new ones, and keeps its calls. */
export const CREDENTIALS_SECONDS = 12 * 3_600
/** Windows with a telephone in one session; the one opened longest ago gives way. */
export const MAX_PER_SESSION = 8
const MAX_WEB_PHONES = 200_000
/** Tells them from desk phones in lists and logs. */
const PREFIX = 'web'

/** SIP credentials of one browser window: a device of the extension beside its other ones, which never learns their password. */
export interface WebPhoneAccount {
  readonly tenantId: string
  readonly extensionId: string
  readonly extensionNumber: string
  readonly domain: string
  readonly username: string
  readonly ha1: Ha1
  readonly expiresAtMs: number
}

interface Issued extends WebPhoneAccount {
  readonly sessionId: string
}

/** Shown once to the browser that asked. */
export interface IssuedWebPhone {
  readonly account: WebPhoneAccount
  readonly password: string
}

export interface WebPhonesOptions {
  readonly clock: Clock
  readonly random: Random
  /** An account is no more: what registered with it is to be forgotten. */
  readonly withdrawn?: (account: WebPhoneAccount) => void
}

/**
 * The telephones in browsers that are signed in (UC-03). Their passwords live in memory only and end with the session; after a restart of the server each
 * browser asks for a new one.
 */
export class WebPhones {
  readonly #options: WebPhonesOptions
  /** By digest user name; the one that expires first comes first. */
  readonly #byUsername = new Map<string, Issued>()
  readonly #bySession = new Map<string, ReadonlySet<string>>()

  constructor(options: WebPhonesOptions) {
    this.#options = options
  }

  issue(
    { id, sipDomain }: Pick<TenantSnapshot, 'id' | 'sipDomain'>,
    extension: Pick<Extension, 'id' | 'number'>,
    sessionId: string,
  ): IssuedWebPhone {
    this.#makeRoom(sessionId)
    const { username, password } = generateSipAccount(`${PREFIX}-${extension.number}`, this.#options.random)
    const account: Issued = {
      ...{ tenantId: id, extensionId: extension.id, extensionNumber: extension.number, domain: sipDomain, username, sessionId },
      ha1: computeHa1({ username, password }, sipDomain),
      expiresAtMs: this.#options.clock.epochMs() + CREDENTIALS_SECONDS * 1_000,
    }
    this.#byUsername.set(username, account)
    this.#bySession.set(sessionId, new Set([...(this.#bySession.get(sessionId) ?? []), username]))
    return { account, password }
  }

  /** Undefined for what was never given out, has expired or was withdrawn. */
  find(username: string, domain: string): WebPhoneAccount | undefined {
    const account = this.#byUsername.get(username)
    return account?.domain === domain && account.expiresAtMs > this.#options.clock.epochMs() ? account : undefined
  }

  /** The window is closed. False when this session has no such account. */
  withdraw(sessionId: string, username: string): boolean {
    const account = this.#byUsername.get(username)
    if (account?.sessionId !== sessionId) return false
    this.#remove(account)
    return true
  }

  sessionEnded(sessionId: string): void {
    for (const username of this.#bySession.get(sessionId) ?? []) this.withdraw(sessionId, username)
  }

  /** Nobody knows which sessions are still open: every browser proves anew that its is. */
  withdrawAll(): void {
    for (const account of [...this.#byUsername.values()]) this.#remove(account)
  }

  #makeRoom(sessionId: string): void {
    const nowMs = this.#options.clock.epochMs()
    for (const account of this.#byUsername.values()) {
      if (account.expiresAtMs > nowMs && this.#byUsername.size < MAX_WEB_PHONES) break
      this.#remove(account)
    }
    const [oldest, ...others] = this.#bySession.get(sessionId) ?? []
    if (oldest !== undefined && others.length + 1 >= MAX_PER_SESSION) this.withdraw(sessionId, oldest)
  }

  #remove(account: Issued): void {
    const { username, sessionId } = account
    this.#byUsername.delete(username)
    const left = new Set([...(this.#bySession.get(sessionId) ?? [])].filter((other) => other !== username))
    if (left.size === 0) this.#bySession.delete(sessionId)
    else this.#bySession.set(sessionId, left)
    this.#options.withdrawn?.(account)
  }
}
