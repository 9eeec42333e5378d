import { generateKeyPairSync } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { certificateFacts, isFor } from '../tls/certificate-facts.ts'
import type { ServerIdentity } from '../tls/server-identity.ts'

/** What is kept of one authority: the key of our account there, and the certificates. Only its owner may read it. */
export class AcmeFolder {
  readonly #path: string

  /** `folder`: of all authorities; each has one of its own, so that the certificate of a trial one is not taken for the other's. */
  constructor(folder: string, directoryUrl: string) {
    this.#path = join(folder, new URL(directoryUrl).host.replace(/[^a-z0-9.-]/g, '_'))
  }

  /** The key of our account, made when there is none. PEM. */
  async accountKey(): Promise<string> {
    const kept = await readIfThere(this.#file('account.key'))
    if (kept !== undefined) return kept
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    await this.#write('account.key', key)
    return key
  }

  /** The certificate for `name`; undefined when there is none that can be used. */
  async certificate(name: string): Promise<ServerIdentity | undefined> {
    const text = await readIfThere(this.#file(`${name}.pem`))
    if (text === undefined) return undefined
    const end = text.indexOf('-----BEGIN CERTIFICATE-----')
    const identity = { key: text.slice(0, end), certificate: text.slice(end) }
    return isUsable(identity, name) ? identity : undefined
  }

  /** Key and certificate are one file: there is no moment at which they do not belong together. */
  keep(name: string, { key, certificate }: ServerIdentity): Promise<void> {
    return this.#write(`${name}.pem`, `${key.trim()}\n${certificate}`)
  }

  async #write(name: string, text: string): Promise<void> {
    await mkdir(this.#path, { recursive: true, mode: 0o700 })
    const path = this.#file(name)
    await writeFile(`${path}.new`, text, { mode: 0o600 })
    await rename(`${path}.new`, path)
  }

  #file(name: string): string {
    return join(this.#path, name)
  }
}

function isUsable(identity: ServerIdentity, name: string): boolean {
  try {
    certificateFacts(identity)
    return isFor(identity, name)
  } catch {
    return false
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
