import type { Extension } from '@klinke/accounts'
import type { Call, DialTarget, Exchange } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { extensionTargets } from '../calls/extension-targets.ts'
import { toldForwardings } from '../calls/forwarding-headers.ts'
import { partyTargets } from './rung-parties.ts'
import type { CallSettings } from './settings.ts'
import { holds, type Situation } from './treatment.ts'

type RingOutcome = Awaited<ReturnType<Exchange['ring']>>

/** The extension that is called, as far as this call is concerned. */
export interface Callee {
  readonly extension: Extension
  readonly settings: CallSettings
  readonly situation: Situation
  /** Its devices that are registered now, and who is rung together with them. */
  readonly targets: readonly DialTarget[]
}

/** The own devices, and who is rung together with them. */
export function firstTargets(call: Call, extension: Extension, { alsoRing }: CallSettings, context: CallContext): readonly DialTarget[] {
  const time = { schedules: context.tenant.schedules, nowMs: context.exchange.clock.epochMs() }
  const also = alsoRing.active && holds(alsoRing.during, time) ? alsoRing.parties : []
  const shown = ringingFor(call, context)
  return [...extensionTargets(extension, shown), ...partyTargets(call, also, 'also-ring', extension, shown)]
}

/** A party from outside that an extension transfers rings as what it is. */
function ringingFor(call: Call, context: CallContext): CallContext {
  const shown = call.undertaking?.shown
  const isOutside = shown !== undefined && (shown.extensionId === undefined || shown.tenantId !== context.tenant.id)
  return isOutside && context.ringsAs === undefined ? { ...context, ringsAs: { kind: 'external' } } : context
}

/** Rings `targets`; then, one after the other, whom the extension has named to follow it (CALL-03). */
export async function ringBySettings(
  call: Call,
  { extension, settings, targets }: Callee,
  withinSeconds: number | undefined,
  context: CallContext,
): Promise<RingOutcome> {
  call.note('ring-extension', `${extension.number} on ${targets.length} ${targets.length === 1 ? 'device' : 'devices'}`)
  const headers = toldForwardings(call, extension.number, context)
  let outcome = await context.exchange.ring(call, targets, { headers, ...(withinSeconds !== undefined && { withinSeconds }) })
  for (const { party, seconds } of settings.followMe.active ? settings.followMe.steps : []) {
    if (outcome.kind === 'answered' || !isAbsence(outcome.cause)) return outcome
    const next = partyTargets(call, [party], 'follow-me', extension, context)
    if (next.length === 0) continue
    call.note('follow-me', `${next[0]?.party.number ?? ''} for ${seconds} s`)
    outcome = await context.exchange.ring(call, next, { headers, withinSeconds: seconds })
  }
  return outcome
}

/** Nobody was there; who is busy or declines has been reached. */
function isAbsence(cause: string): boolean {
  return cause === 'no-answer' || cause === 'unreachable'
}
