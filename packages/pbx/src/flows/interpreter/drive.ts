import type { CallFacts, FlowEffect, FlowInput, FlowWorld, Turn, Visit } from './machine.ts'
import { begin, step } from './step.ts'

/** Who carries effects out: a call, or the simulator. `over` when the call does not come back to the flow. */
export type Perform<T> = (effect: FlowEffect, turn: Turn) => Promise<Performed<T>>

export type Performed<T> = { readonly kind: 'came'; readonly input: FlowInput } | { readonly kind: 'over'; readonly result: T }

export interface Drive<T> {
  readonly flowId: string
  readonly world: FlowWorld
  readonly facts: CallFacts
  readonly nowMs: () => number
  readonly stepsBefore?: number
  readonly perform: Perform<T>
  /** Told of every step, in order, before its effect is carried out. */
  readonly visited: (visit: Visit) => void
}

/** Leads a call through flows to its end. */
export async function drive<T>({ flowId, world, facts, nowMs, stepsBefore, perform, visited }: Drive<T>): Promise<T> {
  const around = () => ({ world, facts, nowMs: nowMs() })
  let turn = begin(flowId, around(), stepsBefore)
  for (;;) {
    for (const visit of turn.visits) visited(visit)
    const done = await perform(turn.effect, turn)
    if (done.kind === 'over') return done.result
    turn = step(turn.state, done.input, around())
  }
}
