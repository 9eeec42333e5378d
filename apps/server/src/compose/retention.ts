import { type DataKind, retentionNights } from '@klinke/accounts'
import { dispatchedInvoices, disputedDays, ratedCallKind } from '@klinke/billing'
import { callRecordKind } from '@klinke/pbx'
import type { Ground } from './klinke.ts'

/** Every kind of personal data that goes by itself each night. */
export const DATA_KINDS: readonly DataKind[] = [callRecordKind, ratedCallKind]

/** Deletes what is due each night, until the server stops. */
export function openRetention({ database, clock, logger, scope }: Ground): void {
  scope.own(retentionNights({ database, clock, logger, kinds: DATA_KINDS, invoices: dispatchedInvoices, disputes: disputedDays }))
}
