import type { Api } from '@klinke/platform'
import type { Room } from '../room.ts'
import { TariffTeller } from '../tariff-drafts/notices/tariff-teller.ts'
import { tariffDraftProblems } from '../tariff-drafts/problems.ts'
import { tariffDraftRoutes } from '../tariff-drafts/routes.ts'
import { Catalogue } from './catalogue.ts'
import { PriceTeller } from './price-changes/price-teller.ts'
import { priceChangeProblems } from './price-changes/rules.ts'
import { catalogueRoutes } from './routes.ts'

/** Product profiles and their versions; changes of prices; drafts of tariffs. */
export const catalogueRoom: Room = {
  area: 'billing',
  problems: { ...priceChangeProblems, ...tariffDraftProblems },
  open: (ground) => {
    const catalogue = new Catalogue(ground.database)
    const { mail } = ground
    let tellers: readonly (PriceTeller | TariffTeller)[] = []
    const parts = { ...ground, catalogue, tell: () => wake(tellers) }
    const [addCatalogue, addDrafts] = [catalogueRoutes(parts), tariffDraftRoutes(parts)]
    const routes = (api: Api): void => {
      addCatalogue(api)
      addDrafts(api)
    }
    if (mail === undefined) return { routes }
    return {
      routes,
      begin: () => {
        const [prices, tariffs] = [new PriceTeller({ ...ground, catalogue, mail }), new TariffTeller({ ...ground, mail })]
        tellers = [prices, tariffs]
        return {
          close: async () => {
            await tariffs.close()
            await prices.close()
          },
        }
      },
    }
  },
}

function wake(tellers: readonly (PriceTeller | TariffTeller)[]): void {
  for (const teller of tellers) teller.wake()
}
