import type { CallParty } from '@klinke/calls'
import type { Language } from '@klinke/platform'

/** How a tenant records (LAW-06): nothing, until it says so. */
export interface RecordingPolicy {
  /** Extensions may record their calls by code, clients by the API, moderators their conferences. */
  readonly onDemand: boolean
  /** `announce`: parties outside are told and can decline; `ask`: they must agree by a key. Extensions are told. */
  readonly consent: 'announce' | 'ask'
  /** Who calls on the left, who is called on the right; or both in one. */
  readonly channels: 'separate' | 'mixed'
  /** A beep when the recording begins. */
  readonly beep: boolean
  /** A recording on demand goes on with the next party after a transfer, once that has been told. */
  readonly afterTransfer: 'continue' | 'end'
  /** Days after which a recording is deleted. */
  readonly retentionDays: number
  /** In which parties outside are told, one after the other; empty: the tenant's language. */
  readonly noticeLanguages: readonly Language[]
}

export const DEFAULT_RECORDING_POLICY: RecordingPolicy = {
  onDemand: false,
  consent: 'ask',
  channels: 'separate',
  beep: false,
  afterTransfer: 'continue',
  retentionDays: 90,
  noticeLanguages: [],
}

export type CallDirection = 'inbound' | 'outbound' | 'internal'

/** Whose calls a rule is about. */
export type RecordingSubject = { readonly kind: 'all' } | { readonly kind: 'extension' | 'queue' | 'group'; readonly targetId: string }

/** What is always recorded, and why. */
export interface RecordingRule {
  readonly id: string
  readonly tenantId: string
  readonly subject: RecordingSubject
  readonly directions: readonly CallDirection[]
  readonly reason: string
}

/** One tenant's part of the snapshot. */
export interface TenantRecordings {
  readonly policy: RecordingPolicy
  readonly rules: readonly RecordingRule[]
}

export const NO_RECORDINGS: TenantRecordings = { policy: DEFAULT_RECORDING_POLICY, rules: [] }

/** Nothing of this tenant is ever recorded. */
export function neverRecords({ policy, rules }: TenantRecordings): boolean {
  return !policy.onDemand && rules.length === 0
}

/** A conversation as rules see it. */
export interface TalkFacts {
  readonly parties: readonly CallParty[]
  readonly direction: CallDirection
  /** The queue or group that the caller came through. */
  readonly through: { readonly kind: string; readonly id: string } | undefined
}

/** The first rule that asks for this conversation. */
export function ruleFor({ rules }: TenantRecordings, { parties, direction, through }: TalkFacts): RecordingRule | undefined {
  return rules.find(({ subject, directions }) => {
    if (!directions.includes(direction)) return false
    switch (subject.kind) {
      case 'all':
        return true
      case 'extension':
        return parties.some(({ extensionId }) => extensionId === subject.targetId)
      default:
        return through?.kind === subject.kind && through.id === subject.targetId
    }
  })
}

/** As the tenant sees a conversation: by the party that is not its own. */
export function directionOf(
  tenantId: string,
  legs: readonly { readonly role: 'caller' | 'called'; readonly party: CallParty }[],
): CallDirection {
  const outside = legs.find(({ party }) => !isOwn(tenantId, party))
  if (outside === undefined) return 'internal'
  return outside.role === 'caller' ? 'inbound' : 'outbound'
}

/** An extension of the tenant. */
export function isOwn(tenantId: string, { tenantId: ofParty, extensionId }: CallParty): boolean {
  return ofParty === tenantId && extensionId !== undefined
}
