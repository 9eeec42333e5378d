import type { Room } from '../room.ts'
import { Catalogue } from './catalogue.ts'
import { PriceTeller } from './price-changes/price-teller.ts'
import { priceChangeProblems } from './price-changes/rules.ts'
import { catalogueRoutes } from './routes.ts'

/** Product profiles and their versions; changes of prices. */
export const catalogueRoom: Room = {
  area: 'billing',
  problems: priceChangeProblems,
  open: (ground) => {
    const catalogue = new Catalogue(ground.database)
    const { mail } = ground
    let teller: PriceTeller | undefined
    const routes = catalogueRoutes({ ...ground, catalogue, tell: () => teller?.wake() })
    if (mail === undefined) return { routes }
    return {
      routes,
      begin: () => {
        teller = new PriceTeller({ ...ground, catalogue, mail })
        return teller
      },
    }
  },
}
