import { readFile } from 'node:fs/promises'
import type { Clock, Logger, Timer } from '@klinke/foundation'
import { CertificateUnusable } from '../errors.ts'
import { certificateFacts } from './certificate-facts.ts'
import { LiveIdentity } from './live-identity.ts'
import type { ServerIdentity } from './server-identity.ts'

/**
 * How often the files are looked at. Two small reads; notifications of the file system are no help where the name is a
 * link that is pointed elsewhere, as certbot and Kubernetes do.
 */
export const LOOK_EVERY_MS = 5_000

export interface CertificateFilesOptions {
  /** Path of the certificate with its chain, PEM. */
  readonly certificate: string
  /** Path of its key, PEM, without a password. */
  readonly key: string
  readonly clock: Clock
  readonly logger: Logger
  /** Reads a text; absent: a file. */
  readonly read?: (path: string) => Promise<string>
}

/** The operator's own certificate: read at start, and again whenever the files change. */
export class CertificateFiles {
  readonly identity: LiveIdentity
  readonly #options: CertificateFilesOptions
  #timer: Timer | undefined
  /** Why the files cannot be used at present; said once, not at each look. */
  #refusal = ''

  private constructor(options: CertificateFilesOptions, first: ServerIdentity) {
    this.#options = options
    this.identity = new LiveIdentity(first)
    this.#lookLater()
  }

  /** Rejects with `CertificateUnusable`, which names the files. */
  static async open(options: CertificateFilesOptions): Promise<CertificateFiles> {
    return new CertificateFiles(options, await readPair(options))
  }

  close(): void {
    this.#timer?.cancel()
    this.#timer = undefined
  }

  #lookLater(): void {
    this.#timer = this.#options.clock.after(LOOK_EVERY_MS, () => void this.#look())
  }

  /** Files that are half written, or do not fit, leave the old certificate in use until the next look. */
  async #look(): Promise<void> {
    try {
      const pair = await readPair(this.#options)
      this.#refusal = ''
      const { key, certificate } = this.identity.current
      if (this.#timer !== undefined && (pair.certificate !== certificate || pair.key !== key)) this.#take(pair)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      if (why !== this.#refusal) this.#options.logger.error('the certificate cannot be read again; the old one stays in use', { why })
      this.#refusal = why
    }
    if (this.#timer !== undefined) this.#lookLater()
  }

  #take(pair: ServerIdentity): void {
    const { names, endsAtMs } = certificateFacts(pair)
    this.identity.replace(pair)
    const { certificate: path } = this.#options
    this.#options.logger.info('the certificate was changed and is in use', { path, names, endsAt: new Date(endsAtMs).toISOString() })
  }
}

async function readPair({ certificate, key, read = (path) => readFile(path, 'utf8') }: CertificateFilesOptions): Promise<ServerIdentity> {
  try {
    const pair = { certificate: await read(certificate), key: await read(key) }
    certificateFacts(pair)
    return pair
  } catch (error) {
    const why = error instanceof CertificateUnusable ? error.why : error instanceof Error ? error.message : String(error)
    throw new CertificateUnusable(why, error, `${certificate} with the key ${key}`)
  }
}
