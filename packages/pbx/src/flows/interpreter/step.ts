import type { FlowBlock } from '../blocks.ts'
import { enterBlock, resumeBlock } from './blocks.ts'
import {
  type FlowInput,
  type FlowState,
  type FlowWorld,
  type Happening,
  type Look,
  MAX_STEPS_PER_CALL,
  type Move,
  type Turn,
  type Visit,
} from './machine.ts'

/** What holds while a call goes through its flows. */
export type Surroundings = Pick<Look, 'world' | 'facts' | 'nowMs'>

/** A call comes to a flow. `stepsBefore`: blocks that it has gone through already, in flows that led it here. */
export function begin(flowId: string, around: Surroundings, stepsBefore = 0): Turn {
  const state: FlowState = {
    ...{ flowId, at: '', steps: stepsBefore, asked: 0, choice: [] },
    ...{ displayText: undefined, priority: undefined },
  }
  return chain(flowId, state, around, [])
}

/** Goes on with what came of the effect, up to the next thing that has to be done. The only interpreter: of calls and of the simulator. */
export function step(state: FlowState, input: FlowInput, around: Surroundings): Turn {
  const block = blockAt(state, around.world)
  if (block === undefined) return giveUp('flow-gone', state, [])
  return follow(resumeBlock(block, input, { ...around, state }), state, around, [])
}

/** Goes from block to block until one waits. */
function follow(first: Move, from: FlowState, around: Surroundings, before: readonly Visit[]): Turn {
  let [move, state] = [first, from]
  const visits = [...before]
  for (;;) {
    visits.push(...visitsOf(state, move.what))
    if (move.kind === 'wait') return { state: { ...state, ...move.state }, effect: move.effect, visits }
    if (move.kind === 'chain') return chain(move.flowId, state, around, visits)
    if (move.to === undefined) return end(state, visits)
    state = { ...state, ...move.set, at: move.to, steps: state.steps + 1, asked: 0, choice: [] }
    if (state.steps > MAX_STEPS_PER_CALL) return giveUp('loop', state, visits)
    const block = blockAt(state, around.world)
    if (block === undefined) return giveUp('flow-gone', state, visits)
    move = enterBlock(block, { ...around, state })
  }
}

function chain(flowId: string, from: FlowState, around: Surroundings, before: readonly Visit[]): Turn {
  const flow = around.world.flows.get(flowId)
  const state = { ...from, flowId, at: flow?.graph.start ?? '', asked: 0 }
  if (flow === undefined) return giveUp('flow-gone', state, before)
  const visits = [...before, ...visitsOf(state, [{ kind: 'entered', flow: flow.name }])]
  return follow(goToStart(flow.graph.start), state, around, visits)
}

function goToStart(to: string): Move {
  return { kind: 'go', to, what: [] }
}

function end(state: FlowState, visits: readonly Visit[]): Turn {
  return { state, effect: { kind: 'hang-up', as: undefined }, visits: [...visits, ...visitsOf(state, [{ kind: 'ended', as: undefined }])] }
}

function giveUp(why: 'loop' | 'flow-gone', state: FlowState, visits: readonly Visit[]): Turn {
  return { state, effect: { kind: 'give-up', why }, visits: [...visits, ...visitsOf(state, [{ kind: 'gave-up', why }])] }
}

function visitsOf({ flowId, at }: FlowState, what: readonly Happening[]): readonly Visit[] {
  return what.map((each) => ({ flowId, block: at, what: each }))
}

function blockAt({ flowId, at }: FlowState, { flows }: FlowWorld): FlowBlock | undefined {
  return flows.get(flowId)?.graph.blocks.find(({ id }) => id === at)
}
