import { Catalogue } from '../catalogue/catalogue.ts'
import type { Room } from '../room.ts'
import { CONTRACT_RULES } from './changes/refusals.ts'
import { contractRoutes } from './routes.ts'
import { settingsAtBegin } from './settings-at-begin.ts'

/** Contracts, their terms, and what they cost. */
export const contractRoom: Room = {
  area: 'billing',
  problems: CONTRACT_RULES,
  open: (ground) => {
    const parts = { ...ground, catalogue: new Catalogue(ground.database) }
    return { routes: contractRoutes(parts), begin: () => settingsAtBegin(parts) }
  },
}
