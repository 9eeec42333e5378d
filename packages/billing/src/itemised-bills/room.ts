import { Catalogue } from '../catalogue/catalogue.ts'
import { TariffBooks } from '../rated-calls/tariff-books.ts'
import type { Room } from '../room.ts'
import { itemisedBillRoutes } from './bill-routes.ts'
import { listedCallRoute } from './call-route.ts'
import { counsellingRoutes } from './counselling-routes.ts'
import { BillPress } from './file/bill-press.ts'
import { itemisedBillFiles } from './file/file-route.ts'
import { itemisedBillProblems } from './problems.ts'
import { itemisedBillSettings } from './settings-routes.ts'

/** Which calls stand behind an invoice, for who may see them (BIL-06, BIL-10, § 11 TDDDG). */
export const itemisedBillsRoom: Room = {
  area: 'billing',
  problems: itemisedBillProblems,
  open: ({ database, clock, extensionNames = async () => new Map() }) => {
    const press = new BillPress()
    const parts = { database, clock, extensionNames, press, catalogue: new Catalogue(database), books: new TariffBooks() }
    const all = [
      itemisedBillRoutes(parts),
      listedCallRoute(parts),
      itemisedBillFiles(parts),
      itemisedBillSettings(parts),
      counsellingRoutes(database, clock),
    ]
    return {
      routes: (api) => {
        for (const add of all) add(api)
      },
      begin: () => press,
    }
  },
}
