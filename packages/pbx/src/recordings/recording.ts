import type { CallParty } from '@klinke/calls'

/** A party of a recording, and where it is heard. */
export interface RecordedParty extends CallParty {
  readonly channel: 'left' | 'right' | 'mixed'
}

/** How a party came to be recorded: the evidence of its consent (§ 201 StGB, Art. 7 (1) GDPR). */
export interface Consent {
  readonly number: string
  readonly displayName?: string | undefined
  readonly extensionId?: string | undefined
  /** `told`: heard the announcement and did not decline; `agreed`: pressed 1 when it was asked. */
  readonly how: 'told' | 'agreed'
  readonly atMs: number
}

/** Why something is recorded. */
export type RecordingCause =
  | { readonly kind: 'rule'; readonly ruleId: string; readonly reason: string }
  | { readonly kind: 'code'; readonly extensionId: string }
  | { readonly kind: 'api' }
  | { readonly kind: 'conference'; readonly roomId: string }

/** What is known of a recording when it begins. */
export interface RecordingHead {
  readonly id: string
  readonly tenantId: string
  /** Of the call it belongs to, as in its record. */
  readonly callId: string
  readonly startedAtMs: number
  readonly cause: RecordingCause
  readonly channels: 'separate' | 'mixed'
  readonly parties: readonly RecordedParty[]
  readonly consents: readonly Consent[]
  /** The recording that this one goes on from, with another party. */
  readonly continues?: string | undefined
}

export type RecordingEndCause =
  | 'stopped'
  | 'call-ended'
  | 'party-left'
  | 'declined'
  | 'length-limit'
  | 'storage-full'
  | 'disk-full'
  | 'failed'
  | 'restart'

/** What is known when it has ended. */
export interface RecordingTail {
  readonly endedAtMs: number
  readonly durationMs: number
  readonly because: RecordingEndCause
}

/** One that is kept. */
export interface KeptRecording extends RecordingHead, RecordingTail {
  /** Of its file in the blob store. */
  readonly key: string
  readonly octets: number
}

/** What was cut off from outside is kept, and said to be so. */
export function isComplete({ because }: Pick<RecordingTail, 'because'>): boolean {
  return because !== 'restart' && because !== 'disk-full' && because !== 'storage-full' && because !== 'failed'
}

/** The tenant's own extensions that are heard in it. */
export function extensionsOf({ tenantId, parties }: Pick<RecordingHead, 'tenantId' | 'parties'>): readonly string[] {
  return parties.flatMap((party) => (party.tenantId === tenantId ? (party.extensionId ?? []) : []))
}
