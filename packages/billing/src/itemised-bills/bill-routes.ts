import {
  type Api,
  type ApiRoutes,
  decodeCursor,
  type FastifyRequest,
  inScope,
  noteDeed,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { shownAmount } from '@klinke/rating'
import { z } from 'zod'
import { amountOf } from '../amounts.ts'
import { invoiceFor } from '../invoices/invoice-routes.ts'
import { invoiceOf, selectInvoices } from '../invoices/invoice-store.ts'
import { siteNames } from '../invoices/settings-store.ts'
import { viewOfNumber } from '../rated-calls/cut-number.ts'
import { keyOfLine } from '../rated-calls/line-reference.ts'
import { assertAvailable, type BillGround, billOf, type ItemisedBill, scopeOf } from './bill.ts'
import { listedCalls } from './bill-calls.ts'
import { type BillSums, billSums, callLinesOf } from './bill-sums.ts'
import { type CallPlace, type FoundCall, STATEMENTS } from './call-scope.ts'
import { CounsellingLines } from './counselling-lines.ts'
import { counsellingList } from './counselling-store.ts'
import { billView, listedCallView, ofTenant, tags, wholeBillView } from './views.ts'
import { ZoneNames } from './zone-names.ts'

/** Names of a customer's extensions by their ids, as documents show them. */
export type ExtensionNames = (tenantId: string) => Promise<ReadonlyMap<string, string>>

export interface BillRouteParts extends BillGround {
  readonly extensionNames: ExtensionNames
}

const params = z.object({ invoiceId: z.uuid() })
const NO_ID = ''

/** Itemised bills of invoices: which there are, their sums, their calls. */
export function itemisedBillRoutes(parts: BillRouteParts): ApiRoutes {
  return (api) => {
    addList(api, parts)
    addBill(api, parts)
    addCalls(api, parts)
  }
}

/** Throws `NotFound` for what is not there for whoever asks. */
export async function billFor(parts: BillGround, request: FastifyRequest, invoiceId: string): Promise<ItemisedBill> {
  return billOf(parts, await invoiceFor(parts.database, principalOf(request), invoiceId))
}

/** Who has looked at whole numbers, and from where (BIL-06). */
export async function noteWholeNumbers({ database }: BillGround, request: FastifyRequest, { invoice, rule }: ItemisedBill): Promise<void> {
  const { holder, ip: address, id: requestId, routeOptions } = request
  if (holder === undefined || rule.shown !== 'full') return
  const actor = { kind: holder.principal.kind, id: holder.id, name: holder.name, address }
  const deed = { tenantId: invoice.tenantId, actor, requestId, route: `GET ${routeOptions.url ?? ''}` }
  const after = { number: invoice.number }
  await database.withOperator((tx) => noteDeed(tx, { ...deed, action: 'read', subject: 'itemised_bill', subjectId: invoice.id, after }))
}

/** The lines that hold now. */
export async function linesNow({ database }: BillGround): Promise<CounsellingLines> {
  return new CounsellingLines((await database.withOperator(counsellingList)).entries)
}

function addList(api: Api, parts: BillRouteParts): void {
  const querystring = z.strictObject({ ...pageQuery, ...ofTenant })
  const schema = {
    tags,
    summary: 'List itemised bills by their invoices, the newest first',
    querystring,
    response: { 200: pageOf(billView) },
  }
  api.get('/itemised-bills', { schema }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const before = decodeCursor(cursor, 1)?.[0]
    const invoices = await inScope(parts.database, principalOf(request), tenantId, async (tx) => {
      let query = selectInvoices(tx).where('number', 'is not', null).where('corrects_id', 'is', null).orderBy('id', 'desc')
      if (before !== undefined) query = query.where('id', '<', before)
      return (await query.limit(limit + 1).execute()).map(invoiceOf)
    })
    const bills = []
    for (const invoice of invoices) bills.push(await billOf(parts, invoice))
    return page(bills, limit, viewOfBill, ({ invoice }) => [invoice.id])
  })
}

function addBill(api: Api, parts: BillRouteParts): void {
  const schema = {
    tags,
    summary: 'Get the itemised bill of an invoice: its sums, and how they come to the invoice',
    params,
    response: { 200: wholeBillView },
  }
  api.get('/itemised-bills/:invoiceId', { schema }, async (request) => {
    const bill = await billFor(parts, request, request.params.invoiceId)
    const { tenantId } = bill.invoice
    const lines = await linesNow(parts)
    const extensions = await parts.extensionNames(tenantId)
    return parts.database.withTenant(tenantId, async (tx) => {
      const scope = await scopeOf(tx, bill, 'own')
      const isThere = bill.state === 'available'
      const sums = await billSums(tx, scope, lines)
      const separate = await billSums(tx, { ...scope, statement: 'separate' }, lines)
      const names = { sites: await siteNames(tx, tenantId), extensions }
      return {
        ...viewOfBill(bill),
        groups: isThere ? sums.groups.map((group) => viewOfGroup(group, names)) : [],
        ...viewOfSums(bill, sums),
        separate: isThere ? separate.groups.reduce((count, { calls }) => count + calls, 0) : 0,
      }
    })
  })
}

