import type { PbxSnapshot } from '../snapshot.ts'
import { type CallSettings, DEFAULT_CALL_SETTINGS } from './settings.ts'

/** The settings of an extension as calls read them. */
export function settingsOf(tenant: PbxSnapshot, extensionId: string): CallSettings {
  return tenant.callSettings.extensions.get(extensionId) ?? DEFAULT_CALL_SETTINGS
}
