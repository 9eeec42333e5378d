import type { Slice } from '../slices/slice.ts'
import { secretariatFeatures } from './codes.ts'
import { FilteredCalls } from './filtered-calls.ts'
import { secretariatRoutes } from './routes.ts'
import { type Secretariats, secretariatProblems } from './rules.ts'
import { secretaryFlow } from './secretary-call.ts'
import { changeSecretariat, loadSecretariats } from './store.ts'

/** Secretaries who take the calls of their bosses (CALL-05). */
export const secretariats: Slice<Secretariats> = {
  area: 'extensions',
  snapshot: { empty: new Map(), tables: ['secretariat', 'secretariat_member'], load: loadSecretariats },
  problems: secretariatProblems,
  open: ({ database }) => {
    const filtered = new FilteredCalls()
    const change = (tenantId: string, bossId: string, active: boolean): Promise<void> =>
      database.withTenant(tenantId, async (tx) => {
        await changeSecretariat(tx, bossId, { active })
      })
    return {
      destinations: { targets: { secretariat: secretaryFlow(filtered) } },
      features: secretariatFeatures(change, filtered),
      routes: secretariatRoutes(database),
    }
  },
}
