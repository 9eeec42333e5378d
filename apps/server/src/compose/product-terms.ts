import {
  DEFAULT_TIME_ZONE,
  DIRECTORY_WITHOUT_CONTRACT,
  type DirectoryTerms,
  directoryTerms,
  type PortingTerms,
  portingTerms,
} from '@klinke/accounts'
import { customerProfile } from '@klinke/billing'
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
    const document = await database.withOperator((tx) => customerProfile(tx, tenantId, operatorsDay(clock.epochMs())))
    if (document === undefined) return DIRECTORY_WITHOUT_CONTRACT
    const { directoryEntry } = document
    return directoryEntry === undefined ? { offered: false, standard: 'none' } : directoryTerms.parse(directoryEntry)
  }
}

/** What the product of a customer says about portings (ORD-03); without a contract, or the key in its profile, nothing. */
export async function portingTermsOf(tx: Tx, tenantId: string, day: Temporal.PlainDate): Promise<PortingTerms | undefined> {
  const porting = (await customerProfile(tx, tenantId, day))?.porting
  return porting === undefined ? undefined : portingTerms.parse(porting)
}
