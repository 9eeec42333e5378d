import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { KlinkeError } from '@klinke/foundation'

/** A sealed value cannot be opened: another key, another place, or changed bytes. */
export class SecretUnreadable extends KlinkeError {
  constructor(place: string, cause?: unknown) {
    super(
      'secret-unreadable',
      `The secret of ${place} cannot be decrypted with the key file. Restore the key file that belongs to this database, or enter the secret anew.`,
      {
        cause,
      },
    )
  }
}

const VERSION = 'v1'
const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts secrets that must be read back, such as a carrier's password, with a key that is not in the database
 * (AES-256-GCM, NIST SP 800-38D). `place` (table, column, id) is authenticated, so that a sealed value
 * copied to another row does not open there.
 */
export class SecretBox {
  readonly #key: Buffer

  /** Reads the key file, creating it (readable by its owner only) when it does not exist. */
  static open(keyFile: string): SecretBox {
    if (!existsSync(keyFile)) createKeyFile(keyFile)
    const key = Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64')
    if (key.length !== KEY_BYTES)
      throw new KlinkeError('key-file-invalid', `${keyFile} does not hold a key of ${KEY_BYTES} bytes in base64. Restore it from a backup.`)
    return new SecretBox(key)
  }

  /** `key`: 32 bytes. */
  constructor(key: Buffer) {
    this.#key = key
  }

  seal(plain: string, place: string): string {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(CIPHER, this.#key, nonce).setAAD(Buffer.from(place))
    const bytes = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return `${VERSION}.${bytes.toString('base64url')}`
  }

  /** Throws `SecretUnreadable`. */
  unseal(sealed: string, place: string): string {
    const [version, text = ''] = sealed.split('.')
    const bytes = Buffer.from(text, 'base64url')
    if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) throw new SecretUnreadable(place)
    try {
      const decipher = createDecipheriv(CIPHER, this.#key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(place))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    } catch (error) {
      throw new SecretUnreadable(place, error)
    }
  }
}

/** The file appears whole or not at all, and one that another process made in the same moment stays. */
function createKeyFile(keyFile: string): void {
  mkdirSync(dirname(keyFile), { recursive: true })
  const part = `${keyFile}.${process.pid}.part`
  writeFileSync(part, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(part, keyFile)
  } catch (error) {
    if (!existsSync(keyFile)) throw error
  } finally {
    rmSync(part)
  }
}
