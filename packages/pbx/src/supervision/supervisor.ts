import type { Leg, RoutingStepName } from '@klinke/calls'
import type { MemberOptions } from '@klinke/rtp'
import type { PbxSnapshot } from '../snapshot.ts'
import type { SupervisionMode } from './rules.ts'

/** Somebody who listens to an extension that talks. */
export interface Supervisor {
  readonly leg: Leg
  /** Whose extensions both are. */
  readonly tenant: PbxSnapshot
  readonly extensionId: string
  /** The supervised extension, as it talked when the supervisor came. */
  readonly agent: Leg
  readonly sinceMs: number
  /** Into the supervisor's own record. */
  readonly note: (step: RoutingStepName, detail: string) => void
  readonly stopKeys: () => void
  mode: SupervisionMode
  /** Its phone holds: nobody must hear the music that it plays. */
  held: boolean
}

/** The supervised extension among those legs, also at another of its devices. */
export function agentOf({ agent, tenant, leg: own }: Supervisor, legs: readonly Leg[]): Leg | undefined {
  return legs.find((leg) => leg !== own && leg.party.extensionId === agent.party.extensionId && leg.party.tenantId === tenant.id)
}

/** Who hears the supervisor. */
export function memberTerms({ mode, held }: Pick<Supervisor, 'mode' | 'held'>, agent: Leg): MemberOptions {
  if (held || mode === 'listen') return { muted: true }
  return mode === 'whisper' ? { heardBy: [agent.endpoint.id] } : {}
}

const KEYS: Readonly<Record<string, SupervisionMode>> = { '4': 'listen', '5': 'whisper', '6': 'barge' }

/** What a key of the supervisor means. */
export function modeOfKey(digit: string): SupervisionMode | undefined {
  return KEYS[digit]
}
