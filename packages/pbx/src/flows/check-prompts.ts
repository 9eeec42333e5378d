import { isSentence } from '../prompts/catalogue.ts'
import type { FlowBlock, FlowGraph } from './blocks.ts'
import type { GraphProblem } from './check-graph.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Prompts that blocks say: sentences of the product by name, announcements of the tenant by id. */
export function promptsOf(block: FlowBlock): readonly string[] {
  const named = [...('prompt' in block ? [block.prompt] : []), ...('invalidPrompt' in block ? [block.invalidPrompt] : [])]
  return named.flatMap((prompt) => prompt ?? [])
}

/** Announcements of the tenant that a flow says. That they are there is held by the database. */
export function announcementsIn({ blocks }: FlowGraph): readonly string[] {
  return [...new Set(blocks.flatMap(promptsOf).filter((prompt) => UUID.test(prompt)))]
}

/** Prompts that are nothing: the caller would hear a beep, or silence. */
export function checkPrompts({ blocks }: FlowGraph): readonly GraphProblem[] {
  return blocks.flatMap((block) =>
    promptsOf(block)
      .filter((prompt) => !isSentence(prompt) && !UUID.test(prompt))
      .map((prompt) => ({
        block: block.id,
        text: {
          de: `Block „${block.id}“ sagt „${prompt}“, was keine Ansage ist. Wählen Sie eine aus der Liste.`,
          en: `Block "${block.id}" says "${prompt}", which is no prompt. Choose one of GET /prompts, or the id of an announcement.`,
        },
      })),
  )
}
