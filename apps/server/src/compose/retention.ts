import {
  accountKinds,
  archiveAgreements,
  type CustomerEnd,
  type DataKind,
  deskKinds,
  masterDataKind,
  privacyKinds,
  retentionNights,
} from '@klinke/accounts'
import { billingKinds, customerEnd, dispatchedInvoices, disputedDays } from '@klinke/billing'
import type { Clock } from '@klinke/foundation'
import { pbxKinds } from '@klinke/pbx'
import type { BlobStore, MailSender } from '@klinke/platform'
import { trunkKinds } from '@klinke/trunks'
import type { Ground } from './klinke.ts'

/** What the rules of personal data stand on. */
export interface PersonalDataGround {
  readonly blobs: Pick<BlobStore, 'remove'>
  readonly clock: Pick<Clock, 'epochMs'>
}

export function endOfCustomers({ clock }: Pick<PersonalDataGround, 'clock'>): CustomerEnd {
  return customerEnd(() => clock.epochMs())
}

/** Every kind of personal data, in the order in which it goes each night: what is of a customer before the customer. */
export function dataKinds(ground: PersonalDataGround): readonly DataKind[] {
  const { blobs } = ground
  const ofCustomers = [...pbxKinds, ...trunkKinds, ...billingKinds(blobs), ...deskKinds(blobs), ...privacyKinds(blobs), ...accountKinds]
  return [...ofCustomers, masterDataKind(endOfCustomers(ground))]
}

/** Deletes what is due each night, until the server stops. */
export function openRetention(
  { database, clock, logger, scope }: Ground,
  { blobs, mail }: { readonly blobs: BlobStore; readonly mail: MailSender | undefined },
): void {
  const kinds = dataKinds({ blobs, clock })
  const parts = { database, clock, logger, kinds, invoices: dispatchedInvoices, disputes: disputedDays }
  // What a server of before there was an archive has accepted since the start, while servers are changed one by one.
  const archive = () => archiveAgreements({ database, blobs, logger })
  scope.own(retentionNights({ ...parts, archive, end: endOfCustomers({ clock }), mail }))
}
