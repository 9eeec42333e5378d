import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger, Result } from '@klinke/foundation'
import { type Language, removeTenantFolder, tenantFolders } from '@klinke/platform'
import { SpeechUnavailable } from '../announcements/rules.ts'
import { languageOf } from '../prompts/prompts.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { TenantFiles } from '../storage/files-of-deleted-tenants.ts'

/** Where the installation with that folder keeps them: a folder for each tenant. */
export function spokenNamesFolder(dataDir: string): string {
  return join(dataDir, 'spoken-names')
}

/** The same, for who removes what deleted tenants leave. */
export function spokenNameFiles(dataDir: string): TenantFiles {
  const folder = spokenNamesFolder(dataDir)
  return { tenants: () => tenantFolders(folder), removeTenant: (tenantId) => removeTenantFolder(folder, tenantId) }
}

export interface SpokenNamesParts {
  readonly folder: string
  /** Throws `SpeechUnavailable`. */
  readonly speak: (text: string, language: Language) => Promise<Uint8Array>
  /** As the media engine plays it. */
  readonly convert: (octets: Uint8Array) => Promise<Result<{ readonly wav: Uint8Array }, string>>
  readonly logger: Logger
}

/**
 * Names of queues, spoken by the machine before they are needed. The files follow the configuration, one after the other: what is missing
 * is made, what is not needed any more is removed. Nothing of them is in the database: they can be made again at any time.
 */
export class SpokenNames {
  readonly #parts: SpokenNamesParts
  /** By tenant, the files that were looked for: whether they are there, or their names make no sound. */
  readonly #known = new Map<string, Map<string, 'speaks' | 'silent'>>()
  /** Tenants whose files are not looked at yet, as they are now. */
  readonly #changed = new Map<string, PbxSnapshot>()
  #working: Promise<void> | undefined
  #isMissed = false

  constructor(parts: SpokenNamesParts) {
    this.#parts = parts
  }

  /** The file that says a name in the tenant's language; undefined: the machine has not spoken it (yet). */
  fileOf(name: string, tenant: Pick<PbxSnapshot, 'id' | 'profile' | 'prompts'>): string | undefined {
    const file = fileName(name, languageOf({ tenant }))
    return this.#known.get(tenant.id)?.get(file) === 'speaks' ? join(this.#parts.folder, tenant.id, file) : undefined
  }

  /** A tenant's configuration is another; `undefined`: there is none any more. */
  follow(now: PbxSnapshot | undefined, before: PbxSnapshot | undefined): void {
    if (now === undefined) {
      this.#changed.delete(before?.id ?? '')
      this.#known.delete(before?.id ?? '')
    } else if (!this.#isUpToDate(now)) {
      this.#changed.set(now.id, now)
      this.#working ??= this.#work()
    }
  }

  /** All that is to be said has been spoken. */
  async settled(): Promise<void> {
    await this.#working
  }

  #isUpToDate(tenant: PbxSnapshot): boolean {
    const known = this.#known.get(tenant.id) ?? new Map()
    const wanted = wantedOf(tenant)
    return known.size === wanted.size && [...wanted.keys()].every((file) => known.has(file))
  }

  async #work(): Promise<void> {
    for (let next = this.#changed.entries().next(); !next.done; next = this.#changed.entries().next()) {
      const [id, tenant] = next.value
      this.#changed.delete(id)
      try {
        await this.#bring(tenant)
      } catch (error) {
        this.#missed(id, error)
      }
    }
    this.#working = undefined
  }

  async #bring(tenant: PbxSnapshot): Promise<void> {
    const folder = join(this.#parts.folder, tenant.id)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const wanted = wantedOf(tenant)
    const known = this.#known.get(tenant.id) ?? new Map((await readdir(folder)).map((file) => [file, 'speaks'] as const))
    this.#known.set(tenant.id, known)
    for (const file of [...known.keys()].filter((each) => !wanted.has(each))) {
      known.delete(file)
      await rm(join(folder, file), { force: true })
    }
    for (const [file, name] of wanted) {
      if (!known.has(file)) known.set(file, (await this.#speak(name, languageOf({ tenant }), join(folder, file))) ? 'speaks' : 'silent')
    }
  }

  /** Throws `SpeechUnavailable`; false when a name makes no sound. */
  async #speak(name: string, language: Language, path: string): Promise<boolean> {
    const { speak, convert, logger } = this.#parts
    const converted = await convert(await speak(name, language))
    if (!converted.ok) {
      logger.info('the name of a queue makes no sound', { name, reason: converted.error })
      return false
    }
    // Half of a file is never there under its name, also when the power fails.
    await writeFile(`${path}.part`, converted.value.wav)
    await rename(`${path}.part`, path)
    return true
  }

  #missed(tenantId: string, error: unknown): void {
    const { logger } = this.#parts
    if (!(error instanceof SpeechUnavailable)) {
      logger.warn('the names of queues could not be spoken', { tenant: tenantId, error: asError(error) })
    } else if (!this.#isMissed) {
      logger.info('names of queues are not spoken: espeak-ng is not installed')
      this.#isMissed = true
    }
  }
}

/** Names by the files that say them: of queues that announce themselves to agents. */
function wantedOf(tenant: PbxSnapshot): ReadonlyMap<string, string> {
  const language = languageOf({ tenant })
  const announced = [...tenant.queues.values()].filter(({ settings }) => settings.announceToAgent)
  return new Map(announced.map(({ name }) => [fileName(name, language), name]))
}

function fileName(name: string, language: Language): string {
  return `${language}-${createHash('sha256').update(name).digest('hex').slice(0, 32)}.wav`
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
