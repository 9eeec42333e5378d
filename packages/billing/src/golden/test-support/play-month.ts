import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { insertSite, insertTenant, notePackage, profileOf } from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { FolderBlobStore } from '@klinke/platform'
import { type TestAnswer, type TestCluster, testApi, testSecrets } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { openBilling } from '../../billing.ts'
import { Catalogue } from '../../catalogue/catalogue.ts'
import { exampleProfiles } from '../../catalogue/examples.ts'
import { BERLIN, noonMs } from '../../contracts/test-support/written-contract.ts'
import { makeDocuments } from '../../invoices/documents/document-maker.ts'
import { ThreadedPress } from '../../invoices/documents/press.ts'
import { invoiceOf, selectInvoices } from '../../invoices/invoice-store.ts'
import { advanceRun } from '../../invoices/runs/run-worker.ts'
import { ISSUER, RECIPIENT } from '../../invoices/test-support/example.ts'
import { followContractsOf } from '../../rated-calls/follow-contracts.ts'
import { rateNext } from '../../rated-calls/rating-job.ts'
import { TariffBooks } from '../../rated-calls/tariff-books.ts'
import { invoiceSources } from '../../rooms.ts'
import type { Usage, UsageSource } from '../../usage.ts'
import type { GoldenCall, GoldenDeed, GoldenItem, GoldenMonth } from '../golden-month.ts'

const LIMITS = { perKey: { burst: 1e6, perSecond: 1e6 }, wrongKeysPerAddress: { burst: 10, perSecond: 1 } }

interface ShownItem {
  readonly id: string
  readonly item: string
  readonly siteId?: string | null
  readonly subject?: string | null
}

/**
 * Plays a customer's life until the golden month is invoiced: contract and changes over the API on their days, calls through rating, and a run on the second of each
 * month, drafted, issued, with its documents.
 */
