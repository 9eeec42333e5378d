import type { CallCharge, CallParty, RoutingStep } from '@klinke/calls'
import { isE164 } from '@klinke/numbering'

/** A call that left, with everything that its price may depend on: what billing asks for as `Usage`. */
export interface UsedCall {
  readonly id: string
  readonly callId: string
  readonly tenantId: string
  readonly siteId?: string
  readonly extensionId?: string
  readonly trunkId?: string
  /** E.164 with plus. */
  readonly billedNumber: string
  /** E.164 with plus; short codes and service numbers with +49 before them. */
  readonly called: string
  readonly origin: 'own' | 'forwarded' | 'call-back'
  readonly way: 'carrier' | 'on-net' | 'enum'
  readonly medium: 'voice' | 'fax' | 'data'
  /** Milliseconds since 1970; absent: no connection came about. */
  readonly answeredAtMs?: number
  /** Milliseconds since 1970. */
  readonly endedAtMs: number
}

/** A record of a call that is over. */
export interface UsedRecord {
  readonly id: string
  readonly tenantId: string
  readonly direction: string
  readonly emergency: boolean
  readonly caller: CallParty
  readonly called: CallParty
  readonly answeredAtMs: number | undefined
  readonly endedAtMs: number
  readonly route: readonly RoutingStep[]
  readonly identity: { readonly billed: string } | null
  /** Null: the record is older than this field. */
  readonly charge: CallCharge | null
}

/** Undefined: nobody pays for it here. It stayed inside, was for help, or went over a provider of the customer's own, who bills it (TRK-12). */
export function usedCall(record: UsedRecord): UsedCall | undefined {
  const { charge, identity, caller } = record
  if (record.emergency || charge?.way === 'own-carrier') return undefined
  const way = charge?.way ?? wayTaken(record)
  if (way === undefined) return undefined
  const answeredAtMs = charge?.connectedAtMs === undefined ? record.answeredAtMs : (charge.connectedAtMs ?? undefined)
  const extensionId = charge === null ? caller.extensionId : charge.extensionId
  const trunkId = charge === null ? caller.trunk?.id : charge.trunkId
  return {
    ...{ id: record.id, callId: record.id, tenantId: record.tenantId, way, origin: charge?.origin ?? 'own' },
    ...{ billedNumber: charge?.billed ?? identity?.billed ?? '', called: calledOutside(record), medium: mediumOf(record) },
    ...{ endedAtMs: record.endedAtMs },
    ...(answeredAtMs !== undefined && { answeredAtMs }),
    ...(extensionId !== undefined && { extensionId }),
    ...(trunkId !== undefined && { trunkId }),
    ...(charge?.siteId !== undefined && { siteId: charge.siteId }),
  }
}

/** Of a record that does not say it: what its decisions tell. The last place that was tried is the one that counts. */
function wayTaken({ route, direction }: UsedRecord): UsedCall['way'] | undefined {
  if (!route.some(({ step }) => step === 'carrier-selected') || direction === 'inbound') return undefined
  const last = route.findLast(({ step }) => step === 'carrier-selected' || step === 'enum')
  return last?.step === 'enum' ? 'enum' : 'carrier'
}

const FAX_STEPS: ReadonlySet<string> = new Set(['ring-fax', 'fax-tone', 'fax-negotiated'])

function mediumOf({ route }: UsedRecord): UsedCall['medium'] {
  return route.some(({ step }) => FAX_STEPS.has(step)) ? 'fax' : 'voice'
}

/** Short codes as numbers of Germany: 115 is +49115. A call that a setting leads outside without a record of its own went where its last decision says. */
function calledOutside({ called, route, direction }: UsedRecord): string {
  const led = direction === 'outbound' ? undefined : route.findLast(({ step }) => step === 'external')
  const number = led?.detail ?? called.number
  return isE164(number) || !/^\d+$/.test(number) ? number : `+49${number}`
}
