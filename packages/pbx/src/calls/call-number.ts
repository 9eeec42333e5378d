import { type Directory, extensionBehind, type TenantSnapshot } from '@klinke/accounts'
import { type Call, type CallParty, type Exchange, type Outcome, refused } from '@klinke/calls'
import { numberCalled } from './parties.ts'
import { ringExtension } from './ring-extension.ts'

/** A call to a number of ours, from inside or outside: to whatever the tenant has put behind it (NUM-06). */
export function callNumber(call: Call, tenant: TenantSnapshot, e164: string, from: CallParty, exchange: Exchange): Promise<Outcome> {
  const extension = extensionBehind(tenant, e164)
  if (extension === undefined) {
    call.note('number-unassigned', e164)
    return Promise.resolve(refused('not-found', 404))
  }
  call.note('number', `${e164} → ${extension.number}`)
  return ringExtension(call, tenant, extension, from, exchange)
}

/** A call between two tenants stays on this platform: it never sees a carrier, and each tenant has its own record (TRK-14). */
export function callOtherTenant(
  call: Call,
  directory: Pick<Directory, 'tenantByNumber'>,
  e164: string,
  from: CallParty,
  exchange: Exchange,
): Promise<Outcome> {
  const tenant = directory.tenantByNumber(e164)
  if (tenant === undefined) return Promise.resolve(refused('not-found', 404))
  call.note('on-net', e164)
  call.enter({
    tenantId: tenant.id,
    direction: 'inbound',
    caller: from,
    called: numberCalled(tenant, e164),
    emergency: false,
  })
  return callNumber(call, tenant, e164, from, exchange)
}
