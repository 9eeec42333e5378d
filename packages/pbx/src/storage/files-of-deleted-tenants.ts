import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'

const SWEEP_MS = 3_600_000

/** A place where tenants have files. */
export interface TenantFiles {
  /** Tenants who may have some there; a removal is asked for by the name that is given here. */
  tenants(): Promise<readonly string[]>
  /** Removes all files of a tenant; nothing happens when it has none. */
  removeTenant(tenantId: string): Promise<void>
}

export interface FilesOfDeletedTenantsParts {
  readonly places: readonly TenantFiles[]
  /** Those of the ids whose tenants the database says were deleted. Rejects when it cannot say. */
  readonly deleted: (tenantIds: readonly string[]) => Promise<readonly string[]>
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Removes the files of tenants that were deleted (Art. 17 GDPR): right after the deletion, and, for what was not there yet or in a place
 * that did not answer, at the start and every hour. A tenant that is merely unknown keeps its files: the database may be the wrong one.
 */
export class FilesOfDeletedTenants implements Resource {
  readonly #parts: FilesOfDeletedTenantsParts
  /** One removal after the other. */
  #work: Promise<void> = Promise.resolve()
  #timer: Timer | undefined
  #closed = false

  constructor(parts: FilesOfDeletedTenantsParts) {
    this.#parts = parts
  }

  /** Sweeps now, and every hour until it is closed. */
  begin(): this {
    void this.sweep()
    this.#timer = this.#parts.clock.after(SWEEP_MS, () => void this.begin())
    return this
  }

  /** Removes what deleted tenants have anywhere. Never rejects. */
  sweep(): Promise<void> {
    return this.#then((place) => place.tenants())
  }

  /** Removes what one tenant has, if it was deleted. Never rejects. */
  remove(tenantId: string): Promise<void> {
    return this.#then(async () => [tenantId])
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#timer?.cancel()
    await this.#work
  }

  #then(named: (place: TenantFiles) => Promise<readonly string[]>): Promise<void> {
    this.#work = this.#work.then(async () => {
      for (const place of this.#parts.places) await this.#removeFrom(place, named)
    })
    return this.#work
  }

  async #removeFrom(place: TenantFiles, named: (place: TenantFiles) => Promise<readonly string[]>): Promise<void> {
    try {
      const names = await named(place)
      if (names.length === 0) return
      const deleted = new Set(await this.#parts.deleted([...new Set(names.map(asId))]))
      for (const name of names.filter((each) => deleted.has(asId(each)))) await this.#removeTenant(place, name)
    } catch (error) {
      this.#parts.logger.warn('the files of deleted tenants are left until the next try', { error: asError(error) })
    }
  }

  async #removeTenant(place: TenantFiles, tenantId: string): Promise<void> {
    if (this.#closed) return
    try {
      await place.removeTenant(tenantId)
      this.#parts.logger.info('the files of a deleted tenant are removed', { tenantId })
    } catch (error) {
      this.#parts.logger.warn('the files of a deleted tenant are left until the next try', { tenantId, error: asError(error) })
    }
  }
}

/** As the database writes it: a request may have named its tenant in capitals, and so its folder. */
function asId(name: string): string {
  return name.toLowerCase()
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
