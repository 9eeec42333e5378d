import type { Buffer } from 'node:buffer'
import { buildBindingResponse } from '../stun/build-stun.ts'
import { buildBindingError } from '../stun/build-stun-error.ts'
import { parseStun } from '../stun/parse-stun.ts'
import { hasFingerprint, hasIntegrity, sign } from '../stun/stun-integrity.ts'
import type { StunAddress, StunMessage } from '../stun/stun-message.ts'
import type { IceCredentials } from './credentials.ts'

/** Remote addresses kept; the one that was silent for longest goes. A browser with several networks has about as many. */
export const MAX_CHECKED_ADDRESSES = 8
/** Checks of the peer that are answered in a second; a browser sends up to 20. Each costs three hashes. */
export const MAX_CHECKS_PER_SECOND = 100
/** RFC 7675 §5.1. */
export const CONSENT_EXPIRES_MS = 30_000
/** A full agent checks its pair each 2 to 6 s (RFC 7675 §5.1): silent for longer, another nominated address takes over. */
export const SELECTED_SILENT_MS = 7_000

/** An address that the peer has proven to be at. */
export interface CheckedAddress {
  readonly address: StunAddress
  /** PRIORITY of its checks. */
  readonly priority: number
  readonly isNominated: boolean
  readonly lastCheckMs: number
}

/**
 * The lite side of ICE (RFC 8445 §2.5), for a server with an address that everybody reaches: it answers the peer's checks and is
 * always controlled. One component, because RTP and RTCP share a port.
 *
 * ```
 *              check                    nominating check
 *   (nothing) ───────► checked, sent to ───────────────► nominated, sent to ──┐ 30 s without a check: consent lost
 *                                                          ▲     ◄────────────┘ a check: consent again
 *                              another nominated address ──┘   (the browser has moved)
 * ```
 *
 * A restart begins with nothing, but goes on sending to where it sent until another address is nominated (§9).
 */
export interface IceLite {
  readonly local: IceCredentials
  readonly remote: IceCredentials
  readonly checked: readonly CheckedAddress[]
  /** Where to send. */
  readonly selected: StunAddress | undefined
  readonly hasConsent: boolean
  readonly consentMs: number
  /** Checks in the second that began at `sinceMs`. */
  readonly rate: { readonly sinceMs: number; readonly checks: number }
}

export type IceEvent =
  /** A datagram that looks like STUN. */
  | { readonly kind: 'datagram'; readonly packet: Buffer; readonly source: StunAddress; readonly nowMs: number }
  /** Authentic media has come from an address that is checked, but not selected. */
  | { readonly kind: 'media'; readonly source: StunAddress }
  /** New credentials in the signalling. */
  | { readonly kind: 'restart'; readonly local: IceCredentials; readonly remote: IceCredentials }
  /** Some time has passed; a few times a second. */
  | { readonly kind: 'tick'; readonly nowMs: number }

export type IceEffect =
  | { readonly kind: 'send'; readonly packet: Buffer; readonly to: StunAddress }
  | { readonly kind: 'selected'; readonly address: StunAddress }
  | { readonly kind: 'checked'; readonly addresses: readonly StunAddress[] }
  /** While it is lost nothing may be sent (RFC 7675 §5.1). */
  | { readonly kind: 'consent'; readonly given: boolean }

type Step = readonly [IceLite, readonly IceEffect[]]

export function newIceLite(local: IceCredentials, remote: IceCredentials): IceLite {
  return { local, remote, checked: [], selected: undefined, hasConsent: false, consentMs: 0, rate: { sinceMs: 0, checks: 0 } }
}

export function stepIceLite(state: IceLite, event: IceEvent): Step {
  switch (event.kind) {
    case 'datagram':
      return receive(state, event.packet, event.source, event.nowMs)
    case 'media':
      return followMedia(state, event.source)
    case 'restart':
      return [{ ...state, local: event.local, remote: event.remote, checked: [] }, []]
    case 'tick':
      if (!state.hasConsent || event.nowMs - state.consentMs < CONSENT_EXPIRES_MS) return [state, []]
      return [{ ...state, hasConsent: false }, [{ kind: 'consent', given: false }]]
  }
}

