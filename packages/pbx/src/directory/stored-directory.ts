import { blockOf, OwnedNumbers, type SparseBlock } from '@klinke/accounts'
import type { Clock, Logger } from '@klinke/foundation'
import { type Database, Snapshots } from '@klinke/platform'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { pbxSnapshotSource } from './load-snapshots.ts'

export interface StoredDirectoryOptions {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  /** A tenant's snapshot was replaced; `now` is undefined when the tenant is gone, or suspended. */
  readonly replaced?: (now: PbxSnapshot | undefined, before: PbxSnapshot | undefined) => void
  /** The same, suspended tenants included, whose accounts stay. Registrations of accounts that are gone end here. */
  readonly accountsReplaced?: (now: PbxSnapshot | undefined, before: PbxSnapshot | undefined) => void
}

/** The directory that calls read, kept equal to the database. A suspended tenant is to calls as if it were not there, but for calls for help. */
export class StoredDirectory implements PbxDirectory, AsyncDisposable {
  readonly #snapshots: Snapshots<PbxSnapshot>
  /** Ids of tenants. */
  readonly #byDomain = new Map<string, string>()
  readonly #byNumber = new Map<string, string>()
  /** Large blocks by their first numbers. */
  readonly #blocks = new Map<string, { readonly tenantId: string; readonly size: number }>()

  /** Loads all tenants and follows their changes. */
  static async open(options: StoredDirectoryOptions): Promise<StoredDirectory> {
    const directory = new StoredDirectory(options)
    await directory.#snapshots.start()
    return directory
  }

  private constructor({ database, clock, logger, replaced, accountsReplaced }: StoredDirectoryOptions) {
    this.#snapshots = new Snapshots({
      source: pbxSnapshotSource(database),
      channel: 'klinke_tenant',
      listen: (channel, listening) => database.listen(channel, listening),
      clock,
      logger,
      replaced: (_id, now, before) => {
        this.#index(now, before)
        accountsReplaced?.(now, before)
        replaced?.(inService(now), inService(before))
      },
    })
  }

  /** Suspended ones, too. */
  readonly forHelp = {
    tenant: (id: string): PbxSnapshot | undefined => this.#snapshots.get(id),
    tenantByDomain: (sipDomain: string): PbxSnapshot | undefined => this.#snapshots.get(this.#byDomain.get(sipDomain.toLowerCase()) ?? ''),
    tenantByNumber: (e164: string): PbxSnapshot | undefined => this.#snapshots.get(this.#ownerOf(e164)),
  }

  tenant(id: string): PbxSnapshot | undefined {
    return inService(this.#snapshots.get(id))
  }

  tenantByDomain(sipDomain: string): PbxSnapshot | undefined {
    return this.tenant(this.#byDomain.get(sipDomain.toLowerCase()) ?? '')
  }

  tenantByNumber(e164: string): PbxSnapshot | undefined {
    return this.tenant(this.#ownerOf(e164))
  }

  tenants(): Iterable<PbxSnapshot> {
    return this.#snapshots
      .all()
      .values()
      .filter(({ suspended }) => suspended !== true)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#snapshots.close()
  }

  /** The id of the tenant that has the number; empty: nobody has it. */
  #ownerOf(e164: string): string {
    return this.#byNumber.get(e164) ?? blockOf(e164, this.#blocks)?.tenantId ?? ''
  }

  #index(now: PbxSnapshot | undefined, before: PbxSnapshot | undefined): void {
    // Most changes concern neither, and a tenant may have 10,000 numbers.
    if (now?.numbers !== before?.numbers) this.#indexNumbers(now, before)
    if (before && this.#byDomain.get(before.sipDomain) === before.id) this.#byDomain.delete(before.sipDomain)
    if (now) this.#byDomain.set(now.sipDomain, now.id)
  }

  #indexNumbers(now: PbxSnapshot | undefined, before: PbxSnapshot | undefined): void {
    // A number that went to another tenant may be indexed for that one already.
    for (const e164 of rowsOf(before).keys()) if (this.#byNumber.get(e164) === before?.id) this.#byNumber.delete(e164)
    for (const first of blocksOf(before).keys()) if (this.#blocks.get(first)?.tenantId === before?.id) this.#blocks.delete(first)
    if (now === undefined) return
    for (const e164 of rowsOf(now).keys()) this.#byNumber.set(e164, now.id)
    for (const { first, size } of blocksOf(now).values()) this.#blocks.set(first, { tenantId: now.id, size })
  }
}

function inService(snapshot: PbxSnapshot | undefined): PbxSnapshot | undefined {
  return snapshot?.suspended === true ? undefined : snapshot
}

/** The numbers that have an entry of their own. */
function rowsOf(snapshot: PbxSnapshot | undefined): ReadonlyMap<string, unknown> {
  const numbers = snapshot?.numbers ?? NONE
  return numbers instanceof OwnedNumbers ? numbers.rows : numbers
}

function blocksOf(snapshot: PbxSnapshot | undefined): ReadonlyMap<string, SparseBlock> {
  return snapshot?.numbers instanceof OwnedNumbers ? snapshot.numbers.blocks : NONE
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>()
