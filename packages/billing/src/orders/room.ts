import { Catalogue } from '../catalogue/catalogue.ts'
import type { Room } from '../room.ts'
import type { OrderParts } from './order-parts.ts'
import { orderRounds } from './order-rounds.ts'
import { orderProblems } from './problems.ts'
import { orderRoutes } from './routes.ts'

/** Orders, from their form to what is set up for them. */
export const orderRoom: Room = {
  area: 'billing',
  problems: orderProblems,
  open: (ground) => {
    const parts: OrderParts = { ...ground, catalogue: new Catalogue(ground.database), tell: () => undefined }
    return { routes: orderRoutes(parts), begin: () => orderRounds(parts) }
  },
}
