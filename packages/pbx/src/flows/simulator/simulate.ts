import type { CallDestination, HangUpAs } from '../../destinations/destination.ts'
import { drive, type Performed } from '../interpreter/drive.ts'
import type { CollectEffect, FlowEffect, FlowInput, FlowWorld, LeadEffect, SignInEffect, Turn, Visit } from '../interpreter/machine.ts'
import type { SimulatedCall } from './simulated-call.ts'

/** Where a simulated call ends. */
export type SimulatedEnd =
  | { readonly kind: 'led'; readonly to: CallDestination; readonly displayText?: string; readonly priority?: number }
  | { readonly kind: 'hung-up'; readonly as?: HangUpAs }
  | { readonly kind: 'gave-up'; readonly why: 'loop' | 'flow-gone' }

export interface Simulation {
  readonly path: readonly Visit[]
  readonly end: SimulatedEnd
}

/** Lets a call go through a flow without phones, by the interpreter of real calls. */
export async function simulate(flowId: string, call: SimulatedCall, world: FlowWorld): Promise<Simulation> {
  const path: Visit[] = []
  const hand = new SimulatedHand(call)
  const end = await drive<SimulatedEnd>({
    ...{ flowId, world },
    facts: { callerNumber: call.caller, internal: call.internal, called: call.called },
    nowMs: () => Date.parse(call.at),
    perform: (effect, turn) => Promise.resolve(hand.perform(effect, turn)),
    visited: (visit) => path.push(visit),
  })
  return { path, end }
}

const ONE_KEY = { maxDigits: 1, terminator: undefined }

/** Carries effects out on paper. */
class SimulatedHand {
  readonly #call: SimulatedCall
  readonly #keys: string[]

  constructor(call: SimulatedCall) {
    this.#call = call
    this.#keys = [...call.keys]
  }

  perform(effect: FlowEffect, { state }: Turn): Performed<SimulatedEnd> {
    switch (effect.kind) {
      case 'play':
        return came({ kind: 'played', heard: true })
      case 'collect':
        return came({ kind: 'keys', digits: this.#pressed(effect) })
      case 'look-up':
        return came(this.#lookedUp(state.at))
      case 'lead':
        return this.#led(effect, state.at)
      case 'sign-in':
        return came(this.#signedIn(effect, state.at))
      case 'ask-consent':
        return came({ kind: 'consent', agreed: this.#pressed(ONE_KEY) === '1' })
      case 'hang-up':
        return over({ kind: 'hung-up', ...(effect.as !== undefined && { as: effect.as }) })
      case 'give-up':
        return over({ kind: 'gave-up', why: effect.why })
    }
  }

  /** As `collect` of a call reads them: what is typed ahead is kept for the next question. */
  #pressed({ maxDigits, terminator }: Pick<CollectEffect, 'maxDigits' | 'terminator'>): string {
    const keys = this.#keys.shift() ?? ''
    const ended = terminator === undefined ? -1 : keys.slice(0, maxDigits).indexOf(terminator)
    const used = ended >= 0 ? ended : Math.min(maxDigits, keys.length)
    const rest = keys.slice(ended >= 0 ? ended + 1 : used)
    if (rest !== '') this.#keys.unshift(rest)
    return keys.slice(0, used)
  }

  #lookedUp(block: string): FlowInput {
    const answer = this.#call.lookups[block]
    if (answer === undefined || answer === null) return { kind: 'lookup-failed', why: 'simulated' }
    return { kind: 'looked-up', result: answer.result, displayText: answer.displayText }
  }

  #signedIn({ recognise }: SignInEffect, block: string): FlowInput {
    const { internal, caller, agents } = this.#call
    const number = internal && recognise ? caller : agents?.[block]
    if (number === undefined || number === null) return { kind: 'sign-in-failed', why: 'simulated' }
    return { kind: 'signed-in', number, queues: 1 }
  }

  #led({ to, displayText, priority, mayReturn }: LeadEffect, block: string): Performed<SimulatedEnd> {
    const refused = this.#call.refused[block]
    if (mayReturn && refused !== undefined) return came({ kind: 'refused', why: refused })
    return over({ kind: 'led', to, ...(displayText !== undefined && { displayText }), ...(priority !== undefined && { priority }) })
  }
}

function came<T>(input: FlowInput): Performed<T> {
  return { kind: 'came', input }
}

function over<T>(result: T): Performed<T> {
  return { kind: 'over', result }
}
