import { below, type Random, uniform } from '@klinke/foundation'
import { type LinkConditions, LOSSY_LINK, PERFECT_LINK, type PhoneScript, type ScriptedPhone } from '@klinke/testbed'
import { actInCall } from '../../src/test-support/simulation/in-call-actions.ts'
import { assertAllOver, assertOwned } from '../../src/test-support/simulation/invariants.ts'
import { GROUP, OPERATOR, SimulatedExchange } from './simulated-exchange.ts'

const EXTENSIONS = ['10', '11', '12', '13'] as const
const REPERTOIRE = {
  numbers: [...EXTENSIONS, GROUP, OPERATOR, '77'],
  keys: ['*2', '*212#', '*211#', '*250#', '*3', '*4', '*5', '13#'],
}
const ACTIONS_PER_RUN = 20
/** Actions fall into this time: short enough that they meet each other's messages on the way. */
const ACTION_SPAN_MS = 4_000
/** Everybody hangs up; longer than anything rings. */
const EVENING_MS = 30_000
const EVENINGS = 4

const LINKS: readonly LinkConditions[] = [PERFECT_LINK, { ...PERFECT_LINK, delayMs: 30, jitterMs: 30 }, LOSSY_LINK]

/** One seeded run: phones register, call, hold, transfer, pick up, dial codes, hang up and unregister at random moments; then the invariants. */
export async function race(seed: number): Promise<SimulatedExchange> {
  const exchange = new SimulatedExchange({ seed, conditions: LINKS[seed % LINKS.length] ?? PERFECT_LINK })
  const { clock, random } = exchange
  const phones = EXTENSIONS.map((number) => exchange.phone(number, scriptBy(random)))
  for (const phone of phones) void phone.register()
  for (let i = 0; i < ACTIONS_PER_RUN; i++) {
    const phone = phones[below(random, phones.length)]
    if (phone) clock.after(200 + uniform(random) * ACTION_SPAN_MS, () => act(phone, exchange))
  }
  // What is given back to a phone after a transfer rings it once more.
  for (let evening = 0; evening < EVENINGS; evening++) {
    await clock.advance(EVENING_MS)
    for (const phone of phones) for (const call of phone.calls) call.hangUp()
  }
  await assertAllOver(exchange)
  return exchange
}

function act(phone: ScriptedPhone, exchange: SimulatedExchange): void {
  const { random } = exchange
  assertOwned(exchange)
  const call = phone.calls[below(random, phone.calls.length)]
  const dice = below(random, 18)
  if (dice >= 10) actInCall(phone, call, exchange, REPERTOIRE)
  else if (dice < 4 || call === undefined) phone.call(REPERTOIRE.numbers[below(random, REPERTOIRE.numbers.length)] ?? GROUP)
  else if (dice < 7) call.hangUp()
  else if (dice < 9) changeMedia(call, dice === 7)
  else void phone.register(below(random, 2) * 600)
}

function changeMedia(call: ScriptedPhone['calls'][number], hold: boolean): void {
  if (call.state.kind === 'talking') void (hold ? call.hold() : call.resume())
}

function scriptBy(random: Random): PhoneScript {
  const afterMs = uniform(random) * 1500
  switch (below(random, 5)) {
    case 0:
      return { kind: 'reject', afterMs, status: [486, 603, 480][below(random, 3)] ?? 486 }
    case 1:
      return { kind: 'ring' }
    case 2:
      return { kind: 'answer', afterMs, hangUpAfterMs: uniform(random) * 2000 }
    default:
      return { kind: 'answer', afterMs: below(random, 2) * afterMs }
  }
}