export async function played(cluster: TestCluster, golden: GoldenMonth) {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(noonMs(golden.contract.on))
  const folder = mkdtempSync(join(tmpdir(), 'klinke-golden-'))
  const blobs = new FolderBlobStore(folder)
  const told: Usage[] = []
  const usage: UsageSource = {
    after: async (cursor, limit) => {
      const next = told.slice(Number(cursor ?? 0), Number(cursor ?? 0) + limit)
      return { usage: next, cursor: next.length === 0 ? cursor : String(Number(cursor ?? 0) + next.length) }
    },
  }
  const ground = { database, clock, usage, blobs, random: seededRandom(1), logger: silentLogger, secrets: testSecrets(), mail: undefined }
  const billing = openBilling({ ...ground, portalUrl: 'https://portal.example' })
  const api = await testApi(database, billing.routes, billing.problems, LIMITS, { clock })
  const operator = await api.client({ kind: 'operator' })
  const press = new ThreadedPress()
  const sources = invoiceSources(ground)
  const catalogue = new Catalogue(database)
  const books = new TariffBooks()

  const tenantId = await database.withOperator(async (tx) => {
    const { id } = await insertTenant(tx, { name: 'golden', sipDomain: 'golden.example', areaCode: '221', profile: profileOf(undefined) })
    return id
  })
  const siteIds = new Map<string, string>()
  for (const name of golden.sites ?? []) {
    const { id } = await database.withOperator((tx) => insertSite(tx, { tenantId, name, areaCode: '221', addresses: [] }))
    siteIds.set(name, id)
  }
  const siteId = (name: string): string => {
    const id = siteIds.get(name)
    assert.ok(id, name)
    return id
  }
  const wanted = (name: GoldenItem, quantity: number) => {
    const [, item = '', , site, , subject] = /^([^@#]+)(@([^#]+))?(#(.+))?$/.exec(name) ?? []
    return { item, quantity, ...(site && { siteId: siteId(site) }), ...(subject && { subject }) }
  }
  const done = (answer: TestAnswer, status: number): TestAnswer => {
    assert.equal(answer.status, status, JSON.stringify(answer.body))
    return answer
  }

  const source = (await exampleProfiles()).find(({ file }) => file === `${golden.profile}.yaml`)
  done(await operator('POST', '/product-profiles', { yaml: source?.text ?? '', file: `${golden.profile}.yaml` }), 201)
  done(await operator('PATCH', '/invoice-issuer', ISSUER), 200)
  const recipient = { ...RECIPIENT, profile: golden.profile, ...golden.recipient }
  done(await operator('PATCH', `/invoice-recipient?tenantId=${tenantId}`, recipient), 200)
  const { begins, termMonths, items } = golden.contract
  const contract = {
    tenantId,
    profileId: golden.profile,
    begins,
    termMonths: termMonths ?? null,
    items: items.map(([name, count]) => wanted(name, count)),
  }
  const { body } = done(await operator('POST', '/contracts', contract), 201)
  const path = `/contracts/${String(body.id)}`

  const give = (deed: Extract<GoldenDeed, { readonly gives: unknown }>): Promise<void> =>
    database.withOperator(async (tx) => {
      const at = new Date(Temporal.PlainDateTime.from(deed.at).toZonedDateTime(BERLIN).epochMilliseconds)
      for (const [extension, userPackage] of deed.gives)
        await notePackage(tx, { tenantId, extensionId: extensionIdOf(extension), userPackage, at })
    })
  const perform = async (deed: GoldenDeed): Promise<void> => {
    if ('gives' in deed) return give(deed)
    if ('once' in deed) {
      done(await operator('POST', `${path}/one-offs`, { item: deed.once, quantity: deed.quantity }), 201)
      return
    }
    const shown = (await operator('GET', path)).body.items as readonly object[] as readonly ShownItem[]
    const changes = deed.items.map(([name, quantity]) => {
      const { item, siteId: site, subject } = wanted(name, quantity)
      const known = shown.find(
        (each) => each.item === item && (each.siteId ?? undefined) === site && (each.subject ?? undefined) === subject,
      )
      return known === undefined ? wanted(name, quantity) : { itemId: known.id, quantity }
    })
    done(await operator('POST', `${path}/changes`, { from: deed.from, items: changes, reason: deed.reason }), 201)
  }

  const run = async (month: string): Promise<void> => {
    told.push(...golden.calls.flatMap((call, index) => ((call.knownIn ?? call.at.slice(0, 7)) === month ? [legOf(call, index)] : [])))
    await followContractsOf({ database, catalogue }, tenantId)
    while (await rateNext({ database, usage, books, clock }));
    const begun = done(await operator('POST', '/invoice-runs', { month }), 202)
    const work = async (): Promise<void> => {
      while (await advanceRun({ database, clock, logger: silentLogger, sources }));
    }
    await work()
    const runPath = `/invoice-runs/${String(begun.body.id)}`
    const problems = await operator('GET', `${runPath}/customers?state=problem`)
    assert.deepEqual(problems.body.items, [])
    done(await operator('POST', `${runPath}/issue`, {}), 200)
    await work()
    assert.equal((await operator('GET', runPath)).body.state, 'issued')
    while (await makeDocuments({ database, blobs, clock, logger: silentLogger, press }));
  }
  const legOf = (call: GoldenCall, index: number): Usage => {
    const answeredAtMs = Temporal.PlainDateTime.from(call.at).toZonedDateTime(BERLIN).epochMilliseconds
    const { called, origin = 'own', way = 'carrier', medium = 'voice', site, extension } = call
    return {
      ...{ id: callId(index), callId: callId(index), tenantId, billedNumber: '+4922155500', called, origin, way, medium },
      ...{ answeredAtMs, endedAtMs: answeredAtMs + call.seconds * 1_000, ...(site && { siteId: siteId(site) }) },
      ...(extension !== undefined && { extensionId: String(extension) }),
    }
  }

  const months = monthsFrom(golden.contract.on.slice(0, 7), golden.month)
  const days = [
    // On the second of the next month.
    ...months.map((month) => ({ on: `${nextMonth(month)}-02`, act: () => run(month) })),
    ...golden.deeds.map((deed) => ({ on: deed.on, act: () => perform(deed) })),
  ].toSorted((one, other) => one.on.localeCompare(other.on))
  for (const { on, act } of days) {
    await clock.advance(noonMs(on) - clock.epochMs())
    await act()
  }
  return {
    ...{ database, operator, tenantId, contract: path, run },
    /** Those of the golden month, by their numbers. */
    invoices: async () => {
      const all = await database.withOperator(async (tx) => (await selectInvoices(tx).orderBy('number').execute()).map(invoiceOf))
      return all.filter(({ content }) => content.period.from.startsWith(golden.month))
    },
    [Symbol.asyncDispose]: async () => {
      await press.close()
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Of an extension by its number. */
function extensionIdOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** Of the leg of a golden call. */
export function callId(index: number): string {
  return `golden-${String(index).padStart(3, '0')}`
}

function monthsFrom(first: string, last: string): readonly string[] {
  return first > last ? [] : [first, ...monthsFrom(nextMonth(first), last)]
}

function nextMonth(month: string): string {
  return Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString()
}
