import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { versionsIn } from '../contracts/route-parts.ts'
import { listHistories } from '../contracts/store.ts'
import type { RunProblem } from '../invoices/runs/run.ts'

/**
 * Answered calls of a month (its first day) that were put aside because the customer had no tariff then: billed without them it would have had them for nothing.
 * A customer whose contracts have no tariff pays its calls to somebody else.
 */
export async function unpricedCalls(tx: Tx, catalogue: Catalogue, tenantId: string, month: string): Promise<RunProblem | undefined> {
  const { rows } = await sql<{ calls: number; has_tariff: boolean }>`
    SELECT count(*) AS calls, EXISTS (SELECT FROM customer_tariff WHERE tenant_id = ${tenantId}) AS has_tariff FROM rated_call
    WHERE tenant_id = ${tenantId} AND month = ${month}::date AND outcome = 'put-aside' AND reason = 'no-tariff' AND answered_at IS NOT NULL`.execute(
    tx.tables(),
  )
  const [found] = rows
  if (found === undefined || Number(found.calls) === 0) return undefined
  if (!found.has_tariff && (await paysCallsElsewhere(tx, catalogue, tenantId))) return undefined
  return noTariff(Number(found.calls))
}

async function paysCallsElsewhere(tx: Tx, catalogue: Catalogue, tenantId: string): Promise<boolean> {
  const versions = (await listHistories(tx, { tenantId })).flatMap(versionsIn)
  const fileOf = await catalogue.versions(versions)
  return versions.length > 0 && versions.every((id) => fileOf(id).tariff === undefined)
}

function noTariff(calls: number): RunProblem {
  const [de, en] =
    calls === 1
      ? [
          '1 Gespräch des Monats hat keinen Preis, weil der Kunde keinen Tarif hatte.',
          '1 call of the month has no price, because the customer had no tariff.',
        ]
      : [
          `${calls} Gespräche des Monats haben keinen Preis, weil der Kunde keinen Tarif hatte.`,
          `${calls} calls of the month have no price, because the customer had no tariff.`,
        ]
  return {
    code: 'no-tariff',
    de: `${de} Geben Sie ihm einen für diese Zeit, bewerten Sie den Monat neu, und machen Sie die Vorschau neu.`,
    en: `${en} Give it one for that time, rate the month anew, and make the preview anew.`,
  }
}
