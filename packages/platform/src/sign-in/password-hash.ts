import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { TooManyRequests } from '../http/errors.ts'

/** Cost of a hash (RFC 9106 §4). */
export interface HashCost {
  readonly memoryKib: number
  readonly passes: number
  readonly lanes: number
}

/** The second recommended option of RFC 9106 §4: about 100 ms of a core. */
export const HASH_COST: HashCost = { memoryKib: 65_536, passes: 3, lanes: 4 }

const SALT_BYTES = 16
const TAG_BYTES = 32
/** At a time: each takes `memoryKib`, and a core that calls want, too. */
const MAX_AT_WORK = 2
/** Who would have to wait longer hears so. */
const MAX_WAITING = 100
const BUSY_SECONDS = 5
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Hashes passwords with argon2id (RFC 9106), in PHC strings, so that a stored one says how it is checked. A few at a time. */
export class PasswordHasher {
  readonly #cost: HashCost
  readonly #waiting: (() => void)[] = []
  #atWork = 0
  #nobody: Promise<string> | undefined

  constructor(cost: HashCost = HASH_COST) {
    this.#cost = cost
  }

  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES)
    const tag = await this.#derive(password, salt, this.#cost)
    const { memoryKib, passes, lanes } = this.#cost
    return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${plain64(salt)}$${plain64(tag)}`
  }

  /**
   * True when the password is the one of the PHC string. Without one, for a login that does not exist or has no password, it takes
   * as long and is false: how long an answer takes does not tell who exists. Throws `TooManyRequests` when too many wait.
   */
  async verify(password: string, phc: string | null | undefined): Promise<boolean> {
    this.#nobody ??= this.hash(randomBytes(SALT_BYTES).toString('hex'))
    const [, memory, passes, lanes, salt = '', tag = ''] = PHC.exec(phc ?? (await this.#nobody)) ?? []
    const cost = { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes) }
    const derived = await this.#derive(password, Buffer.from(salt, 'base64'), cost)
    return timingSafeEqual(derived, Buffer.from(tag, 'base64')) && phc != null
  }

  async #derive(password: string, nonce: Buffer, { memoryKib, passes, lanes }: HashCost): Promise<Buffer> {
    await this.#turn()
    try {
      const message = password.normalize('NFKC')
      const parameters = { message, nonce, memory: memoryKib, passes, parallelism: lanes, tagLength: TAG_BYTES }
      return await new Promise((resolve, reject) =>
        argon2('argon2id', parameters, (error, derived) => (error === null ? resolve(Buffer.from(derived)) : reject(error))),
      )
    } finally {
      this.#atWork -= 1
      this.#waiting.shift()?.()
    }
  }

  async #turn(): Promise<void> {
    if (this.#atWork >= MAX_AT_WORK) {
      if (this.#waiting.length >= MAX_WAITING) throw new TooManyRequests(BUSY_SECONDS)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#atWork += 1
  }
}

/** PHC strings leave the padding of base64 out. */
function plain64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
