/** What the simulator says is what happens: random flows, once simulated and once led with a call on paper. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { type Random, seededRandom } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { explain } from '../explain.ts'
import type { Flow } from '../interpreter/machine.ts'
import type { Lookup } from '../lookup/lookup.ts'
import { FlowPbx, paperExtension } from '../test-support/flow-pbx.ts'
import { OFFICE_REF, paperFlow, worldOf } from '../test-support/worlds.ts'
import { simulate } from './simulate.ts'
import { type SimulatedCall, simulatedCall } from './simulated-call.ts'

const SEEDS = 150
const BLOCKS = 6
/** More prompts and rings than any of these calls has. */
const MAX_TURNS = 2000

const KINDS = ['announcement', 'menu', 'hours', 'destination', 'number-pin', 'dial-by-name', 'caller', 'set', 'lookup', 'hang-up'] as const

class Dice {
  readonly #random: Random

  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  below(limit: number): number {
    return this.#random.uint32() % limit
  }

  of<T>(...choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)]
    if (choice === undefined) throw new RangeError('Nothing to choose from.')
    return choice
  }
}

function randomFlow(dice: Dice): Flow {
  const next = (): string => `b${dice.below(BLOCKS)}`
  const question = () => ({ prompt: 'ask', retries: dice.below(2), waitSeconds: 3 })
  const more: Readonly<Record<(typeof KINDS)[number], () => object>> = {
    announcement: () => ({ prompt: 'say', next: next() }),
    menu: () => ({ ...question(), keys: { 1: next(), 2: next() }, timedOut: next(), invalid: next() }),
    hours: () => ({ when: [{ schedule: OFFICE_REF, is: dice.of('open', 'closed'), next: next() }], otherwise: next() }),
    destination: () => ({ to: paperExtension(dice.of('11', '12')), otherwise: next() }),
    'number-pin': () => ({ ...question(), entries: [{ pin: '12', to: paperExtension('11') }], otherwise: next() }),
    'dial-by-name': () => ({ ...question(), otherwise: next() }),
    caller: () => ({ when: [{ is: dice.of('internal', 'external'), next: next() }], otherwise: next() }),
    set: () => ({ displayText: `t${dice.below(9)}`, next: next() }),
    lookup: () => ({ url: 'https://x.example', answers: { yes: next() }, otherwise: next(), failed: next() }),
    'hang-up': () => ({ as: 'busy' }),
  }
  const blocks = Array.from({ length: BLOCKS }, (_, index) => {
    const kind = dice.of(...KINDS)
    return { id: `b${index}`, kind, ...more[kind]() }
  })
  return paperFlow('f', ...blocks)
}

function randomCall(dice: Dice, flow: Flow, atMs: number): SimulatedCall {
  const busy = flow.graph.blocks.filter((block) => block.kind === 'destination' && isDeepStrictEqual(block.to, paperExtension('12')))
  return simulatedCall.parse({
    ...{ caller: '10', internal: true, called: '70', at: new Date(atMs).toISOString() },
    keys: Array.from({ length: 12 }, () => dice.of('', '1', '2', '9', '12', '398#', '398', '#1')),
    ...(dice.below(2) === 0 && { lookups: Object.fromEntries(flow.graph.blocks.map(({ id }) => [id, { result: 'yes' }])) }),
    refused: Object.fromEntries(busy.map(({ id }) => [id, 'busy'])),
  })
}

/** Leads a call on paper through the flow: 12 is busy, on all others the caller hangs up as they ring. Gives what the record says. */
async function led(flow: Flow, { keys, lookups }: SimulatedCall): Promise<readonly string[]> {
  const known = Object.keys(lookups).length > 0
  const lookup: Lookup = () =>
    Promise.resolve(known ? { kind: 'answered', result: 'yes', displayText: undefined } : { kind: 'failed', why: 'simulated' })
  const pbx = new FlowPbx([flow], lookup)
  const caller = await pbx.dial('acme', '10', '70')
  const left = [...keys]
  let rung = 0
  for (let turn = 0; turn < MAX_TURNS && pbx.ended.length === 0; turn++) {
    if (pbx.phones.length > rung) {
      rung = pbx.phones.length
      if (pbx.phone().invite.uri === 'sip:12@acme.example') pbx.phone().refuse(486)
      else if (caller.final === undefined) caller.cancel()
      else caller.session.hangUp()
      await pbx.clock.advance(0)
    } else if (pbx.heard === 'say') await pbx.heardOut()
    else if (pbx.heard === 'special-information') await pbx.clock.advance(3000)
    else await answerQuestion(pbx, left)
  }
  const route = pbx.ended.at(-1)?.route ?? []
  return route.filter(({ step }) => step.startsWith('flow-')).map(({ detail }) => detail)
}

/** Presses the next keys until the question is answered; what is left is for the next one. */
async function answerQuestion(pbx: FlowPbx, left: string[]): Promise<void> {
  const question = pbx.played
  const isOpen = () => pbx.played === question && pbx.ended.length === 0
  const keys = [...(left.shift() ?? '')]
  const pressed = keys.length > 0
  while (isOpen() && keys.length > 0) await pbx.press(keys.shift() ?? '')
  if (keys.length > 0) left.unshift(keys.join(''))
  if (!isOpen()) return
  if (pressed) return pbx.clock.advance(4000)
  await pbx.heardOut()
  await pbx.clock.advance(3000)
}

/** More than the record of a call takes of a flow is not compared. */
const COMPARED = 30

test(`simulated calls go as calls on paper do: ${SEEDS} random flows`, async () => {
  const ends = new Set<string>()
  for (let seed = 1; seed <= SEEDS; seed++) {
    const dice = new Dice(seed)
    const flow = randomFlow(dice)
    const call = randomCall(dice, flow, new VirtualClock().epochMs())
    const people = ['10', '11', '12', '13'].map((number) => ({ id: `acme-${number}`, name: `Extension ${number}`, number }))
    const { path, end } = await simulate('f', call, { ...worldOf(flow), people })
    const said = path.map(({ block, what }) => `f / ${block}: ${explain(what).en}`)
    assert.deepEqual((await led(flow, call)).slice(0, COMPARED), said.slice(0, COMPARED), `seed ${seed}`)
    ends.add(end.kind)
  }
  assert.deepEqual([...ends].sort(), ['gave-up', 'hung-up', 'led'])
})
