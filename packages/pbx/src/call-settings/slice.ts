import type { Slice } from '../slices/slice.ts'
import { settingsFeatures } from './codes.ts'
import { callExtension } from './extension-call.ts'
import { callSettingsRoutes } from './routes.ts'
import { callSettingsProblems } from './rules.ts'
import { NO_CALL_SETTINGS, type TenantCallSettings } from './settings.ts'
import { changeCallSettings, loadCallSettings } from './store.ts'

/** How each extension's calls are treated, and what the tenant allows of it. */
export const callSettings: Slice<TenantCallSettings> = {
  area: 'extensions',
  snapshot: { empty: NO_CALL_SETTINGS, load: loadCallSettings },
  problems: callSettingsProblems,
  open: ({ database }) => ({
    destinations: { targets: { extension: callExtension } },
    features: settingsFeatures((tenantId, extensionId, change) =>
      database.withTenant(tenantId, async (tx) => {
        await changeCallSettings(tx, extensionId, change)
      }),
    ),
    routes: callSettingsRoutes(database),
  }),
}
