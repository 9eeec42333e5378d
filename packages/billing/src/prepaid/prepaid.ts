import type { Room } from '../room.ts'
import { addAccountRoutes } from './account-routes.ts'
import { creditRounds } from './credit-rounds.ts'
import { prepaidProblems } from './problems.ts'
import { simulatedGateway } from './top-up.ts'
import { addTopUpRoutes } from './top-up-routes.ts'
import { addWarningRoutes } from './warning-routes.ts'

/** Customers who pay before they call. */
export const prepaid: Room = {
  area: 'billing',
  problems: prepaidProblems,
  open: (ground) => {
    // A simulator would credit money that nobody has paid: only demo customers have it, who are never billed.
    const parts = { ...ground, gatewayOf: ({ isDemo }: { readonly isDemo: boolean }) => (isDemo ? simulatedGateway : undefined) }
    return {
      routes: (api) => {
        addAccountRoutes(api, parts)
        addTopUpRoutes(api, parts)
        addWarningRoutes(api, parts)
      },
      begin: () => creditRounds({ ...ground, locks: ground.creditLocks }),
    }
  },
}
