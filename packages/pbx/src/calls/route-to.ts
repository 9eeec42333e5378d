import { type Call, type Outcome, refused } from '@klinke/calls'
import type { CallDestination, HangUpAs } from '../destinations/destination.ts'
import type { CallContext } from './context.ts'

/** Leads a call to a thing of the tenant and stays until the call is over. */
export type TargetFlow = (call: Call, targetId: string, context: CallContext) => Promise<Outcome>

/** What a feature contributes: its flows by the kind of target that its migration registered. */
export interface DestinationFlows {
  readonly targets?: Readonly<Record<string, TargetFlow>>
  readonly operator?: (call: Call, context: CallContext) => Promise<Outcome>
}

/** Leads a call to wherever it is to go, and stays until it is over. */
export type RouteTo = (call: Call, destination: CallDestination, context: CallContext) => Promise<Outcome>

/** All ways to destinations, of what the features contribute. */
export interface Routes {
  readonly routeTo: RouteTo
  /** Leads a call to what has an internal number: of any kind, also of those that are only dialled. */
  readonly callTarget: (call: Call, target: { readonly kind: string; readonly id: string }, context: CallContext) => Promise<Outcome>
}

const HANG_UP: Readonly<Record<HangUpAs, Outcome>> = {
  busy: refused('busy', 486),
  declined: refused('declined', 603),
  'not-found': refused('not-found', 404),
}

/** Puts together what the features contribute; each kind of target has one flow. */
export function routesOf(contributed: readonly DestinationFlows[], callExternal: ExternalFlow): Routes {
  const targets: ReadonlyMap<string, TargetFlow> = new Map(contributed.flatMap((flows) => Object.entries(flows.targets ?? {})))
  const operator = contributed.find((flows) => flows.operator)?.operator
  const callTarget: Routes['callTarget'] = (call, { kind, id }, context) =>
    targets.get(kind)?.(call, id, context) ?? nobodyServes(call, kind)
  const routeTo: RouteTo = (call, destination, context) => {
    switch (destination.kind) {
      case 'external':
        return callExternal(call, destination.number, context)
      case 'hang-up':
        call.note('hang-up', destination.as ?? 'declined')
        return Promise.resolve(HANG_UP[destination.as ?? 'declined'])
      case 'operator':
        return operator?.(call, context) ?? nobodyServes(call, destination.kind)
      default:
        return callTarget(call, { kind: destination.kind, id: destination.targetId }, context)
    }
  }
  return { routeTo, callTarget }
}

/** Calls a number in the public network on behalf of the tenant. */
export type ExternalFlow = (call: Call, number: string, context: CallContext) => Promise<Outcome>

/** For flows whose target was deleted a moment ago. */
export function targetGone(call: Call, kind: string, targetId: string): Promise<Outcome> {
  call.note('destination-gone', `${kind} ${targetId}`)
  return Promise.resolve(refused('not-found', 404))
}

function nobodyServes(call: Call, kind: string): Promise<Outcome> {
  call.note('destination-unserved', kind)
  return Promise.resolve(refused('not-found', 404))
}
