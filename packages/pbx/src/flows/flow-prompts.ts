import type { MediaSource } from '@klinke/rtp'
import type { CallContext } from '../calls/context.ts'
import { isSentence } from '../prompts/catalogue.ts'
import type { FlowPrompt } from './interpreter/machine.ts'

/** Gives what is heard for a prompt of a flow; undefined when there is no such prompt any more. */
export type FlowPrompts = (prompt: FlowPrompt, context: CallContext) => MediaSource | undefined

/** What is heard in place of a question whose prompt is gone: the caller is to know that it is its turn. */
export const INSTEAD_OF_PROMPT: MediaSource = { kind: 'signal', signal: 'beep' }

/** Silence after each person that may be chosen. */
const CHOICE_PAUSE_MS = 300

/** The product's sentences, in the tenant's language and words; between people the caller hears key and number of each. */
export const flowPrompts: FlowPrompts = (prompt, { tenant, pbx: { prompts } }) => {
  if (prompt.kind === 'prompt') return isSentence(prompt.name) ? prompts.source(prompt.name, { tenant }) : undefined
  const files = prompt.people.flatMap(({ number }, index) => [
    ...prompts.digitsFiles(String(index + 1), { tenant }),
    ...prompts.digitsFiles(number, { tenant }),
  ])
  return { kind: 'files', files, repeat: 1, pauseMs: CHOICE_PAUSE_MS }
}
