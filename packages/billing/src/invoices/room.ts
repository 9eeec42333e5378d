import type { BillingGround, OpenRoom, Room } from '../room.ts'
import { MailDeliverer } from './delivery/mail-deliverer.ts'
import { DocumentMaker } from './documents/document-maker.ts'
import { ThreadedPress } from './documents/press.ts'
import { dunByItself } from './dunning/dun.ts'
import { followUpRoutes } from './follow-up-routes.ts'
import { invoiceRoutes } from './invoice-routes.ts'
import { objectionListRoute } from './objections/objection-list-route.ts'
import { invoiceProblems } from './problems.ts'
import { invoiceRunRoutes } from './runs/run-routes.ts'
import { RunWorker } from './runs/run-worker.ts'
import { invoiceSettingsRoutes } from './settings-routes.ts'
import type { InvoiceSources } from './sources.ts'

/** Invoices of what the sources charge. */
export function invoiceRoom(sourcesOf: (ground: BillingGround) => InvoiceSources): Room {
  return { area: 'billing', problems: invoiceProblems, open: (ground) => openInvoices(ground, sourcesOf(ground)) }
}

function openInvoices(ground: BillingGround, sources: InvoiceSources): OpenRoom {
  const { database, blobs, clock, logger } = ground
  let runs: RunWorker | undefined
  let documents: DocumentMaker | undefined
  return {
    routes: (api) => {
      invoiceSettingsRoutes(database)(api)
      invoiceRunRoutes({ database, clock, wake: () => runs?.wake() })(api)
      invoiceRoutes({ database, blobs })(api)
      objectionListRoute(database)(api)
      followUpRoutes({ database, clock, issued: () => documents?.wake(), charges: sources.charges })(api)
    },
    begin: () => {
      const press = new ThreadedPress()
      const maker = new DocumentMaker({ database, blobs, clock, logger, press })
      const worker = new RunWorker({ database, clock, logger, sources, issued: () => maker.wake() })
      runs = worker
      documents = maker
      const others = [
        new MailDeliverer({ ...ground, debits: sources.debits }),
        dunByItself({ database, clock, logger, terms: sources.terms }),
      ]
      return {
        close: async (reason) => {
          await worker.close()
          await maker.close()
          await press.close()
          for (const other of others) await other.close(reason)
        },
      }
    },
  }
}
