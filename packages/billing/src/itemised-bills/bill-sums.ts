import { DEFAULT_TIME_ZONE } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { StoredInvoice } from '../invoices/invoice-store.ts'
import type { InvoiceLine } from '../invoices/line.ts'
import { type CallScope, inScope } from './call-scope.ts'
import type { CounsellingLines } from './counselling-lines.ts'

/** Calls of an extension at a site, together. */
export interface GroupSum {
  readonly siteId: string
  readonly extensionId: string
  readonly calls: number
  readonly seconds: number
  /** In sixtieths of a micro-unit, exact. */
  readonly amount: bigint
}

/** What nobody may recognise, in one sum (§ 11 (5) TDDDG). */
export type HiddenSum = Omit<GroupSum, 'siteId' | 'extensionId'>

export interface BillSums {
  readonly groups: readonly GroupSum[]
  readonly hidden: HiddenSum
}

interface GroupRow extends Omit<GroupSum, 'amount'> {
  readonly amount: string
}
interface CounselledRow extends GroupRow {
  readonly called: string
  readonly day: string
}

/** By site and extension, in the order of the list, and what is not listed beside it. */
export async function billSums(tx: Tx, scope: CallScope, lines: CounsellingLines): Promise<BillSums> {
  const { rows } = await sql<GroupRow>`
    SELECT coalesce(site_id, '') AS "siteId", coalesce(extension_id, '') AS "extensionId", count(*)::integer AS calls,
      sum(billed_seconds)::integer AS seconds, sum(amount_sixtieths)::text AS amount
    FROM call_with_invoice WHERE ${inScope(scope)}
    GROUP BY 1, 2 ORDER BY coalesce(site_id, '') COLLATE "C", coalesce(extension_id, '') COLLATE "C"`.execute(tx.tables())
  const counselled = (await candidates(tx, scope, lines)).filter(({ called, day }) => lines.has(called, day))
  const groups = rows.map((row) => {
    const own = counselled.filter(({ siteId, extensionId }) => siteId === row.siteId && extensionId === row.extensionId)
    return { ...row, ...minus(sumOf([row]), sumOf(own)) }
  })
  return { groups: groups.filter(({ calls }) => calls > 0), hidden: sumOf(counselled) }
}

function sumOf(rows: readonly Pick<GroupRow, 'calls' | 'seconds' | 'amount'>[]): HiddenSum {
  return rows.reduce(
    (sum, { calls, seconds, amount }) => ({
      calls: sum.calls + calls,
      seconds: sum.seconds + seconds,
      amount: sum.amount + BigInt(amount),
    }),
    { calls: 0, seconds: 0, amount: 0n },
  )
}

function minus(one: HiddenSum, other: HiddenSum): HiddenSum {
  return { calls: one.calls - other.calls, seconds: one.seconds - other.seconds, amount: one.amount - other.amount }
}

/** Calls to numbers of the list, whatever their days. */
async function candidates(tx: Tx, scope: CallScope, lines: CounsellingLines): Promise<readonly CounselledRow[]> {
  if (lines.lengths.length === 0) return []
  const called = lines.lengths.map((length) => sql`left(called, ${length}) = ANY (${[...lines.ofLength(length)]}::text[])`)
  const { rows } = await sql<CounselledRow>`
    SELECT coalesce(site_id, '') AS "siteId", coalesce(extension_id, '') AS "extensionId", called,
      (answered_at AT TIME ZONE ${DEFAULT_TIME_ZONE})::date::text AS day, count(*)::integer AS calls, sum(billed_seconds)::integer AS seconds,
      sum(amount_sixtieths)::text AS amount
    FROM call_with_invoice WHERE ${inScope(scope)} AND (${sql.join(called, sql` OR `)})
    GROUP BY 1, 2, 3, 4`.execute(tx.tables())
  return rows
}

/** Calls on the invoice: what its lines of them come to, whole cents. Of a credit note over a month below nothing the other way round. */
export function callLinesOf({ content }: Pick<StoredInvoice, 'content'>): {
  readonly lines: readonly InvoiceLine[]
  readonly total: bigint
} {
  const lines = content.lines.filter(({ basis }) => basis.source === 'calls')
  const sum = lines.reduce((total, { amount }) => total + amount, 0n)
  return { lines, total: content.kind === 'credit-note' ? -sum : sum }
}
