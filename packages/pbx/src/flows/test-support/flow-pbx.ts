import type { CallDestination } from '../../destinations/destination.ts'
import type { CallTarget } from '../../internal-numbers/store.ts'
import { TestPbx } from '../../test-support/test-pbx.ts'
import { flowCalls } from '../flow-call.ts'
import type { FlowPrompts } from '../flow-prompts.ts'
import type { Flow, FlowPrompt } from '../interpreter/machine.ts'
import type { Lookup } from '../lookup/lookup.ts'
import type { SignIn } from '../sign-in.ts'
import { OFFICE } from './worlds.ts'

/** The number under which flows are dialled on paper, the first one here. */
export const FLOW_NUMBERS = ['70', '71', '72', '73']

/** Prompts named `gone…` are gone. */
const paperPrompts: FlowPrompts = (prompt) => {
  const name = nameOf(prompt)
  return name.startsWith('gone') ? undefined : { kind: 'files', files: [name], repeat: 1 }
}

function nameOf(prompt: FlowPrompt): string {
  return prompt.kind === 'prompt' ? prompt.name : `choice of ${prompt.people.map(({ number }) => number).join(' ')}`
}

/** A PBX of extensions 10 to 13 whose flows are dialled as 70, 71 …, with announcements and lookups on paper. */
export class FlowPbx extends TestPbx {
  constructor(
    flows: readonly Flow[],
    lookup: Lookup = () => Promise.resolve({ kind: 'failed', why: 'paper' }),
    signIn: SignIn = () => Promise.resolve({ kind: 'sign-in-failed', why: 'paper' }),
  ) {
    const targets = flows.map(({ id, name }, index): CallTarget => ({ kind: 'flow', id, name, number: FLOW_NUMBERS[index] }))
    const parts = { flows: new Map(flows.map((flow) => [flow.id, flow])), schedules: new Map([[OFFICE.id, OFFICE]]) }
    const instead = { flows: { destinations: { targets: { flow: flowCalls({ prompts: paperPrompts, lookup, signIn }) } } } }
    super([{ id: 'acme', extensions: ['10', '11', '12', '13'], numbers: {}, targets, parts }], { instead })
  }

  /** What the caller hears now: a file, a signal, or nothing of ours. */
  get heard(): string | undefined {
    const source = this.media.sessions.at(-1)?.playbacks.at(-1)?.source
    if (source?.kind === 'files') return source.files.join(' ')
    return source?.kind === 'signal' ? source.signal : undefined
  }

  /** How many things the caller has heard. */
  get played(): number {
    return this.media.sessions.at(-1)?.playbacks.length ?? 0
  }

  /** The prompt has been heard to its end. */
  async heardOut(): Promise<void> {
    this.media.sessions.at(-1)?.playbacks.at(-1)?.end('finished')
    await this.clock.advance(0)
  }

  async press(keys: string): Promise<void> {
    for (const digit of keys) {
      this.media.sessions.at(-1)?.events.send({ kind: 'dtmf', endpoint: 'caller', digit, durationMs: 100, by: 'telephone-event' })
      await this.clock.advance(100)
    }
  }
}

/** An extension of the PBX on paper. */
export function paperExtension(number: string): CallDestination {
  return { kind: 'extension', targetId: `acme-${number}` }
}
