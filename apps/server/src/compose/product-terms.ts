import { DEFAULT_TIME_ZONE, DIRECTORY_WITHOUT_CONTRACT, type DirectoryTerms, type PortingTerms } from '@klinke/accounts'
import { customerFile } from '@klinke/billing'
import type { Clock } from '@klinke/foundation'
import type { Database, Tx } from '@klinke/platform'

/** Day on which a profile is looked up: the operator's. */
export function operatorsDay(epochMs: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(DEFAULT_TIME_ZONE).toPlainDate()
}

/** What the product of a customer says about directory entries (ORD-04). */
export function directoryTermsOf(
  database: Pick<Database, 'withOperator'>,
  clock: Pick<Clock, 'epochMs'>,
): (tenantId: string) => Promise<DirectoryTerms> {
  return async (tenantId) => {
    const file = await database.withOperator((tx) => customerFile(tx, tenantId, operatorsDay(clock.epochMs())))
    if (file === undefined) return DIRECTORY_WITHOUT_CONTRACT
    return file.directoryEntry ?? { offered: false, standard: 'none' }
  }
}

/** What the product of a customer says about portings (ORD-03); without a contract, or the key in its profile, nothing. */
export async function portingTermsOf(tx: Tx, tenantId: string, day: Temporal.PlainDate): Promise<PortingTerms | undefined> {
  return (await customerFile(tx, tenantId, day))?.porting
}
