import type { Principal } from '../database/tx.ts'
import { mayIn } from '../http/rights.ts'
import type { EventScope, Topic } from './event.ts'

/** Who listens. */
export interface Hearer {
  readonly principal: Principal
  /** A reseller's tenants. */
  readonly customers: ReadonlySet<string>
  /** Those tenants whose management has consented to evaluations of calls (PORT-04). */
  readonly consenting: ReadonlySet<string>
}

/** What a client wants to hear of. */
export interface Wanted {
  readonly topics: ReadonlySet<Topic>
  /** Only of this tenant; for who sees several. */
  readonly tenantId?: string | undefined
}

/** True when the listener wants to hear of the event and may. */
export function hears(hearer: Hearer, { topics, tenantId }: Wanted, event: EventScope): boolean {
  return topics.has(event.topic) && (tenantId === undefined || tenantId === event.tenantId) && mayHear(hearer, event)
}

/** What the API would show the listener, and nothing else. */
function mayHear({ principal, customers, consenting }: Hearer, { topic, tenantId, area, users }: EventScope): boolean {
  const evaluates = principal.kind === 'tenant' || principal.kind === 'reseller'
  if (topic === 'call-records' && evaluates && !consenting.has(tenantId)) return false
  switch (principal.kind) {
    case 'operator':
      return mayIn(principal.rights, area, 'read')
    case 'reseller':
      return customers.has(tenantId) && mayIn(principal.rights, area, 'read')
    case 'tenant':
      return principal.tenantId === tenantId && mayIn(principal.rights, area, 'read')
    case 'user':
      return principal.tenantId === tenantId && (users === 'all' || users.includes(principal.extensionId))
  }
}
