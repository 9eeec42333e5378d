import type { Room } from '../room.ts'
import { addBankFileRoutes } from './bank-files/routes.ts'
import { addCollectionRoutes } from './collections/routes.ts'
import { keepPayments } from './keep-payments.ts'
import { addMandateDocuments } from './mandates/document-routes.ts'
import { addMandateRoutes } from './mandates/routes.ts'
import { addOpenItemRoutes } from './open-items/routes.ts'
import { paymentProblems } from './problems.ts'

/** What is owed, mandates, direct debits, and what the bank says of them. */
export const payments: Room = {
  area: 'billing',
  problems: paymentProblems,
  open: (ground) => ({
    routes: (api) => {
      addOpenItemRoutes(api, ground)
      addMandateRoutes(api, ground)
      addMandateDocuments(api, ground)
      addCollectionRoutes(api, ground)
      addBankFileRoutes(api, ground)
    },
    begin: () => keepPayments(ground),
  }),
}
