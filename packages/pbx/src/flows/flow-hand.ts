import { type Call, type CallParty, type Outcome, refused, talked } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { type FlowPrompts, INSTEAD_OF_PROMPT } from './flow-prompts.ts'
import type { Performed } from './interpreter/drive.ts'
import type { CollectEffect, Flow, FlowEffect, FlowInput, LeadEffect, SignInEffect, Turn } from './interpreter/machine.ts'
import type { Lookup } from './lookup/lookup.ts'
import type { SignIn } from './sign-in.ts'

/** How long a caller hears that its call cannot go on. */
const NOTICE_SECONDS = 3
/** How long each further key may take. */
const INTER_DIGIT_SECONDS = 4

export interface FlowHandParts {
  readonly call: Call
  readonly context: CallContext
  readonly flow: Flow
  readonly prompts: FlowPrompts
  readonly lookup: Lookup
  readonly signIn: SignIn
  /** Told how many blocks the call has gone through when it leaves the flow. */
  readonly led: (steps: number) => void
}

/** Carries a flow's effects out on a call. */
export class FlowHand {
  readonly #parts: FlowHandParts

  constructor(parts: FlowHandParts) {
    this.#parts = parts
  }

  async perform(effect: FlowEffect, { state }: Turn): Promise<Performed<Outcome>> {
    switch (effect.kind) {
      case 'play':
        return came({ kind: 'played', heard: await this.#play(effect.prompt, effect.beforeAnswer) })
      case 'collect':
        return this.#collect(effect)
      case 'look-up':
        return came(await this.#lookUp(effect.url, effect.timeLimitMs))
      case 'lead':
        this.#parts.led(state.steps)
        return this.#lead(effect)
      case 'sign-in':
        return this.#signIn(effect)
      case 'ask-consent':
        return came({ kind: 'consent', agreed: await this.#askConsent(effect.prompt) })
      case 'hang-up':
        return over(await this.#hangUp(effect))
      case 'give-up':
        return over(await this.#giveUp(effect.why))
    }
  }

  /** False when there is nothing to hear, or it could not be heard to its end. */
  async #play(name: string, beforeAnswer: boolean): Promise<boolean> {
    const { call, context, prompts } = this.#parts
    const source = prompts({ kind: 'prompt', name }, context)
    if (source === undefined) return false
    await this.#audible(beforeAnswer)
    return (await call.play(source)) === 'finished'
  }

  async #collect({ prompt, maxDigits, terminator, waitSeconds }: CollectEffect): Promise<Performed<Outcome>> {
    const { call, context, prompts } = this.#parts
    await this.#audible(false)
    const source = prompts(prompt, context)
    if (source === undefined) call.note('prompt-gone', prompt.kind === 'prompt' ? prompt.name : prompt.kind)
    const collected = await call.collect({
      ...{ maxDigits, firstDigitSeconds: waitSeconds, interDigitSeconds: INTER_DIGIT_SECONDS },
      prompt: source ?? INSTEAD_OF_PROMPT,
      ...(terminator !== undefined && { terminator }),
    })
    return collected.ended === 'gone' ? over(await call.over) : came({ kind: 'keys', digits: collected.digits })
  }

  async #lookUp(url: string, timeLimitMs: number): Promise<FlowInput> {
    const { call, lookup } = this.#parts
    const answer = await call.scope.race(lookup({ url, timeLimitMs }))
    if (answer.kind === 'failed') return { kind: 'lookup-failed', why: answer.why }
    return { kind: 'looked-up', result: answer.result, displayText: answer.displayText }
  }

  async #signIn(effect: SignInEffect): Promise<Performed<Outcome>> {
    const { call, context, signIn } = this.#parts
    await this.#audible(false)
    return came(await call.scope.race(signIn(call, effect, context)))
  }

  /** What is said counts for the whole call, wherever it goes on. */
  async #askConsent(prompt: string | undefined): Promise<boolean> {
    const { call, context, prompts } = this.#parts
    await this.#audible(false)
    const own = prompt === undefined ? undefined : prompts({ kind: 'prompt', name: prompt }, context)
    return (await context.pbx.recorder?.askCaller(call, context, own)) ?? false
  }

  async #lead({ to, displayText, priority, mayReturn }: LeadEffect): Promise<Performed<Outcome>> {
    const { call, context, flow } = this.#parts
    const outcome = await context.pbx.routeTo(call, to, {
      ...context,
      ledBy: `flow ${flow.name}`,
      ...(displayText !== undefined && { from: shownWith(displayText, context.from) }),
      ...(priority !== undefined && { priority }),
    })
    const returns = mayReturn && outcome.kind === 'refused' && !call.scope.closed
    return returns ? came({ kind: 'refused', why: outcome.cause }) : over(outcome)
  }

  #hangUp({ as }: Extract<FlowEffect, { kind: 'hang-up' }>): Promise<Outcome> {
    const { call, context } = this.#parts
    if (call.state === 'answered') return Promise.resolve(talked('hung-up-by-called'))
    return context.pbx.routeTo(call, { kind: 'hang-up', as }, context)
  }

  /** Nobody is left without a word: the tone for "this cannot be", then the end. */
  async #giveUp(why: 'loop' | 'flow-gone'): Promise<Outcome> {
    const { call } = this.#parts
    await this.#audible(true)
    await call.startPlaying({ kind: 'signal', signal: 'special-information' })
    const { promise, resolve } = Promise.withResolvers<void>()
    call.after(NOTICE_SECONDS * 1000, resolve)
    await call.scope.race(promise)
    if (call.state === 'answered') return talked('error')
    return why === 'loop' ? refused('error', 482, 'Loop Detected') : refused('not-found', 404)
  }

  /** The caller can hear us: answered, or before the answer if that is wanted and can be. */
  async #audible(beforeAnswer: boolean): Promise<void> {
    const { call, context, flow } = this.#parts
    if (call.state === 'answered' || (beforeAnswer && (await call.earlyMedia()))) return
    await call.answer(flowParty(flow, context))
  }
}

function flowParty({ name }: Flow, { tenant }: CallContext): CallParty {
  return { tenantId: tenant.id, extensionId: undefined, number: '', displayName: name }
}

/** "Support: Anna" tells who is called what the call is about. */
function shownWith(text: string, from: CallParty): CallParty {
  return { ...from, displayName: `${text}: ${from.displayName ?? from.number}` }
}

function came(input: FlowInput): Performed<Outcome> {
  return { kind: 'came', input }
}

function over(result: Outcome): Performed<Outcome> {
  return { kind: 'over', result }
}
