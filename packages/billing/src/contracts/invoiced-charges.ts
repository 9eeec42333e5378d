import { findTenant } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { CONTRACTS, lineOfContract } from '../invoices/sources/contracts.ts'
import type { BilledLine, ChargeSource } from '../invoices/sources.ts'
import type { CountedUse } from './charge-source.ts'
import { chargesOf } from './charges/charges-of.ts'
import type { Month } from './charges/month.ts'
import type { ContractHistory } from './events.ts'
import { versionsIn, zoneOf } from './route-parts.ts'
import { billedThrough, listHistories, markBilled, unmarkBilled } from './store.ts'

/** Months that were never billed are told at most so long after they were. */
const MAX_MONTHS = 120

/**
 * What contracts cost, for invoices: the month's lines, and those of months before that stand on no invoice yet, such as where a run was left out. What is billed is
 * remembered as the last month of each contract, so that nothing is told twice.
 */
export function contractCharges(catalogue: Catalogue, use: CountedUse): ChargeSource {
  return {
    name: CONTRACTS,
    of: async (tx, tenantId, period) => {
      const tenant = await findTenant(tx, tenantId)
      if (tenant === undefined) return []
      const histories = await listHistories(tx, { tenantId })
      const billed = await billedThrough(tx, tenantId)
      const versions = await catalogue.versions(histories.flatMap(versionsIn))
      const last = Temporal.PlainDate.from(period.from).toPlainYearMonth()
      const timeZone = zoneOf(tenant)
      const lines: ReturnType<typeof lineOfContract>[] = []
      for (const history of histories)
        for (const month of monthsToBill(history, billed.get(history.id), last, timeZone)) {
          const counted = await use.of(tx, tenantId, month)
          const charges = chargesOf(history, { period: month, timeZone, versions, counted })
          lines.push(...charges.map((charge) => lineOfContract({ ...charge, id: referenceOf(month, charge.id) })))
        }
      return lines
    },
    billed,
    released,
  }
}

/** From the month after the last that was billed, or that of the first event, to the one that is billed now. */
export function monthsToBill(
  { events }: Pick<ContractHistory, 'events'>,
  billed: Month | undefined,
  last: Month,
  timeZone: string,
): readonly Month[] {
  const { compare } = Temporal.PlainYearMonth
  const recorded = events[0]?.recordedAtMs
  if (recorded === undefined) return []
  const began = Temporal.Instant.fromEpochMilliseconds(recorded).toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth()
  const first = billed === undefined ? began : billed.add({ months: 1 })
  const earliest = last.subtract({ months: MAX_MONTHS - 1 })
  const from = compare(first, earliest) < 0 ? earliest : first
  const months: Month[] = []
  for (let month = from; compare(month, last) <= 0; month = month.add({ months: 1 })) months.push(month)
  return months
}

/** `2026-11/…`, so that an issued line tells which month of the contract it is of. */
function referenceOf(month: Month, id: string): string {
  return `${month.toString()}/${id}`
}

async function billed(tx: Tx, lines: readonly BilledLine[]): Promise<void> {
  const byContract = Map.groupBy(lines, ({ basis }) => basis.reference.split('/')[1] ?? '')
  for (const [contractId, ofContract] of byContract) {
    const months = ofContract.map(({ basis }) => basis.reference.split('/')[0] ?? '').toSorted()
    const last = months.at(-1)
    if (last !== undefined) await markBilled(tx, contractId, Temporal.PlainYearMonth.from(last))
  }
}

/** A contract's months from the first of these on are billed once more. */
async function released(tx: Tx, lines: readonly BilledLine[]): Promise<void> {
  const byContract = Map.groupBy(lines, ({ basis }) => basis.reference.split('/')[1] ?? '')
  for (const [contractId, ofContract] of byContract) {
    const [first] = ofContract.map(({ basis }) => basis.reference.split('/')[0] ?? '').toSorted()
    if (first !== undefined) await unmarkBilled(tx, contractId, Temporal.PlainYearMonth.from(first))
  }
}
