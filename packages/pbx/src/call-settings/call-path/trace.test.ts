/** What is foretold is what happens: random settings, once traced and once met by a call on paper. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Random, seededRandom } from '@klinke/foundation'
import { TestPbx } from '../../test-support/test-pbx.ts'
import { type CallSettings, DEFAULT_CALL_POLICY, DEFAULT_CALL_SETTINGS, type Forwarding, type RungParty } from '../settings.ts'
import type { PathNode } from './path.ts'
import { callPath, type Supposed } from './trace.ts'

const SEEDS = 200
const NUMBERS = ['11', '12', '13'] as const
const MOBILE = '+491701234567'
/** More phones than any of these calls rings. */
const MAX_TURNS = 60

type Phone = 'busy' | 'silent'

class Dice {
  readonly #random: Random

  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  of<T>(first: T, ...others: readonly T[]): T {
    return [first, ...others][this.#random.uint32() % (others.length + 1)] ?? first
  }
}

const to = (number: string) => ({ kind: 'extension', targetId: `acme-${number}` }) as const

function settingsBy(dice: Dice): CallSettings {
  const forwarding = (): Forwarding => ({
    when: dice.of('always', 'busy', 'no-answer', 'no-answer', 'not-registered'),
    to: dice.of<Forwarding['to']>(to('11'), to('12'), to('13'), { kind: 'external', number: MOBILE }, { kind: 'hang-up', as: 'busy' }),
    active: dice.of(true, true, false),
    callers: dice.of('all', 'internal', 'external'),
    ...{ during: null, afterSeconds: dice.of(null, 10) },
  })
  const party = (): RungParty => dice.of<RungParty>(to('12'), to('13'))
  return {
    ...DEFAULT_CALL_SETTINGS,
    doNotDisturb: dice.of(false, false, true),
    rejectedCallers: dice.of([], [], ['10']),
    ringSeconds: dice.of(null, 15),
    forwardings: dice.of([], [forwarding()], [forwarding(), forwarding()]),
    alsoRing: { active: dice.of(true, false), parties: dice.of([], [party()]), during: null },
    followMe: { active: dice.of(true, false), steps: dice.of([], [], [{ party: party(), seconds: 5 }]) },
  }
}

/** The decisions that a call meets whose phones all behave like that, in the words of its record. */
function foretold(node: PathNode, phones: Phone): readonly string[] {
  switch (node.kind) {
    case 'rejected':
      return [node.why]
    case 'rings': {
      const rungNow = node.devices + node.parties.filter((party) => party.kind === 'extension' && party.devices > 0).length
      const follow = node.follow.filter(({ party }) => party.kind === 'extension' && party.devices > 0)
      const answers = phones === 'busy' && rungNow > 0
      // Who follows is rung when nobody was there, and may be busy in turn.
      const followed = answers ? [] : phones === 'busy' ? follow.slice(0, 1) : follow
      const isBusy = answers || (phones === 'busy' && follow.length > 0)
      const words = [...(rungNow > 0 ? [`ring-extension ${node.by.number}`] : []), ...followed.map(({ seconds }) => `follow-me ${seconds}`)]
      return [...words, ...foretold(isBusy ? node.busy : node.noAnswer, phones)]
    }
    case 'forwarded':
      return [`forwarded ${node.by.number} ${node.when}`, ...foretold(node.next, phones)]
    case 'not-forwarded':
      return [`not-forwarded ${node.by.number} ${node.when}: ${node.why}`, ...foretold(node.next, phones)]
    case 'busy':
      return [node.why, ...foretold(node.next, phones)]
    case 'unreachable':
      return foretold(node.next, phones)
    case 'led':
      return [node.to.kind === 'external' ? 'outside' : node.to.kind]
    case 'ends':
    case 'secretaries':
      return []
  }
}

/** The same words of what a call has met. */
async function met(pbx: TestPbx, phones: Phone): Promise<readonly string[]> {
  const caller = await pbx.dial('acme', '10', '11')
  let rung = 0
  for (let turn = 0; turn < MAX_TURNS && caller.final === undefined; turn += 1) {
    await pbx.hearOut()
    for (const phone of pbx.phones.slice(rung)) {
      if (phones === 'busy') phone.refuse(486)
      else phone.ring()
    }
    rung = pbx.phones.length
    await pbx.clock.advance(phones === 'busy' ? 0 : 5_000)
  }
  await pbx.clock.advance(0)
  // What is led outside has a record of its own besides.
  const words = pbx.ended
    .flatMap(({ route }) => route)
    .flatMap(({ step, detail }) => {
      if (step === 'ring-extension') return detail?.includes('on 0 ') ? [] : `${step} ${detail?.split(' ')[0]}`
      if (step === 'follow-me') return `${step} ${/for (\d+) s/.exec(detail ?? '')?.[1]}`
      if (step === 'forwarded') return `${step} ${detail?.split(' →')[0]}`
      if (step === 'not-forwarded') return `${step} ${detail}`
      if (step === 'hang-up') return step
      return ['rejected-caller', 'do-not-disturb'].includes(step) ? step : []
    })
  return pbx.outside.length > 0 ? [...words, 'outside'] : words
}

function supposed(pbx: TestPbx): Supposed {
  const tenant = pbx.directory().tenant('acme')
  assert.ok(tenant)
  return {
    ...{ tenant, internal: true, nowMs: pbx.clock.epochMs() },
    from: { tenantId: 'acme', extensionId: 'acme-10', number: '10', displayName: undefined },
    devicesOf: ({ number }) => (pbx.unregistered.has(`${number}@acme.example`) ? 0 : 1),
    isTalking: () => false,
    isFull: () => false,
  }
}

for (const phones of ['silent', 'busy'] as const) {
  test(`CALL-03: with phones that are ${phones}, calls go where the path of ${SEEDS} random settings says`, async () => {
    const kinds = new Set<string>()
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const dice = new Dice(seed)
      const extensions = new Map(NUMBERS.map((number) => [`acme-${number}`, settingsBy(dice)]))
      const policy = { forwarding: dice.of('hops', 'hops', 'agreed') } as const
      const parts = { callSettings: { policy: dice.of(DEFAULT_CALL_POLICY, policy), extensions } }
      const pbx = new TestPbx([{ id: 'acme', extensions: ['10', ...NUMBERS], numbers: {}, parts }])
      for (const number of NUMBERS) if (dice.of(false, false, true)) pbx.unregistered.add(`${number}@acme.example`)
      const tenant = pbx.directory().tenant('acme')
      const called = tenant?.extensions.get('11')
      assert.ok(called)
      const path = foretold(callPath(called, supposed(pbx)), phones)
      assert.deepEqual(await met(pbx, phones), path, `seed ${seed}`)
      for (const word of path) kinds.add(word.split(' ')[0] ?? '')
    }
    const usual = ['ring-extension', 'forwarded', 'not-forwarded', 'do-not-disturb', 'outside', 'hang-up']
    for (const kind of phones === 'silent' ? [...usual, 'follow-me'] : usual) assert.ok(kinds.has(kind), `no seed has ${kind}`)
  })
}
