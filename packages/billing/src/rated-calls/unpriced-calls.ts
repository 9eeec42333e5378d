import type { Tx } from '@klinke/platform'
import { type RatingFault, ratingWords } from '@klinke/rating'
import { sql } from 'kysely'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { versionsIn } from '../contracts/route-parts.ts'
import { listHistories } from '../contracts/store.ts'
import type { RunProblem } from '../invoices/runs/run.ts'
import { type Unpriced, unpricedIn } from './waivers.ts'

/**
 * Answered calls of a month (its first day) and of those before that were put aside, for whatever reason, and not waived: billed without them the customer would have
 * had them for nothing. A customer whose contracts have no tariff pays its calls to somebody else.
 */
export async function unpricedCalls(tx: Tx, catalogue: Catalogue, tenantId: string, month: string): Promise<RunProblem | undefined> {
  const found = await unpricedIn(tx, { tenantId, month })
  if (found.length === 0) return undefined
  if (!(await hasTariff(tx, tenantId)) && (await paysCallsElsewhere(tx, catalogue, tenantId))) return undefined
  return found.every(({ fault }) => fault === 'no-tariff') ? noTariff(countOf(found)) : noPrice(found)
}

async function hasTariff(tx: Tx, tenantId: string): Promise<boolean> {
  const { rows } = await sql`SELECT FROM customer_tariff WHERE tenant_id = ${tenantId} LIMIT 1`.execute(tx.tables())
  return rows.length > 0
}

async function paysCallsElsewhere(tx: Tx, catalogue: Catalogue, tenantId: string): Promise<boolean> {
  const versions = (await listHistories(tx, { tenantId })).flatMap(versionsIn)
  const fileOf = await catalogue.versions(versions)
  return versions.length > 0 && versions.every((id) => fileOf(id).tariff === undefined)
}

function countOf(found: readonly Unpriced[]): number {
  return found.reduce((sum, { calls }) => sum + calls, 0)
}

const WAIVE = {
  de: 'Oder lassen Sie den Monat mit einem Grund ohne sie abrechnen.',
  en: 'Or have the month billed without them, with a reason.',
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
    de: `${de} Geben Sie ihm einen für diese Zeit, bewerten Sie den Monat neu, und machen Sie die Vorschau neu. ${WAIVE.de}`,
    en: `${en} Give it one for that time, rate the month anew, and make the preview anew. ${WAIVE.en}`,
  }
}

function noPrice(found: readonly Unpriced[]): RunProblem {
  const calls = countOf(found)
  const why = (language: 'de' | 'en') => found.map(({ fault, calls: some }) => `${some} × ${wordsOf(fault)[language]}`).join(' ')
  return {
    code: 'calls-without-price',
    de: `${calls === 1 ? '1 Gespräch hat' : `${calls} Gespräche haben`} keinen Preis: ${why('de')} Ergänzen Sie den Tarif, bewerten Sie den Monat neu, und machen Sie die Vorschau neu. ${WAIVE.de}`,
    en: `${calls === 1 ? '1 call has' : `${calls} calls have`} no price: ${why('en')} Complete the tariff, rate the month anew, and make the preview anew. ${WAIVE.en}`,
  }
}

function wordsOf(fault: RatingFault): { readonly de: string; readonly en: string } {
  return ratingWords({ outcome: 'put-aside', fault }, () => undefined)[0] ?? { de: fault, en: fault }
}
