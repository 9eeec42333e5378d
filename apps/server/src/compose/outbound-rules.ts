import { callSettingsOf, isScheduleOpen, type PbxDirectory } from '@klinke/pbx'
import {
  Barring,
  type CheckParts,
  ConnectedNumbers,
  Identities,
  type MaliciousCalls,
  type PhoneLock,
  StoredIdentities,
  StoredRules,
} from '@klinke/trunks'
import type { Ground } from './klinke.ts'
import { openMaliciousCalls } from './malicious-calls.ts'

/** What may be dialled outside and who is shown there, with what it knows of the PBX: schedules and internal numbers. */
export interface OutboundRules {
  readonly barring: Barring
  readonly identity: Identities
  readonly connected: ConnectedNumbers
  readonly malicious: MaliciousCalls
  readonly phoneLock: PhoneLock
  readonly check: CheckParts
}

/** Opens the rules of all tenants. */
export async function openOutboundRules(
  { database, clock, logger, scope }: Pick<Ground, 'database' | 'clock' | 'logger' | 'scope'>,
  directory: PbxDirectory,
): Promise<OutboundRules> {
  const rules = await StoredRules.open({ database, clock, logger })
  scope.own({ close: () => rules[Symbol.asyncDispose]() })
  const identities = await StoredIdentities.open({ database, clock, logger })
  scope.own({ close: () => identities[Symbol.asyncDispose]() })
  const identity = new Identities({ identityOf: (tenantId) => identities.identityOf(tenantId), clock })
  const connected = new ConnectedNumbers({
    ...{ directory, identity, identityOf: (tenantId) => identities.identityOf(tenantId) },
    hidesAlways: (tenantId, extensionId) => {
      const tenant = directory.tenant(tenantId)
      return tenant !== undefined && callSettingsOf(tenant, extensionId).hideNumber
    },
  })
  const barring = new Barring({
    rulesOf: (tenantId) => rules.rulesOf(tenantId),
    isOpen: (tenantId, scheduleId, atMs) => {
      const schedule = directory.tenant(tenantId)?.schedules.get(scheduleId)
      return schedule && isScheduleOpen(schedule, atMs)
    },
    clock,
  })
  return {
    ...{ barring, identity, connected, malicious: await openMaliciousCalls({ database, clock, logger, scope }) },
    phoneLock: {
      isLocked: (tenantId, extensionId) => barring.isLocked(tenantId, extensionId),
      set: (tenantId, extensionId, locked) => rules.lock(tenantId, extensionId, locked),
    },
    check: { barring, directory, isInternal: (tenantId, digits) => isInternal(tenantId, digits, directory) },
  }
}

function isInternal(tenantId: string, digits: string, directory: PbxDirectory): boolean {
  const tenant = directory.tenant(tenantId)
  return tenant !== undefined && (tenant.internalNumbers.byNumber.has(digits) || digits === tenant.profile.echoNumber)
}
