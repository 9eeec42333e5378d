import { Catalogue } from '../catalogue/catalogue.ts'
import type { Room } from '../room.ts'
import { OrderMailer } from './order-mailer.ts'
import type { OrderParts } from './order-parts.ts'
import { orderRounds } from './order-rounds.ts'
import { orderProblems } from './problems.ts'
import { orderRoutes } from './routes.ts'

/** Orders, from their form to what is set up for them. */
export const orderRoom: Room = {
  area: 'billing',
  problems: orderProblems,
  open: (ground) => {
    let mailer: OrderMailer | undefined
    const parts: OrderParts = { ...ground, catalogue: new Catalogue(ground.database), tell: () => mailer?.wake() }
    const { mail } = ground
    return {
      routes: orderRoutes(parts),
      begin: () => {
        const rounds = orderRounds(parts)
        if (mail === undefined) return rounds
        const sending = new OrderMailer(parts, mail)
        mailer = sending
        return {
          close: async () => {
            await rounds.close(undefined)
            await sending.close()
          },
        }
      },
    }
  },
}
