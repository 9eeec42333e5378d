import type { Answer, Body } from '../../api/operation.ts'
import type { Destination } from '../destinations/destination.ts'

export type CallSettings = Answer<'GET /extensions/{extensionId}/call-settings'>
export type CallSettingsChange = Body<'PATCH /extensions/{extensionId}/call-settings'>
export type Forwarding = CallSettings['forwardings'][number]
export type ForwardWhen = Forwarding['when']
/** Rung besides, or one after the other. */
export type Party = CallSettings['alsoRing']['parties'][number]

export const FORWARD_WHEN: readonly ForwardWhen[] = ['always', 'busy', 'no-answer', 'not-registered']
export const FORWARD_CALLERS: readonly Forwarding['callers'][] = ['all', 'internal', 'external']

/** A forwarding while somebody fills it in: where to may be open yet. */
export interface ForwardingDraft extends Omit<Forwarding, 'to'> {
  /** For the list of drafts; not sent. */
  readonly key: string
  readonly to: Destination | null
}

/** A party or step while it is filled in. */
export interface PartyDraft {
  readonly key: string
  readonly to: Destination | null
  /** Whoever answers outside presses 1 first. */
  readonly confirm: boolean
  /** Of follow-me: how long it is rung. */
  readonly seconds: number
}

/** What the form edits. */
export interface SettingsValues
  extends Pick<CallSettings, 'doNotDisturb' | 'callWaiting' | 'rejectAnonymous' | 'hideNumber' | 'agreesToForwardings'> {
  /** Empty: the product's. */
  readonly ringSeconds: number | ''
  readonly rejectedCallers: readonly string[]
  readonly forwardings: readonly ForwardingDraft[]
  readonly alsoRing: readonly PartyDraft[]
  readonly followMe: readonly PartyDraft[]
}

/** What of the settings is changed by itself. `when`: a forwarding that one is about to set. */
export type Part =
  | { readonly kind: 'availability' }
  | { readonly kind: 'ringing' }
  | { readonly kind: 'forwarding'; readonly when: ForwardWhen }

const FOLLOW_ME_SECONDS = 20

/** What a form begins with: for a forwarding that is not there yet, an empty one to be filled in. */
export function valuesFor(settings: CallSettings, part: Part | undefined): SettingsValues {
  const values = valuesOf(settings)
  if (part?.kind !== 'forwarding' || values.forwardings.some(({ when }) => when === part.when)) return values
  return { ...values, forwardings: [...values.forwardings, { ...newForwarding(), when: part.when }] }
}

export function valuesOf(settings: CallSettings): SettingsValues {
  const { doNotDisturb, callWaiting, rejectAnonymous, hideNumber, agreesToForwardings, rejectedCallers } = settings
  return {
    ...{ doNotDisturb, callWaiting, rejectAnonymous, hideNumber, agreesToForwardings, rejectedCallers },
    ringSeconds: settings.ringSeconds ?? '',
    forwardings: settings.forwardings.map((forwarding) => ({ ...forwarding, key: draftKey() })),
    alsoRing: settings.alsoRing.parties.map((party) => draftOf(party, FOLLOW_ME_SECONDS)),
    followMe: settings.followMe.steps.map(({ party, seconds }) => draftOf(party, seconds)),
  }
}

function draftOf(party: Party, seconds: number): PartyDraft {
  const confirm = party.kind === 'external' ? party.confirm : true
  const to = party.kind === 'external' ? ({ kind: 'external', number: party.number } as const) : party
  return { key: draftKey(), to, confirm, seconds }
}

export function newForwarding(): ForwardingDraft {
  return { key: draftKey(), when: 'no-answer', to: null, active: true, callers: 'all', during: null, afterSeconds: null }
}

export function newParty(): PartyDraft {
  return { key: draftKey(), to: null, confirm: true, seconds: FOLLOW_ME_SECONDS }
}

/** What is sent. What is not edited here (times of the day of each part) stays as it is in `before`. */
export function changeOf(values: SettingsValues, before: CallSettings): CallSettingsChange {
  const { ringSeconds, forwardings, alsoRing, followMe, rejectedCallers, ...switches } = values
  return {
    ...switches,
    rejectedCallers,
    ringSeconds: ringSeconds === '' ? null : ringSeconds,
    forwardings: forwardings.flatMap(({ key: _, to, ...forwarding }) => (to === null ? [] : [{ ...forwarding, to }])),
    alsoRing: { ...before.alsoRing, parties: alsoRing.flatMap((draft) => partyOf(draft)) },
    followMe: {
      ...before.followMe,
      steps: followMe.flatMap((draft) => partyOf(draft).map((party) => ({ party, seconds: draft.seconds }))),
    },
  }
}

function partyOf({ to, confirm }: PartyDraft): readonly Party[] {
  if (to?.kind === 'external') return [{ ...to, confirm }]
  return to?.kind === 'extension' ? [{ kind: 'extension', targetId: to.targetId }] : []
}

/** Tells drafts apart in a list; `crypto.randomUUID` is not there on plain HTTP beyond loopback. */
function draftKey(): string {
  return Math.random().toString(36)
}
