import type { Database, SignInTables } from '@klinke/platform'
import type { TestClient } from '@klinke/platform/test-support'
import { buildWavHeader } from '@klinke/rtp'
import { Filling, type Known } from './filling.ts'
import type { Access, ApiDocument, Operation } from './operations.ts'
import { operationsOf } from './operations.ts'

/** One of each thing that a tenant can have, by the path of its list. */
export interface Holdings {
  readonly tenantId: string
  readonly ids: ReadonlyMap<string, string>
}

/** A request that should work, were it not for who sends it. */
export interface Filled {
  readonly url: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  /** The ids of somebody's things that it names. */
  readonly names: readonly string[]
}

/** Makes requests of operations. */
export class Requests {
  readonly operations: readonly Operation[]
  readonly #filling: Filling

  constructor(document: ApiDocument) {
    this.operations = operationsOf(document)
    this.#filling = new Filling(document.components.schemas ?? {})
  }

  /** About the things of `holdings`. `withTenant`: says whose they are where it can. */
  filled(operation: Operation, holdings: Holdings, withTenant: boolean): Filled {
    const known = knownOf(holdings, withTenant)
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string, at: number) => {
      const id = holdings.ids.get(operation.path.slice(0, at - 1)) ?? known[name]
      const schema = operation.parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema ?? {}
      return encodeURIComponent(String(name === 'tenantId' ? holdings.tenantId : (id ?? this.#filling.value(schema, name, {}))))
    })
    const query = operation.parameters
      .filter((parameter) => parameter.in === 'query' && (parameter.required === true || (parameter.name === 'tenantId' && withTenant)))
      .map(({ name, schema }) => `${name}=${encodeURIComponent(String(this.#filling.value(schema, name, known)))}`)
    const body = operation.body === undefined ? undefined : this.#filling.value(operation.body, 'body', known)
    const url = query.length === 0 ? path : `${path}?${query.join('&')}`
    return { ...requestOf(operation, body), url, names: namesIn(`${url} ${JSON.stringify(body)}`, holdings) }
  }

  /** Gives the tenant one of each thing that can be made. */
  async furnish(tenantId: string, operator: TestClient): Promise<Holdings> {
    const ids = new Map<string, string>()
    const wrongs: string[] = []
    const made = this.operations
      .filter(
        ({ method, path, statuses, access }) =>
          method === 'POST' && statuses.includes('201') && this.#isListOf(path) && !OF_PERSONS.has(access),
      )
      .toSorted((one, other) => one.path.split('/').length - other.path.split('/').length)
    for (const operation of [...made.filter(({ path }) => NAMED_BY_OTHERS.has(path)), ...made]) {
      if (ids.has(operation.path) || operation.path === '/tenants') continue
      const wrong = await this.#make(operation, { tenantId, ids }, operator, (id) => ids.set(operation.path, id)).catch(String)
      if (wrong !== undefined) wrongs.push(`${operation.name}: ${wrong}`)
    }
    if (wrongs.length > 0) throw new Error(`Give these schemas examples that work:\n${wrongs.join('\n')}`)
    return { tenantId, ids }
  }

  /** What has kept it from being made, if something has. */
  async #make(operation: Operation, holdings: Holdings, operator: TestClient, keep: (id: string) => void): Promise<string | undefined> {
    const { url, body, headers } = this.filled(operation, holdings, true)
    const answer = await operator('POST', url, body, headers)
    if (answer.status !== 201) return `${JSON.stringify(body)} gave ${answer.status}: ${String(answer.body.detail)}`
    keep(idIn(answer.body))
    return undefined
  }

  /** There are single things below that path. */
  #isListOf(path: string): boolean {
    return this.operations.some((other) => other.path.startsWith(`${path}/{`) && !other.path.slice(path.length + 2).includes('/'))
  }
}

function requestOf({ mediaTypes }: Operation, body: unknown): Pick<Filled, 'body' | 'headers'> {
  const [media] = mediaTypes
  if (media === undefined || body !== undefined) return { body, headers: {} }
  return { body: media === 'application/pdf' ? EMPTY_PDF : A_TENTH_OF_SILENCE, headers: { 'content-type': media } }
}

function knownOf({ tenantId, ids }: Holdings, withTenant: boolean): Known {
  const extensionId = ids.get('/extensions')
  const siteId = ids.get('/sites')
  const [number, carrierId] = [ids.get('/numbers'), ids.get('/carriers')]
  return {
    ...(withTenant ? { tenantId } : {}),
    ...(extensionId === undefined ? {} : { extensionId, targetId: extensionId }),
    ...(siteId === undefined ? {} : { siteId }),
    ...(number === undefined ? {} : { calledNumber: number, subscriberNumber: number }),
    ...(carrierId === undefined ? {} : { carrierIds: [carrierId] }),
  }
}

/** Made first: what others name. */
const NAMED_BY_OTHERS: ReadonlySet<string> = new Set(['/extensions', '/sites', '/carriers', '/numbers'])

function namesIn(text: string, { tenantId, ids }: Holdings): readonly string[] {
  return [tenantId, ...ids.values()].filter((id) => text.includes(id) || text.includes(encodeURIComponent(id)))
}

/** The first field of the answer that names it. */
function idIn(body: Readonly<Record<string, unknown>>): string {
  const [first] = [
    body.id,
    body.e164,
    body.extensionId,
    ...[body.items].flat().map((item) => (item as { e164?: unknown } | undefined)?.e164),
  ].filter((id) => typeof id === 'string')
  return first ?? ''
}

const EMPTY_PDF = Buffer.from('%PDF-1.7\n%%EOF\n')

/** What other uploads are made of: WAV, 8 kHz. */
const A_TENTH_OF_SILENCE = Buffer.concat([buildWavHeader({ channels: 1, sampleRateHz: 8_000 }, 1_600), Buffer.alloc(1_600)])

/** What these routes make belongs to who has signed in, not to a tenant. */
const OF_PERSONS = new Set<Access>(['public', 'signed-in'])

interface AnyTables {
  readonly 'information_schema.columns': { readonly table_name: string; readonly column_name: string; readonly table_schema: string }
  readonly [table: string]: Readonly<Record<string, unknown>>
}

/** Everything that the database has of a tenant, as text: for comparing. */
export function everythingOf(database: Database, tenantId: string): Promise<string> {
  return database.withOperator(async (tx) => {
    const tables = tx.tables<AnyTables>()
    const columns = tables.selectFrom('information_schema.columns').select('table_name').where('column_name', '=', 'tenant_id')
    const names = (await columns.where('table_schema', '=', 'klinke').orderBy('table_name').execute()).map(({ table_name: name }) => name)
    const rows: string[] = []
    for (const name of names.filter((each) => each !== 'audit_log')) {
      const all = await tables.selectFrom(name).selectAll().where('tenant_id', '=', tenantId).execute()
      rows.push(name, ...all.map((row) => JSON.stringify(row)).sort())
    }
    return rows.join('\n')
  })
}

/** Every session there is ends now. */
export async function expireSessions(database: Database): Promise<void> {
  await database.withOperator((tx) => tx.tables<SignInTables>().updateTable('login_session').set({ expires_at: new Date() }).execute())
}
