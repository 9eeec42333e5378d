import type { MediaSource } from '@klinke/rtp'
import { announcementSource } from '../announcements/announcement.ts'
import type { PbxParts } from '../calls/context.ts'
import { isSentence } from '../prompts/catalogue.ts'
import type { Prompts } from '../prompts/prompts.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { FlowPrompt } from './interpreter/machine.ts'

/** Who hears a prompt, and where it comes from. */
export interface PromptContext {
  readonly tenant: FlowListener
  readonly pbx: Pick<PbxParts, 'prompts'>
}

type FlowListener = Pick<PbxSnapshot, 'prompts' | 'profile' | 'announcements'>

/** Gives what is heard for a prompt of a flow; undefined when there is no such prompt any more. */
export type FlowPrompts = (prompt: FlowPrompt, context: PromptContext) => MediaSource | undefined

/** What is heard in place of a question whose prompt is gone: the caller is to know that it is its turn. */
export const INSTEAD_OF_PROMPT: MediaSource = { kind: 'signal', signal: 'beep' }

/** The product's sentences and the tenant's announcements, in the tenant's language and words; between people "for extension 12 press 1". */
export const flowPrompts: FlowPrompts = (prompt, { tenant, pbx: { prompts } }) => {
  if (prompt.kind === 'prompt') return sourceOf(prompt.name, tenant, prompts)
  const files = prompt.people.flatMap(({ number }, index) => [
    ...prompts.files('flow-for', { tenant }),
    ...prompts.digitsFiles(number, { tenant }),
    ...prompts.files('flow-press', { tenant }),
    ...prompts.digitsFiles(String(index + 1), { tenant }),
  ])
  return { kind: 'files', files, repeat: 1 }
}

function sourceOf(name: string, tenant: FlowListener, prompts: Prompts): MediaSource | undefined {
  if (isSentence(name)) return prompts.source(name, { tenant })
  const announcement = tenant.announcements.byId.get(name)
  return announcement && announcementSource(announcement, prompts, { tenant })
}
