import { findTenant, listSites, NoSuchTenant, type StoredSite, type Tenant } from '@klinke/accounts'
import { KlinkeError, type Random } from '@klinke/foundation'
import {
  type Database,
  type ImportProgress,
  MAX_SHOWN_PROBLEMS,
  readRows,
  type TableQuery,
  type Tx,
  tableOf,
  unfollowed,
  viewOfProblem,
  viewOfTable,
} from '@klinke/platform'
import type { z } from 'zod'
import { assertRoom } from '../extensions/store.ts'
import { isChosen } from './chosen-rows.ts'
import { EXTENSION_FIELDS } from './columns.ts'
import { accountsCsv } from './export-extensions.ts'
import { type ImportPlan, planImport } from './plan.ts'
import { readExtension } from './read-extension.ts'
import { type DoneImport, runImport } from './run-import.ts'
import { failedRows, type importReport, MAX_IMPORTED_EXTENSIONS } from './views.ts'

/** A file to import, and how. */
export interface ImportRequest {
  readonly database: Database
  readonly random: Random
  readonly tenantId: string
  readonly octets: Uint8Array
  readonly query: TableQuery & { readonly rows?: string | undefined; readonly language: 'de' | 'en' }
  readonly importedBy: string
}

export class TooManyExtensions extends KlinkeError {
  constructor(rows: number) {
    super('too-many-rows', `The table has ${rows} rows; ${MAX_IMPORTED_EXTENSIONS} can be imported at a time. Split it.`, {
      german: `Die Tabelle hat ${rows} Zeilen; ${MAX_IMPORTED_EXTENSIONS} können auf einmal eingelesen werden. Teilen Sie sie auf.`,
    })
  }
}

/** Reads, plans, and creates unless it is a dry run. Throws what is wrong with the file as a whole, and `ExtensionLimit`. */
export async function importFile(request: ImportRequest, progress: ImportProgress = unfollowed): Promise<z.infer<typeof importReport>> {
  const { database, random, tenantId, octets, query, importedBy } = request
  const { tenant, sites } = await database.withTenant(tenantId, async (tx) => ({
    tenant: await tenantOf(tx, tenantId),
    sites: await listSites(tx),
  }))
  // Reading may take a second, in which no transaction waits.
  const { table, mapping } = await tableOf(octets, query, EXTENSION_FIELDS)
  if (table.rows.length > MAX_IMPORTED_EXTENSIONS) throw new TooManyExtensions(table.rows.length)
  const read = await readRows(table, mapping, readExtension(areaCodes(sites, tenant)), progress)
  const chosen = isChosen(query.rows)
  return database.withTenant(tenantId, async (tx) => {
    const rows = read.rows.filter(({ row }) => chosen(row))
    progress('comparing', 0, 1)
    const plan = await planImport(tx, tenantId, rows)
    const problems = [...read.problems.filter(({ row }) => chosen(row)), ...plan.problems].toSorted((a, b) => a.row - b.row)
    const failed = failedRows(problems)
    if (query.dryRun) await assertRoom(tx, tenantId, plan.created.length, tenant.profile.maxExtensions)
    const about = { tenantId, failed, fileName: query.fileName, importedBy }
    const done = query.dryRun ? undefined : await runImport(tx, plan, about, { random, progress })
    return {
      table: viewOfTable(table, mapping),
      problems: problems.slice(0, MAX_SHOWN_PROBLEMS).map(viewOfProblem),
      ...{ created: plan.created.length, changed: 0, skipped: plan.skipped, failed },
      ...outcome(plan, done, tenant, query.language),
    }
  })
}

function outcome({ created }: ImportPlan, done: DoneImport | undefined, { sipDomain }: Tenant, language: 'de' | 'en') {
  const preview = created.map(({ row, value: { number, name, outgoingNumber, mailbox, groups } }) => ({
    ...{ row, number, name, outgoingNumber, groups: [...groups] },
    ...{ mailbox: mailbox !== null, mailTo: mailbox?.mailTo ?? null },
  }))
  if (done === undefined) return { importId: null, preview, accounts: [], accountsCsv: null }
  const accounts = done.created.map(({ extension: { id, number, name }, account }) => ({
    ...{ extensionId: id, number, name, sipUsername: account.username, sipPassword: account.password },
  }))
  return { importId: done.importId, preview: [], accounts, accountsCsv: accountsCsv(done.created, sipDomain, language) }
}

/** Where the row says nothing, or names none there is, the main site counts; without sites the tenant's own area code. */
function areaCodes(sites: readonly StoredSite[], { areaCode }: Tenant): (site: string | undefined) => string | null {
  const main = sites.find(({ isMain }) => isMain)
  const byName = new Map(sites.map((site) => [site.name.toLowerCase(), site.areaCode]))
  return (site) => byName.get(site?.toLowerCase() ?? '') ?? main?.areaCode ?? areaCode
}

async function tenantOf(tx: Tx, tenantId: string): Promise<Tenant> {
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) throw new NoSuchTenant(tenantId)
  return tenant
}
