import type { FlowPrompt, Happening, Move } from './machine.ts'

/** What all blocks have that ask for keys. */
export interface Question {
  readonly prompt: string
  readonly waitSeconds: number
  readonly retries: number
}

export interface Keys {
  readonly maxDigits: number
  /** The caller may end its input by `#`. */
  readonly terminator?: '#'
}

/** Asks, for the `asked`th time. */
export function ask({ prompt, waitSeconds }: Question, { maxDigits, terminator }: Keys, asked: number, says?: FlowPrompt): Move {
  return {
    kind: 'wait',
    effect: { kind: 'collect', prompt: says ?? { kind: 'prompt', name: prompt }, maxDigits, terminator, waitSeconds },
    what: [{ kind: 'asked', times: asked }],
    state: { asked, choice: says?.kind === 'choice' ? says.people : [] },
  }
}

/** Asks once more as long as it may, with what was wrong noted first; else goes on elsewhere. */
export function askAgain(question: Question, keys: Keys, asked: number, otherwise: string | undefined, ...why: readonly Happening[]): Move {
  if (asked > question.retries) return { kind: 'go', to: otherwise, what: why }
  const again = ask(question, keys, asked + 1)
  return { ...again, what: [...why, ...again.what] }
}
