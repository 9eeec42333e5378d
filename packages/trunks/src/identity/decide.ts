import type { Extension, OutboundProfile, TenantSnapshot } from '@klinke/accounts'
import { type E164, isE164 } from '@klinke/numbering'
import { type IdentitySettings, NO_SETTINGS, type NumberRight, type TenantIdentity } from './identity-rules.ts'
import { type NeverShown, neverShown } from './never-shown.ts'

/** Who calls, and how it would be shown. */
export interface IdentityQuestion {
  readonly tenant: Pick<TenantSnapshot, 'numbers' | 'profile'>
  /** On whose behalf; undefined: the tenant's own. */
  readonly extension: Pick<Extension, 'id' | 'outgoingNumber'> | undefined
  /** Wished for in this call: by code, by a program, or by the customer's PBX. */
  readonly wished?: string | undefined
  /** The caller outside whose call is forwarded. */
  readonly original?: string | undefined
  /** Pays, and is shown where no wish may be (CLI-04), such as the head number of a trunk; absent: the tenant's first number. */
  readonly head?: string | undefined
}

/** Who wants a number to be shown, the strongest first. */
export const WISHES = ['pinned', 'forwarded', 'call', 'extension', 'extension-number', 'customer', 'head'] as const
export type WishedBy = (typeof WISHES)[number]

/** Why a number may be shown. */
export type Because =
  | { readonly kind: 'own-number' }
  | { readonly kind: 'right'; readonly right: NumberRight }
  /** The number of somebody outside, passed on (§ 120 TKG): he has not been asked for proof. */
  | { readonly kind: 'passed-on' }

/** Why it may not. */
export type WhyNot =
  | { readonly kind: 'never-shown'; readonly row: NeverShown }
  | { readonly kind: 'no-right' }
  | { readonly kind: 'right-over'; readonly right: NumberRight }

export interface Declined {
  readonly number: string
  readonly by: WishedBy
  readonly because: WhyNot
}

export type IdentityDecision =
  | {
      readonly kind: 'shown'
      readonly number: E164
      /** One of the customer's own (CLI-02). */
      readonly billed: E164
      readonly by: WishedBy
      readonly because: Because
      /** What was wished for before, and may not be. */
      readonly declined: readonly Declined[]
    }
  /** By the profile a call with a wrong number does not go. */
  | { readonly kind: 'refused'; readonly declined: Declined }
  /** No own number is there that could pay. */
  | { readonly kind: 'no-number'; readonly declined: readonly Declined[] }

/** Which number is shown, which one pays, and why (CLI-02 to CLI-05, LAW-01). Pure. Never asked about 110 and 112. */
export function decideIdentity(question: IdentityQuestion, identity: TenantIdentity, atMs: number): IdentityDecision {
  const { tenant } = question
  const declined: Declined[] = []
  for (const [by, number] of wishes(question, identity)) {
    const verdict = verdictOf(number, by, tenant, identity, atMs)
    if (verdict.allowed) {
      const own = verdict.because.kind === 'own-number' ? number : ownNumber(question)
      if (own === undefined || !isE164(own) || !isE164(number)) return { kind: 'no-number', declined }
      return { kind: 'shown', number, billed: own, by, because: verdict.because, declined }
    }
    const refusal: Declined = { number, by, because: verdict.because }
    if (onWrongNumber(tenant.profile.outbound) === 'refuse' && by !== 'forwarded' && by !== 'head')
      return { kind: 'refused', declined: refusal }
    declined.push(refusal)
  }
  return { kind: 'no-number', declined }
}

/** What becomes of a call whose number may not be shown: it goes with another of the customer's, or not at all. */
function onWrongNumber(profile: OutboundProfile | undefined): 'replace' | 'refuse' {
  return profile?.wrongCallerNumber ?? 'replace'
}

/** In the order of `WISHES`. */
function wishes(question: IdentityQuestion, identity: TenantIdentity): readonly (readonly [WishedBy, string])[] {
  const { extension, wished, original } = question
  const own = settingsOf(extension, identity)
  const all: readonly (readonly [WishedBy, string | undefined])[] = [
    ['pinned', pinnedNumber(extension, identity)],
    ['forwarded', original],
    ['call', wished],
    ['extension', own.shown],
    ['extension-number', extension?.outgoingNumber],
    ['customer', identity.customer.shown],
    ...headNumbers(question).map((number) => ['head', number] as const),
  ]
  return all.filter((wish): wish is readonly [WishedBy, string] => wish[1] !== undefined)
}

function settingsOf(extension: IdentityQuestion['extension'], { extensions }: TenantIdentity): IdentitySettings {
  return extensions.get(extension?.id ?? '') ?? NO_SETTINGS
}

/** The sender that nobody but the operator changes (CLI-05): the extension's, else the customer's. */
export function pinnedNumber(extension: IdentityQuestion['extension'], identity: TenantIdentity): string | undefined {
  return settingsOf(extension, identity).pinned ?? identity.customer.pinned
}

/** The head number, and behind it the tenant's first one that may be shown at all. */
function headNumbers({ tenant, head }: IdentityQuestion): readonly string[] {
  const first =
    tenant.numbers.keys().find((number) => isE164(number) && neverShown(number) === undefined) ?? tenant.numbers.keys().next().value
  return [head, first].filter((number) => number !== undefined)
}

/** Which of its own numbers pays for a call that shows a number of others. */
function ownNumber(question: IdentityQuestion): string | undefined {
  const { tenant, extension, wished } = question
  return [wished, extension?.outgoingNumber, ...headNumbers(question)].find((number) => number !== undefined && tenant.numbers.has(number))
}

type Verdict = { readonly allowed: true; readonly because: Because } | { readonly allowed: false; readonly because: WhyNot }

function verdictOf(number: string, by: WishedBy, tenant: IdentityQuestion['tenant'], { rights }: TenantIdentity, atMs: number): Verdict {
  const row = isE164(number) ? neverShown(number) : undefined
  // Who calls from abroad, or from a network that we do not know, is passed on as he came; what could only be forged is not.
  if (by === 'forwarded' && row?.incoming !== 'broken-off') return { allowed: true, because: { kind: 'passed-on' } }
  if (row !== undefined) return { allowed: false, because: { kind: 'never-shown', row } }
  if (tenant.numbers.has(number)) return { allowed: true, because: { kind: 'own-number' } }
  const right = rights.get(number)
  if (right === undefined || atMs < right.validFromMs) return { allowed: false, because: { kind: 'no-right' } }
  if (right.validUntilMs !== undefined && atMs >= right.validUntilMs) return { allowed: false, because: { kind: 'right-over', right } }
  return { allowed: true, because: { kind: 'right', right } }
}
