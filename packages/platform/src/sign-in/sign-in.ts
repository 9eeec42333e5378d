import type { Clock } from '@klinke/foundation'
import type { Database } from '../database/database.ts'
import type { Tx } from '../database/tx.ts'
import { TooManyRequests } from '../http/errors.ts'
import { RateLimit } from '../http/rate-limit.ts'
import type { Language } from '../i18n/language.ts'
import { Attempts, networkOf } from './attempts.ts'
import { SignInRefused } from './errors.ts'
import { isKnownDevice, rememberDevice } from './known-devices.ts'
import { normalEmail } from './login.ts'
import { noteSignIn } from './note-sign-in.ts'
import { OneTimeTokens } from './one-time-tokens.ts'
import type { PasswordHasher } from './password-hash.ts'
import { requiredOfLogin } from './second-factor-policy.ts'
import { Sessions, type SignInFacts } from './sessions.ts'
import type { SignInTables } from './tables.ts'

/** Tries per network, whatever the accounts: an office signs in at eight, a guesser goes on and on. */
const PER_NETWORK = { burst: 60, perSecond: 0.5 }

/** The browser that signs in: what it sent. */
export interface Browser {
  readonly address: string
  readonly userAgent: string | undefined
  /** Tokens of its cookies. */
  readonly session: string | undefined
  readonly device: string | undefined
}

/** Signed in: the tokens for the cookies. */
export interface SignedIn {
  readonly kind: 'signed-in'
  readonly loginId: string
  readonly session: string
  readonly device: string
  readonly mustChangePassword: boolean
}

/** The password is right, and a second factor is asked for. */
export interface SecondFactorAsked {
  readonly kind: 'second-factor'
  readonly challenge: string
  /** The login has passkeys, too. */
  readonly passkeys: boolean
}

export interface SignInServices {
  readonly database: Database
  readonly clock: Clock
  readonly hasher: PasswordHasher
}

/** Signs people in by password. Rules of order: the limits first, then the password, then the second factor, and only then a session. */
export class SignIn {
  readonly tokens: OneTimeTokens
  readonly sessions: Sessions
  readonly attempts: Attempts
  readonly #services: SignInServices
  readonly #perNetwork: RateLimit

  constructor(services: SignInServices) {
    this.#services = services
    this.tokens = new OneTimeTokens(services.clock)
    this.sessions = new Sessions(services.database, services.clock)
    this.attempts = new Attempts(services.clock)
    this.#perNetwork = new RateLimit(PER_NETWORK, services.clock)
  }

  /** Throws `SignInRefused` for whatever is wrong, and `TooManyRequests`. */
  async byPassword(email: string, password: string, browser: Browser): Promise<SignedIn | SecondFactorAsked> {
    const { database, hasher } = this.#services
    const account = normalEmail(email)
    const network = networkOf(browser.address)
    const crowdedSeconds = this.#perNetwork.take(network)
    const { login, from, known } = await database.withOperator(async (tx) => {
      const login = await this.#find(tx, account)
      const known = await isKnownDevice(tx, login?.id, browser.device)
      return { login, known, from: known ? `device ${browser.device}` : network }
    })
    // Who guesses from the same network keeps nobody out of a known device either.
    if (!known) refuseWhileSlowed(crowdedSeconds)
    refuseWhileSlowed(this.attempts.waitSeconds(account, from))
    // Counted before the slow check: many tries at once are as many tries.
    this.attempts.failed(account, from)
    const right = await hasher.verify(password, login?.password_hash)
    if (login && (!right || login.disabled_at !== null)) this.#noteFailure(login.id, browser)
    if (!right || !login || login.disabled_at !== null) throw new SignInRefused()
    this.attempts.succeeded(account, from)
    if (crowdedSeconds === 0) this.#perNetwork.giveBack(network)
    return database.withOperator(async (tx) => {
      if (login.totp_confirmed_at === null && !(login.required && (await this.#hasPasskey(tx, login.id))))
        return this.admit(tx, login.id, 'password', browser)
      return {
        kind: 'second-factor',
        challenge: await this.tokens.give(tx, 'second-factor', login.id),
        passkeys: await this.#hasPasskey(tx, login.id),
      }
    })
  }

  /** A transaction of sign-in's own work. */
  withOperator<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#services.database.withOperator(work)
  }

  /** Changes what its owner may change of a login. */
  async changeLogin(loginId: string, set: { readonly name?: string; readonly language?: Language }): Promise<void> {
    if (Object.keys(set).length === 0) return
    await this.withOperator((tx) => tx.tables<SignInTables>().updateTable('login').set(set).where('id', '=', loginId).execute())
  }

  /** Begins the session of somebody who has proved who he is. Throws `SignInRefused` when the login was disabled between two steps. */
  async admit(tx: Tx, loginId: string, method: SignInFacts['method'], browser: Browser): Promise<SignedIn> {
    const { address, userAgent } = browser
    const login = await tx
      .tables<SignInTables>()
      .selectFrom('login')
      .select(['must_change_password', 'disabled_at'])
      .where('id', '=', loginId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (login === undefined || login.disabled_at !== null) throw new SignInRefused()
    const { must_change_password: mustChangePassword } = login
    const session = await this.sessions.begin(tx, loginId, { method, address, userAgent }, browser.session)
    const device = await rememberDevice(tx, loginId, this.#services.clock, browser.device)
    await noteSignIn(tx, loginId, 'signed-in', browser.address)
    return { kind: 'signed-in', loginId, session, device, mustChangePassword }
  }

  /** Not awaited: how long it takes would tell who exists. While the database is away it is not noted. */
  #noteFailure(loginId: string, { address }: Browser): void {
    this.withOperator((tx) => noteSignIn(tx, loginId, 'sign-in-failed', address)).catch(() => undefined)
  }

  /** Throws `TooManyRequests` when the address's network has tried too often of late. For all steps that prove nothing. */
  takePlace(address: string): void {
    refuseWhileSlowed(this.#perNetwork.take(networkOf(address)))
  }

  #find(tx: Tx, email: string) {
    return tx
      .tables<SignInTables>()
      .selectFrom('login')
      .select(['id', 'password_hash', 'disabled_at', 'totp_confirmed_at'])
      .select(requiredOfLogin.as('required'))
      .where('email', '=', email)
      .executeTakeFirst()
  }

  async #hasPasskey(tx: Tx, loginId: string): Promise<boolean> {
    const row = await tx
      .tables<SignInTables>()
      .selectFrom('passkey')
      .select('id')
      .where('login_id', '=', loginId)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }
}

function refuseWhileSlowed(waitSeconds: number): void {
  if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
}
