import { below, type Random } from '@klinke/foundation'
import type { ScriptedCall, ScriptedPhone } from '@klinke/testbed'
import type { Leg } from '../../leg/leg.ts'
import type { SimulatedNode } from './simulated-node.ts'

const BETWEEN_KEYS_MS = 150

/** What those who act may dial, and what they may press. */
export interface Repertoire {
  readonly numbers: readonly string[]
  readonly keys: readonly string[]
}

/** Something that a phone does while others talk or ring, at the worst moment. */
export function actInCall(phone: ScriptedPhone, call: ScriptedCall | undefined, node: SimulatedNode, { numbers, keys }: Repertoire): void {
  const { random } = node
  const dice = below(random, 5)
  if (dice === 0) blind(call?.state.kind === 'talking' ? call : one(talkingOf(phone), random), one(numbers, random), phone, random)
  else if (dice === 1) attended(phone, random)
  else if (dice === 2) pickUp(phone, node)
  else if (dice === 3) takePlace(phone, node)
  else press(node, one(keys, random) ?? '')
}

/** Some phones hang up when they are told that it has worked, some as soon as it is taken, some leave that to us. */
function blind(call: ScriptedCall | undefined, number: string | undefined, phone: ScriptedPhone, random: Random): void {
  if (call === undefined || number === undefined) return
  const dice = below(random, 3)
  const transferred = call.transfer(`sip:${encodeURIComponent(number)}@${phone.account.domain}`)
  if (dice === 0) call.hangUp()
  if (dice === 1) void transferred.then((status) => status === 200 && call.hangUp())
}

function attended(phone: ScriptedPhone, random: Random): void {
  const talking = talkingOf(phone)
  const first = one(talking, random)
  const second = one(talking, random)
  if (first === undefined || second === undefined) return
  void first.connectWith(second, `sip:${second.peer}@${phone.account.domain}`)
  if (below(random, 3) === 0) for (const call of [first, second]) call.hangUp()
}

function pickUp(phone: ScriptedPhone, { control, tenants, random }: SimulatedNode): void {
  const tenant = tenants.find(({ domain }) => domain === phone.account.domain)
  const dialogs = tenant === undefined ? [] : control.calls.dialogs(tenant.id)
  const dialog = one(
    dialogs.filter(({ state, direction }) => state === 'early' && direction === 'recipient'),
    random,
  )
  if (dialog?.sip.localTag === undefined) return
  const { callId, localTag, remoteTag } = dialog.sip
  phone.call(dialog.local.number, { callId, toTag: remoteTag, fromTag: localTag, earlyOnly: false, params: [] })
}

function takePlace(phone: ScriptedPhone, { phones, random }: SimulatedNode): void {
  const other = one(phones, random)
  const replaces = other?.calls.findLast(({ state }) => state.kind === 'talking')?.replaces
  if (other !== undefined && replaces !== undefined) phone.call(other.account.username, replaces)
}

/** Somebody who is in a call presses keys, one after the other, wherever the leg is by then. */
function press(node: SimulatedNode, keys: string): void {
  const leg = one(
    everyCall(node).flatMap(({ legs }) => legs.filter(({ state }) => state === 'answered')),
    node.random,
  )
  if (leg !== undefined) pressKeys(node, leg, keys)
}

export function pressKeys(node: SimulatedNode, leg: Leg, keys: string): void {
  for (const [index, digit] of [...keys].entries()) {
    node.clock.after(index * BETWEEN_KEYS_MS, () => pressKey(node, leg, digit))
  }
}

function pressKey(node: SimulatedNode, leg: Leg, digit: string): void {
  const call = everyCall(node).find(({ legs }) => legs.includes(leg))
  const session = node.media.sessions.find(({ callId, closed }) => callId === call?.id && !closed)
  session?.events.send({ kind: 'dtmf', endpoint: leg.endpoint.id, digit, durationMs: 100, by: 'telephone-event' })
}

function everyCall({ control, tenants }: SimulatedNode) {
  return [...new Set(tenants.flatMap(({ id }) => control.calls.ofTenant(id)))]
}

function talkingOf(phone: ScriptedPhone): readonly ScriptedCall[] {
  return phone.calls.filter(({ state }) => state.kind === 'talking')
}

export function one<T>(of: readonly T[], random: Random): T | undefined {
  return of[below(random, Math.max(1, of.length))]
}
