import type { Clock, Logger } from '@klinke/foundation'
import { type Database, Snapshots } from '@klinke/platform'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { pbxSnapshotSource } from './load-snapshots.ts'

export interface StoredDirectoryOptions {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  /** A tenant's snapshot was replaced; `now` is undefined when the tenant is gone. Registrations of what it lost end here. */
  readonly replaced?: (now: PbxSnapshot | undefined, before: PbxSnapshot | undefined) => void
}

/** The directory that calls read, kept equal to the database. */
export class StoredDirectory implements PbxDirectory, AsyncDisposable {
  readonly #snapshots: Snapshots<PbxSnapshot>
  /** Ids of tenants. */
  readonly #byDomain = new Map<string, string>()
  readonly #byNumber = new Map<string, string>()

  /** Loads all tenants and follows their changes. */
  static async open(options: StoredDirectoryOptions): Promise<StoredDirectory> {
    const directory = new StoredDirectory(options)
    await directory.#snapshots.start()
    return directory
  }

  private constructor({ database, clock, logger, replaced }: StoredDirectoryOptions) {
    this.#snapshots = new Snapshots({
      source: pbxSnapshotSource(database),
      channel: 'klinke_tenant',
      listen: (channel, listening) => database.listen(channel, listening),
      clock,
      logger,
      replaced: (_id, now, before) => {
        this.#index(now, before)
        replaced?.(now, before)
      },
    })
  }

  tenant(id: string): PbxSnapshot | undefined {
    return this.#snapshots.get(id)
  }

  tenantByDomain(sipDomain: string): PbxSnapshot | undefined {
    return this.tenant(this.#byDomain.get(sipDomain.toLowerCase()) ?? '')
  }

  tenantByNumber(e164: string): PbxSnapshot | undefined {
    return this.tenant(this.#byNumber.get(e164) ?? '')
  }

  tenants(): Iterable<PbxSnapshot> {
    return this.#snapshots.all().values()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#snapshots.close()
  }

  #index(now: PbxSnapshot | undefined, before: PbxSnapshot | undefined): void {
    // Most changes concern neither, and a tenant may have 10,000 numbers.
    if (now?.numbers !== before?.numbers) this.#indexNumbers(now, before)
    if (before && this.#byDomain.get(before.sipDomain) === before.id) this.#byDomain.delete(before.sipDomain)
    if (now) this.#byDomain.set(now.sipDomain, now.id)
  }

  #indexNumbers(now: PbxSnapshot | undefined, before: PbxSnapshot | undefined): void {
    // A number that went to another tenant may be indexed for that one already.
    for (const e164 of before?.numbers.keys() ?? []) if (this.#byNumber.get(e164) === before?.id) this.#byNumber.delete(e164)
    if (now) for (const e164 of now.numbers.keys()) this.#byNumber.set(e164, now.id)
  }
}
