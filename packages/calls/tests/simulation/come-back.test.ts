import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, uniform } from '@klinke/foundation'
import { LOSSY_LINK, PERFECT_LINK, type PhoneScript, type ScriptedPhone } from '@klinke/testbed'
import { pressKeys } from '../../src/test-support/simulation/in-call-actions.ts'
import { assertAllOver, assertOwned } from '../../src/test-support/simulation/invariants.ts'
import { DOMAIN, OPERATOR, SimulatedExchange } from './simulated-exchange.ts'

const SEEDS = 400
/** Shortest by RFC 4028 §4: what vanishes is noticed within that. */
const SESSION_SECONDS = 90
/** The caller talks to an operator by then, whatever the network loses. */
const TALKING_MS = 4000
/** Transfer, return and what comes between fall into this time. */
const ACTION_SPAN_MS = 8000
const EVENING_MS = 60_000
const EVENINGS = 6

const SCRIPTS: readonly PhoneScript[] = [
  { kind: 'ring' },
  { kind: 'ring' },
  { kind: 'answer', afterMs: 2900 },
  { kind: 'reject', afterMs: 1000, status: 486 },
  { kind: 'reject', afterMs: 0, status: 480 },
]

/** 10 calls the operators 11 and 12; who talks transfers it to 13 in some way, and at some moment somebody hangs up, vanishes or does not. */
async function comeBack(seed: number): Promise<SimulatedExchange> {
  const conditions = seed % 2 === 0 ? PERFECT_LINK : LOSSY_LINK
  const exchange = new SimulatedExchange({ seed, conditions, profile: { sessionExpiresSeconds: SESSION_SECONDS } })
  const { clock, random } = exchange
  const caller = exchange.phone('10', { kind: 'ring' })
  const operators = ['11', '12'].map((number) => exchange.phone(number, { kind: 'answer', afterMs: uniform(random) * 1000 }))
  const target = exchange.phone('13', SCRIPTS[below(random, SCRIPTS.length)] ?? { kind: 'ring' })
  const phones = [caller, ...operators, target]
  for (const phone of phones) void phone.register(7200)
  await clock.advance(TALKING_MS)
  caller.call(OPERATOR)
  await clock.advance(TALKING_MS)
  const operator = phones.find((phone) => phone !== caller && phone.calls.some(({ state }) => state.kind === 'talking'))
  if (operator !== undefined) transfer(operator, exchange)
  clock.after(uniform(random) * ACTION_SPAN_MS, () => disturb(phones, exchange))
  for (let evening = 0; evening < EVENINGS; evening++) {
    await clock.advance(EVENING_MS)
    assertOwned(exchange)
    for (const phone of phones) for (const call of phone.calls) call.hangUp()
  }
  await assertAllOver(exchange)
  return exchange
}

function transfer(operator: ScriptedPhone, exchange: SimulatedExchange): void {
  const { random, clock } = exchange
  const call = operator.calls.find(({ state }) => state.kind === 'talking')
  if (call === undefined) return
  const to = `sip:13@${DOMAIN}`
  const dice = below(random, 4)
  if (dice < 2) void call.transfer(to)
  if (dice === 0) call.hangUp()
  if (dice === 2) {
    const second = operator.call('13')
    clock.after(uniform(random) * 1500, () => {
      if (call.state.kind === 'talking' && second.replaces !== undefined) void call.connectWith(second, to)
    })
  }
  if (dice === 3) {
    const leg = exchange.control.calls.ofExtension('customer', `customer-${operator.account.username}`)[0]?.leg
    if (leg !== undefined) pressKeys(exchange, leg, '*213#')
    clock.after(1500, () => call.hangUp())
  }
}

function disturb(phones: readonly ScriptedPhone[], exchange: SimulatedExchange): void {
  const { random } = exchange
  const phone = phones[below(random, phones.length)]
  const dice = below(random, 3)
  if (phone === undefined || dice === 0) return
  if (dice === 1) for (const call of phone.calls) call.hangUp()
  else exchange.unplug(phone)
}

test(`CALL-09: ${SEEDS} seeded runs of transfers by operators, phones hanging up and vanishing meanwhile, end every call and record it once`, async () => {
  let returned = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const exchange = await comeBack(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error })
    })
    returned += exchange.returned
  }
  assert.ok(returned > SEEDS / 10, `only ${returned} came back`)
})