/**
 * Answers a check of the peer. Whoever does not know the password gets no answer at all, instead of the 400 or 401 of RFC 8489 §9.1.3:
 * nobody but the peer has a reason to ask here, and a port that is silent cannot be used against others.
 */
function receive(state: IceLite, packet: Buffer, source: StunAddress, nowMs: number): Step {
  const message = parseStun(packet)
  if (message?.kind !== 'binding-request' || message.username !== usernameOf(state) || !hasFingerprint(packet, message)) return [state, []]
  const rate = counted(state.rate, nowMs)
  const next = { ...state, rate }
  if (rate.checks > MAX_CHECKS_PER_SECOND || !hasIntegrity(packet, message, state.local.password)) return [next, []]
  const refusal = refusalOf(message)
  if (refusal) return [next, [{ kind: 'send', packet: sign(refusal, state.local.password), to: source }]]
  const response = buildBindingResponse(message.transactionId, source)
  if (!response) return [next, []]
  const [checked, effects] = check(next, message, source, nowMs)
  return [checked, [{ kind: 'send', packet: sign(response, state.local.password), to: source }, ...effects]]
}

function usernameOf({ local, remote }: IceLite): string {
  return `${local.usernameFragment}:${remote.usernameFragment}`
}

function counted({ sinceMs, checks }: IceLite['rate'], nowMs: number): IceLite['rate'] {
  return nowMs - sinceMs < 1000 ? { sinceMs, checks: checks + 1 } : { sinceMs: nowMs, checks: 1 }
}

function refusalOf({ transactionId, unknownRequired, role }: StunMessage): Buffer | undefined {
  if (unknownRequired.length > 0) return buildBindingError(transactionId, 420, unknownRequired)
  // A lite agent is controlled (§6.1.1); a peer that wants to be so too must change (§7.3.1.1).
  return role === 'controlled' ? buildBindingError(transactionId, 487) : undefined
}

function check(state: IceLite, { priority = 0, useCandidate }: StunMessage, source: StunAddress, nowMs: number): Step {
  const known = state.checked.find(({ address }) => sameAddress(address, source))
  const entry = { address: source, priority, isNominated: useCandidate || (known?.isNominated ?? false), lastCheckMs: nowMs }
  const others = state.checked.filter((other) => other !== known)
  const isNew = known === undefined
  const checked = [...(isNew ? others.slice(-(MAX_CHECKED_ADDRESSES - 1)) : others), entry]
  const effects: IceEffect[] = isNew ? [{ kind: 'checked', addresses: checked.map(({ address }) => address) }] : []
  if (!state.hasConsent) effects.push({ kind: 'consent', given: true })
  const next = { ...state, checked, hasConsent: true, consentMs: nowMs }
  if (!takesOver(state, entry, nowMs)) return [next, effects]
  return [{ ...next, selected: source }, [...effects, { kind: 'selected', address: source }]]
}

/** Whether packets go to this address from now on. */
function takesOver({ selected, checked }: IceLite, { address, priority, isNominated }: CheckedAddress, nowMs: number): boolean {
  if (!selected) return true
  if (sameAddress(selected, address) || !isNominated) return false
  const current = checked.find((other) => sameAddress(other.address, selected))
  if (!current?.isNominated || nowMs - current.lastCheckMs >= SELECTED_SILENT_MS) return true
  // Of several nominated ones the peer uses the best (§8.1.1).
  return priority > current.priority
}

/** The peer sends on the pair that it has chosen: its media tells sooner than its checks that it has moved. */
function followMedia(state: IceLite, source: StunAddress): Step {
  const isOurs = state.checked.some(({ address, isNominated }) => isNominated && sameAddress(address, source))
  if (!isOurs || (state.selected && sameAddress(state.selected, source))) return [state, []]
  return [{ ...state, selected: source }, [{ kind: 'selected', address: source }]]
}

function sameAddress(a: StunAddress, b: StunAddress): boolean {
  return a.port === b.port && a.address === b.address
}
