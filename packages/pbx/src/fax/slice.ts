import type { Slice } from '../slices/slice.ts'
import { type Fax, NO_FAX } from './fax.ts'
import { callFax } from './fax-call.ts'
import { faxRoutes } from './routes.ts'
import { loadFax } from './store.ts'

/** Fax machines at extensions, and the way there of faxes that call numbers for people. */
export const fax: Slice<Fax> = {
  area: 'numbers',
  snapshot: { empty: NO_FAX, tables: ['fax_line', 'phone_number'], load: loadFax },
  open: ({ database }) => ({ destinations: { targets: { fax: callFax } }, routes: faxRoutes(database) }),
}