function addCalls(api: Api, parts: BillRouteParts): void {
  const querystring = z.strictObject({
    ...pageQuery,
    statement: z.enum(STATEMENTS).default('own').describe('"separate": calls that somebody else bills (BIL-10)'),
    siteId: z.string().max(100).optional().describe('Empty: calls of no site'),
    line: z.coerce.number().int().min(1).max(10_000).optional().describe('Number of a line of the invoice: its calls'),
    extensionId: z.string().max(100).optional().describe('Empty: calls of no extension'),
    called: z
      .string()
      .regex(/^\+?\d+$/)
      .max(20)
      .optional()
      .describe('Digits within the called number without its last three')
      .meta({ examples: ['+49'] }),
  })
  const schema = {
    tags,
    summary: 'List the calls of an itemised bill, by site, extension and time',
    params,
    querystring,
    response: { 200: pageOf(listedCallView) },
  }
  api.get('/itemised-bills/:invoiceId/calls', { schema }, async (request) => {
    const { limit, cursor, statement, line, ...narrowed } = request.query
    const bill = await billFor(parts, request, request.params.invoiceId)
    assertAvailable(bill)
    const wish = { ...narrowed, ...(line !== undefined && { line: keyOfLine(bill.invoice.content.lines, line) }) }
    const from = placeOf(cursor)
    if (from === undefined) await noteWholeNumbers(parts, request, bill)
    const { tenantId, content } = bill.invoice
    const read = <T>(work: Parameters<typeof parts.database.withTenant<T>>[1]) => parts.database.withTenant(tenantId, work)
    const scope = await read((tx) => scopeOf(tx, bill, statement))
    const found: FoundCall[] = []
    for await (const some of listedCalls({ scope, wish, lines: await linesNow(parts), read }, from, limit + 1)) {
      found.push(...some)
      if (found.length > limit) break
    }
    const zones = new ZoneNames(parts.database, parts.books)
    await zones.learn(found)
    const extensions = await parts.extensionNames(tenantId)
    const shown = { isWhole: bill.rule.shown === 'full', isPriced: statement === 'own', currency: content.currency, zones, extensions }
    return page(
      found.slice(0, limit + 1),
      limit,
      (call) => viewOfCall(call, shown),
      ({ siteId, extensionId, at, usageId }) => [siteId, extensionId, at, usageId],
    )
  })
}

function placeOf(cursor: string | undefined): CallPlace | undefined {
  const [siteId, extensionId, at, usageId] = decodeCursor(cursor, 4) ?? []
  if (siteId === undefined || extensionId === undefined || at === undefined || usageId === undefined) return undefined
  return { siteId, extensionId, at, usageId }
}

function viewOfBill({ invoice, month, state, rule, goneFrom }: ItemisedBill): z.infer<typeof billView> {
  return {
    ...{ invoiceId: invoice.id, tenantId: invoice.tenantId, number: invoice.number ?? '', month, site: invoice.content.site?.name ?? null },
    ...{ state, shown: rule.shown, because: rule.because, withFlat: rule.withFlat, goneFrom },
  }
}

interface Names {
  readonly sites: ReadonlyMap<string, string>
  readonly extensions: ReadonlyMap<string, string>
}

function viewOfGroup({ siteId, extensionId, calls, seconds, amount }: BillSums['groups'][number], { sites, extensions }: Names) {
  return {
    ...{ siteId: siteId === NO_ID ? null : siteId, site: sites.get(siteId) ?? null },
    ...{ extensionId: extensionId === NO_ID ? null : extensionId, extension: extensions.get(extensionId) ?? null },
    ...{ calls, seconds, amount: shownAmount(amount) },
  }
}

/** What stands on the invoice itself is told whatever was chosen. */
function viewOfSums({ invoice, terms, state }: ItemisedBill, { groups, hidden }: BillSums) {
  const { lines, total } = callLinesOf(invoice)
  const exact = groups.reduce((sum, { amount }) => sum + amount, hidden.amount) / 60n
  const isTold = terms.counsellingLines === 'summed'
  const unlisted = hidden.amount > 0n || (isTold && hidden.calls > 0)
  return {
    currency: invoice.content.currency,
    unlisted:
      unlisted && state === 'available'
        ? { calls: isTold ? hidden.calls : null, seconds: isTold ? hidden.seconds : null, amount: shownAmount(hidden.amount) }
        : null,
    lines: lines.map(({ text, amount }) => ({ text, amount: amountOf(amount) })),
    rounding: state === 'available' ? amountOf(total - exact) : amountOf(0n),
    total: amountOf(total),
    isWhole: isNear(total - exact, lines.length),
  }
}

/** Each line is rounded by less than a cent: what differs by more has lost calls. */
function isNear(difference: bigint, lines: number): boolean {
  const most = BigInt(lines) * 10_000n
  return difference <= most && -difference <= most
}

export interface ShownCalls {
  readonly isWhole: boolean
  readonly isPriced: boolean
  readonly currency: string
  readonly zones: ZoneNames
  readonly extensions: ReadonlyMap<string, string>
}

export function viewOfCall(
  call: FoundCall,
  { isWhole, isPriced, currency, zones, extensions }: ShownCalls,
): z.infer<typeof listedCallView> {
  const { siteId, extensionId, answeredAt, called, billedNumber, origin, medium, way, seconds, billedSeconds, amount } = call
  return {
    ...{ id: call.usageId, siteId: siteId === NO_ID ? null : siteId, extensionId: extensionId === NO_ID ? null : extensionId },
    ...{ extension: extensions.get(extensionId) ?? null, answeredAt: answeredAt.toISOString(), called: viewOfNumber(called, isWhole) },
    ...{ billedNumber, origin, medium, way, seconds, billedSeconds, zone: zones.of(call) ?? null },
    price: isPriced ? { amount: shownAmount(amount), currency } : null,
  }
}
