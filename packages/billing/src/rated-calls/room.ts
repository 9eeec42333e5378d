import type { Resource } from '@klinke/foundation'
import { Catalogue } from '../catalogue/catalogue.ts'
import type { BillingGround, Room } from '../room.ts'
import { assignmentRoutes } from './assignment-routes.ts'
import { ratedCallRoutes } from './call-routes.ts'
import { contractFollower } from './follow-contracts.ts'
import { mobilePrefixRoutes } from './mobile-prefix-routes.ts'
import { ratedCallProblems } from './problems.ts'
import { ratingJob } from './rating-job.ts'
import { rerateRoutes } from './rerate-routes.ts'
import { reratingJob } from './reratings.ts'
import { rerunRoutes } from './runs/run-routes.ts'
import { RerunWorker } from './runs/run-worker.ts'
import type { SettleRated } from './settle.ts'
import { TariffBooks } from './tariff-books.ts'
import { tariffRoutes } from './tariff-routes.ts'
import { waiverRoutes } from './waiver-routes.ts'

/** What calls cost: tariffs, who has which, and the price of each call. `settleOf`: who has taken money for them already. */
export function ratedCallsRoom(settleOf: (ground: Pick<BillingGround, 'database' | 'clock'>) => SettleRated): Room {
  return {
    area: 'billing',
    problems: ratedCallProblems,
    open: ({ database, clock, logger, usage }) => {
      const books = new TariffBooks()
      const catalogue = new Catalogue(database)
      const settle = settleOf({ database, clock })
      let worker: RerunWorker | undefined
      const all = [
        tariffRoutes(database, clock),
        assignmentRoutes(database),
        mobilePrefixRoutes(database),
        ratedCallRoutes(database, books),
        waiverRoutes(database, clock),
        rerateRoutes(database, books, clock, settle),
        rerunRoutes({ database, wake: () => worker?.wake() }),
      ]
      return {
        routes: (api) => {
          for (const add of all) add(api)
        },
        begin: () => {
          worker = new RerunWorker({ database, books, clock, logger, settle })
          return together(
            ratingJob({ database, clock, logger, usage, books, settle }),
            contractFollower({ database, catalogue, clock, logger }),
            reratingJob({ database, books, clock, logger, settle }),
            worker,
          )
        },
      }
    },
  }
}

function together(...jobs: readonly Resource[]): Resource {
  return {
    close: async (reason) => {
      for (const job of jobs.toReversed()) await job.close(reason)
    },
  }
}
