import { actInCall, assertAllOver, assertOwned, one } from '@klinke/calls/test-support'
import { below, type Random, seededRandom, uniform } from '@klinke/foundation'
import { type LinkConditions, LOSSY_LINK, PERFECT_LINK, type PhoneScript, type ScriptedPhone } from '@klinke/testbed'
import { assertConsented } from './consented.ts'
import { assertNoDeadAir } from './dead-air.ts'
import { DIALLED, EXTENSIONS, KEYS, OTHERS, OTHERS_DIAL, OUTSIDE, paperTenants } from './paper-tenants.ts'
import { SimulatedPbx } from './simulated-pbx.ts'

const REPERTOIRE = { numbers: DIALLED, keys: KEYS }
const ACTIONS_PER_RUN = 24
/** Actions fall into this time: short enough that they meet each other's messages on the way. */
const ACTION_SPAN_MS = 12_000
const LISTEN_EVERY_MS = 500
const LISTEN_MS = 30_000
/** Everybody hangs up; longer than anything rings. */
const EVENING_MS = 40_000
/** As long as a phone waits for word of its transfer (RFC 3515 §2.4.4) at least. */
const EVENINGS = 4
const MAX_EVENINGS = 12

const LINKS: readonly LinkConditions[] = [PERFECT_LINK, { ...PERFECT_LINK, delayMs: 30, jitterMs: 30 }, LOSSY_LINK]

/** One seeded run: phones of two tenants and somebody outside use every feature at random moments; then the invariants. */
export async function race(seed: number): Promise<SimulatedPbx> {
  const tenants = paperTenants(seededRandom(seed + 2_000_003))
  const pbx = new SimulatedPbx({ seed, tenants, conditions: LINKS[seed % LINKS.length] })
  const { clock, random } = pbx
  const [acme, bolt] = pbx.tenants
  const inside = [
    ...EXTENSIONS.map((number) => pbx.phone(number, scriptBy(random), acme)),
    ...OTHERS.map((number) => pbx.phone(number, scriptBy(random), bolt)),
  ]
  for (const phone of inside) if (below(random, 8) > 0) void phone.register()
  const phones = [...inside, pbx.outside(OUTSIDE, scriptBy(random))]
  for (let i = 0; i < ACTIONS_PER_RUN; i++) {
    const phone = one(phones, random)
    if (phone) clock.after(200 + uniform(random) * ACTION_SPAN_MS, () => act(phone, pbx))
  }
  for (let atMs = 0; atMs < LISTEN_MS; atMs += LISTEN_EVERY_MS) {
    await clock.advance(LISTEN_EVERY_MS)
    assertOwned(pbx)
    assertNoDeadAir(pbx)
  }
  pbx.closeQueues()
  // What is given back to a phone after a transfer, from a slot rings it once more.
  for (let evening = 0; evening < MAX_EVENINGS && (evening < EVENINGS || pbx.control.size > 0); evening++) {
    for (const phone of phones) for (const call of phone.calls) call.hangUp()
    await clock.advance(EVENING_MS)
  }
  await assertAllOver(pbx)
  assertConsented(pbx)
  return pbx
}

function act(phone: ScriptedPhone, pbx: SimulatedPbx): void {
  const { random } = pbx
  assertOwned(pbx)
  const call = one(phone.calls, random)
  const dice = below(random, 18)
  if (dice >= 9) actInCall(phone, call, pbx, REPERTOIRE)
  else if (dice < 5 || call === undefined) dial(phone, random)
  else if (dice < 7) call.hangUp()
  else if (dice === 7 && call.state.kind === 'talking') void (below(random, 2) === 0 ? call.hold() : call.resume())
  else if (phone.account.username !== OUTSIDE) void phone.register(below(random, 2) * 600)
}

function dial(phone: ScriptedPhone, random: Random): void {
  const outside = phone.account.username === OUTSIDE
  const number = outside
    ? `+49221555${one(['00', '01', '02', '03'], random)}`
    : one(phone.account.username.startsWith('5') ? OTHERS_DIAL : DIALLED, random)
  if (number !== undefined) phone.call(encodeURIComponent(number))
}

function scriptBy(random: Random): PhoneScript {
  const afterMs = uniform(random) * 3000
  switch (below(random, 6)) {
    case 0:
      return { kind: 'reject', afterMs, status: one([486, 603, 480], random) ?? 486 }
    case 1:
      return { kind: 'ring' }
    case 2:
      return { kind: 'answer', afterMs, hangUpAfterMs: uniform(random) * 6000 }
    default:
      return { kind: 'answer', afterMs: below(random, 2) * afterMs }
  }
}
