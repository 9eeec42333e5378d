import { below, type Random } from '@klinke/foundation'
import type { ScriptedCall, ScriptedPhone } from '@klinke/testbed'
import { DOMAIN, GROUP, type SimulatedExchange } from './simulated-exchange.ts'

const NUMBERS = ['10', '11', '12', '13', GROUP, '77'] as const
const KEYS = ['*2', '*212#', '*211#', '*250#', '*3', '*4', '*5', '13#'] as const
const BETWEEN_KEYS_MS = 150

/** Something that a phone does while others talk or ring, at the worst moment. */
export function actInCall(phone: ScriptedPhone, call: ScriptedCall | undefined, exchange: SimulatedExchange): void {
  const { random } = exchange
  const dice = below(random, 5)
  if (dice === 0) blind(call?.state.kind === 'talking' ? call : one(talkingOf(phone), random), random)
  else if (dice === 1) attended(phone, random)
  else if (dice === 2) pickUp(phone, exchange)
  else if (dice === 3) takePlace(phone, exchange)
  else press(exchange)
}

/** Some phones hang up when they are told that it has worked, some as soon as it is taken, some leave that to us. */
function blind(call: ScriptedCall | undefined, random: Random): void {
  if (call === undefined) return
  const dice = below(random, 3)
  const transferred = call.transfer(`sip:${one(NUMBERS, random)}@${DOMAIN}`)
  if (dice === 0) call.hangUp()
  if (dice === 1) void transferred.then((status) => status === 200 && call.hangUp())
}

function attended(phone: ScriptedPhone, random: Random): void {
  const talking = talkingOf(phone)
  const first = one(talking, random)
  const second = one(talking, random)
  if (first === undefined || second === undefined) return
  void first.connectWith(second, `sip:${second.peer}@${DOMAIN}`)
  if (below(random, 3) === 0) for (const call of [first, second]) call.hangUp()
}

function pickUp(phone: ScriptedPhone, exchange: SimulatedExchange): void {
  const ringing = exchange.control.calls
    .dialogs('customer')
    .filter(({ state, direction }) => state === 'early' && direction === 'recipient')
  const dialog = one(ringing, exchange.random)
  if (dialog?.sip.localTag === undefined) return
  const { callId, localTag, remoteTag } = dialog.sip
  phone.call(dialog.local.number, { callId, toTag: remoteTag, fromTag: localTag, earlyOnly: false, params: [] })
}

function takePlace(phone: ScriptedPhone, exchange: SimulatedExchange): void {
  const replaces = one(exchange.phones, exchange.random)?.calls.findLast(({ state }) => state.kind === 'talking')?.replaces
  if (replaces !== undefined) phone.call('10', replaces)
}

/** Somebody who talks presses keys, one after the other, wherever the leg is by then. */
function press({ control, media, random, clock }: SimulatedExchange): void {
  const talking = control.calls
    .ofTenant('customer')
    .filter(({ bridge, consultation }) => bridge !== undefined || consultation !== undefined)
  const leg = one(
    talking.flatMap(({ legs }) => legs).filter(({ state }) => state === 'answered'),
    random,
  )
  if (leg === undefined) return
  const keys = one(KEYS, random) ?? ''
  for (const [index, digit] of [...keys].entries()) {
    clock.after(index * BETWEEN_KEYS_MS, () => {
      const call = control.calls.ofTenant('customer').find(({ legs }) => legs.includes(leg))
      const session = media.sessions.find(({ callId, closed }) => callId === call?.id && !closed)
      session?.events.send({ kind: 'dtmf', endpoint: leg.endpoint.id, digit, durationMs: 100, by: 'telephone-event' })
    })
  }
}

function talkingOf(phone: ScriptedPhone): readonly ScriptedCall[] {
  return phone.calls.filter(({ state }) => state.kind === 'talking')
}

function one<T>(of: readonly T[], random: Random): T | undefined {
  return of[below(random, Math.max(1, of.length))]
}
