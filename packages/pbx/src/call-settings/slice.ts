import type { Slice } from '../slices/slice.ts'
import { addCallPath, type Live } from './call-path/routes.ts'
import { settingsFeatures } from './codes.ts'
import { callExtension } from './extension-call.ts'
import { addNumberShown } from './number-shown.ts'
import { callSettingsRoutes } from './routes.ts'
import { callSettingsProblems } from './rules.ts'
import { NO_CALL_SETTINGS, type TenantCallSettings } from './settings.ts'
import { changeCallSettings, followCallSettings, loadCallSettings } from './store.ts'

/** How each extension's calls are treated, and what the tenant allows of it. */
export const callSettings: Slice<TenantCallSettings> = {
  area: 'extensions',
  snapshot: { empty: NO_CALL_SETTINGS, tables: ['call_policy', 'call_settings'], load: loadCallSettings, follow: followCallSettings },
  problems: callSettingsProblems,
  open: ({ database, directory, clock }) => {
    let live: Live | undefined
    return {
      destinations: { targets: { extension: callExtension } },
      features: settingsFeatures((tenantId, extensionId, change) =>
        database.withTenant(tenantId, async (tx) => {
          await changeCallSettings(tx, extensionId, change)
        }),
      ),
      routes: (api) => {
        callSettingsRoutes(database)(api)
        addNumberShown(api, { database, directory })
        addCallPath(api, { database, directory, clock, live: () => live })
      },
      begin: ({ exchange: { calls }, phones: { lookup } }) => {
        live = { calls, lookup }
        return {
          close: () => {
            live = undefined
          },
        }
      },
    }
  },
}
