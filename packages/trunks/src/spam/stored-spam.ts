import type { Clock, Logger } from '@klinke/foundation'
import { type Database, type SnapshotSource, Snapshots, type Tx } from '@klinke/platform'
import type { PrefixTable } from '../barring/prefix-table.ts'
import { type ScoredPrefix, scoreTable } from './score-list.ts'
import { listScores, scoredFrom } from './score-store.ts'
import { listAllowed, listSpamSettings, type SpamSettings } from './settings-store.ts'
import type { SpamRules } from './spam-rules.ts'

export interface StoredSpamOptions {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
}

const TABLES = ['spam_settings', 'spam_allowed']
/** The list is one thing: an import replaces all of it. */
const ALL = 'all'
const EMPTY = scoreTable([])

/** The operator's list and the rules of all tenants as calls read them, kept equal to the database. */
export class StoredSpam implements AsyncDisposable {
  readonly #rules: Snapshots<SpamRules>
  readonly #scores: Snapshots<PrefixTable<ScoredPrefix>>

  /** Loads all and follows changes. */
  static async open(options: StoredSpamOptions): Promise<StoredSpam> {
    const spam = new StoredSpam(options)
    await Promise.all([spam.#rules.start(), spam.#scores.start()])
    return spam
  }

  private constructor({ database, clock, logger }: StoredSpamOptions) {
    const listen = (...[channel, listening]: Parameters<Database['listen']>) => database.listen(channel, listening)
    this.#rules = new Snapshots({ source: rulesSource(database), channel: 'klinke_tenant', clock, logger, listen })
    const scores = async () => scoreTable((await database.withOperator((tx) => listScores(tx))).map(scoredFrom))
    const source = { loadAll: async () => new Map([[ALL, await scores()]]), load: scores }
    this.#scores = new Snapshots({ source, channel: 'klinke_spam_scores', clock, logger, listen })
  }

  /** Undefined: nothing is set. */
  rulesOf(tenantId: string): SpamRules | undefined {
    return this.#rules.get(tenantId)
  }

  get scores(): PrefixTable<ScoredPrefix> {
    return this.#scores.get(ALL) ?? EMPTY
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#rules.close(), this.#scores.close()])
  }
}

function rulesSource(database: Database): SnapshotSource<SpamRules> {
  return {
    loadAll: () => database.withOperator(loadRules),
    load: async (tenantId, changed, before) => {
      if (changed !== undefined && !TABLES.some((table) => changed.has(table))) return before
      return (await database.withTenant(tenantId, loadRules)).get(tenantId)
    },
  }
}

/** Of all tenants that the transaction sees and that have set something. */
async function loadRules(tx: Tx): Promise<ReadonlyMap<string, SpamRules>> {
  const allowed = Map.groupBy(await listAllowed(tx), ({ tenantId }) => tenantId)
  const settings = await listSpamSettings(tx)
  return new Map(
    settings.map(({ tenantId, ...own }) => [
      tenantId,
      { thresholds: thresholdsFrom(own), allowed: (allowed.get(tenantId) ?? []).map(({ prefix }) => prefix) },
    ]),
  )
}

function thresholdsFrom({ markFrom, voicemailFrom, rejectFrom }: SpamSettings): SpamRules['thresholds'] {
  return { markFrom: markFrom ?? undefined, voicemailFrom: voicemailFrom ?? undefined, rejectFrom: rejectFrom ?? undefined }
}
