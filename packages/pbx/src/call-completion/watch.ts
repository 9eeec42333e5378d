import { addressOfRecord, type Exchange } from '@klinke/calls'
import { settingsOf } from '../call-settings/settings-of.ts'
import { extensionById } from '../calls/extension-targets.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { IDLE_GUARD_MS, type Phone } from './readiness.ts'

/** How the phones of those stand who wait and are waited for. A look asks each tenant's calls once, however many wait. */
export class PhoneWatch {
  readonly #exchange: Exchange
  /** When an extension was seen in a call last. Only of those that are looked at. */
  #lastBusyMs = new Map<string, number>()
  #looks = new Map<string, TenantLook>()

  constructor(exchange: Exchange) {
    this.#exchange = exchange
  }

  /** A new look begins: what was seen of calls is asked anew, and extensions that were not looked at in the last one are forgotten. */
  begin(looked: ReadonlySet<string>): void {
    this.#looks = new Map()
    this.#lastBusyMs = new Map([...this.#lastBusyMs].filter(([extensionId]) => looked.has(extensionId)))
  }

  /** Whether the extension calls somebody or talks: its user is there. */
  isActive(tenant: PbxSnapshot, extensionId: string): boolean {
    return this.#look(tenant.id).active.has(extensionId)
  }

  /** Undefined for an extension that is gone. */
  phone(tenant: PbxSnapshot, extensionId: string): Phone | undefined {
    const extension = extensionById(tenant, extensionId)
    if (extension === undefined) return undefined
    const nowMs = this.#exchange.clock.nowMs()
    const isBusy = this.#look(tenant.id).engaged.has(extensionId)
    if (isBusy) this.#lastBusyMs.set(extensionId, nowMs)
    const lastBusyMs = this.#lastBusyMs.get(extensionId)
    const record = addressOfRecord({ extensionNumber: extension.number, domain: tenant.sipDomain.toLowerCase() })
    return {
      isReachable: this.#exchange.devicesOf(record).length > 0,
      isFree: !isBusy && (lastBusyMs === undefined || nowMs - lastBusyMs >= IDLE_GUARD_MS),
      isDisturbable: !settingsOf(tenant, extensionId).doNotDisturb,
    }
  }

  #look(tenantId: string): TenantLook {
    const known = this.#looks.get(tenantId)
    if (known !== undefined) return known
    const look = lookAt(this.#exchange, tenantId)
    this.#looks.set(tenantId, look)
    return look
  }
}

interface TenantLook {
  /** Extensions with any leg, ringing ones too. */
  readonly engaged: ReadonlySet<string>
  readonly active: ReadonlySet<string>
}

function lookAt({ calls }: Exchange, tenantId: string): TenantLook {
  const [engaged, active] = [new Set<string>(), new Set<string>()]
  for (const call of calls.ofTenant(tenantId)) {
    for (const { state, role, party } of call.legs) {
      if (state === 'ended' || party.extensionId === undefined) continue
      engaged.add(party.extensionId)
      if (role === 'caller' || state === 'answered') active.add(party.extensionId)
    }
  }
  return { engaged, active }
}
