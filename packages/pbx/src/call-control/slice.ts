import type { CallWork, Slice } from '../slices/slice.ts'
import { callRoutes } from './call-routes.ts'
import { controlRoutes } from './control-routes.ts'
import { callControlProblems } from './rules.ts'
import type { CallControl } from './settings.ts'
import { callControlSettingsRoutes } from './settings-routes.ts'
import { loadCallControl } from './store.ts'

/** Programs make and control calls at the phones of extensions: click-to-dial, CTI (CALL-08, UC-03). */
export const callControl: Slice<CallControl> = {
  area: 'live',
  snapshot: { empty: new Map(), tables: ['call_control_settings'], load: loadCallControl },
  problems: callControlProblems,
  open: ({ database, directory }) => {
    let work: CallWork | undefined
    const controlling = { directory, work: () => work }
    return {
      routes: (api) => {
        callControlSettingsRoutes(database)(api)
        callRoutes(controlling)(api)
        controlRoutes(controlling)(api)
      },
      begin: (begun) => {
        work = begun
        const close = (): void => {
          work = undefined
        }
        return { close }
      },
    }
  },
}
