import {
  agreementRoutes,
  archiveAgreements,
  consentLedgerRoutes,
  privacyMails,
  privacyRequestRoutes,
  ReportJobs,
  subprocessorRoutes,
} from '@klinke/accounts'
import { operatorName } from '@klinke/billing'
import { deleteExtension } from '@klinke/pbx'
import { type ApiRoutes, type BlobStore, inArea, type MailSender } from '@klinke/platform'
import type { ApiGround } from './api.ts'
import type { Ground } from './klinke.ts'
import { dataKinds, endOfCustomers } from './retention.ts'

/** Makes reports on personal data that are asked for, and sends mails about them, until the server stops. `mail` absent: they wait. */
export function openPrivacy({ database, clock, logger, scope }: Ground, blobs: BlobStore, mail: MailSender | undefined): ReportJobs {
  const archiving = archiveAgreements({ database, blobs, logger }).catch((error: unknown) =>
    logger.warn('processing agreements could not be archived; it is tried again at the next start', { error: String(error) }),
  )
  scope.own({ close: async () => void (await archiving) })
  if (mail !== undefined) scope.own(privacyMails({ database, clock, logger, blobs, mail }))
  return scope.own(new ReportJobs({ database, clock, logger, blobs, kinds: dataKinds({ blobs, clock }), controller: operatorName }))
}

/** What people ask for about their data, consents, and the processing agreement (PRI-02). */
export function privacyRoutes(
  { database, clock }: Pick<ApiGround, 'database' | 'clock'>,
  blobs: BlobStore,
  jobs: ReportJobs | undefined,
): readonly ApiRoutes[] {
  const kinds = dataKinds({ blobs, clock })
  return [
    inArea(
      'settings',
      privacyRequestRoutes({
        database,
        clock,
        blobs,
        kinds,
        jobs,
        end: endOfCustomers({ clock }),
        removeExtension: deleteExtension,
        controller: operatorName,
      }),
    ),
    inArea('settings', consentLedgerRoutes(database, clock)),
    inArea('settings', agreementRoutes({ database, clock, blobs, operator: operatorName })),
    inArea('settings', subprocessorRoutes({ database, clock, operator: operatorName })),
  ]
}
