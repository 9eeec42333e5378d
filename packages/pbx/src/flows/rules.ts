import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { flowGraph } from './blocks.ts'
import type { GraphProblem } from './check-graph.ts'
import { flowLayout } from './layout.ts'
import type { ExampleResult } from './simulator/examples.ts'
import { flowExamples } from './simulator/examples.ts'

/** Versions that are kept of one flow; the oldest go. */
export const MAX_VERSIONS = 200

const name = z.string().trim().min(1).max(100)
const number = z
  .string()
  .regex(
    /^[1-9]\d{1,5}$/,
    inBoth({ en: 'must be 2 to 6 digits, not beginning with 0', de: 'muss 2 bis 6 Ziffern haben, die erste nicht 0' }),
  )
  .nullish()
  .describe('Internal number under which it is dialled; null: none')

export const newFlow = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  name,
  number,
  draft: flowGraph,
  layout: flowLayout.default({}),
  examples: flowExamples.default([]),
})

export const flowChange = z.strictObject({
  name: name.optional(),
  number,
  draft: flowGraph.optional(),
  layout: flowLayout.optional(),
  examples: flowExamples.optional(),
  revision: z.int().optional().describe('Of the flow that is changed; 409 when somebody has changed it since. Absent: whatever it is now'),
})

export class FlowNameTaken extends KlinkeError {
  constructor(taken: string) {
    super('flow-name-taken', `The tenant has a flow "${taken}" already. Choose another name, or change that one.`)
  }
}

export class FlowChangedMeanwhile extends KlinkeError {
  constructor(now: number) {
    super('flow-changed', `Somebody has changed the flow meanwhile; its revision is ${now}. Read it, and decide which draft shall be kept.`)
  }
}

export class FlowIncomplete extends KlinkeError {
  constructor(problems: readonly GraphProblem[]) {
    super('flow-incomplete', problems.map(({ text }) => text.en).join(' '), { german: problems.map(({ text }) => text.de).join(' ') })
  }
}

export class FlowExamplesFail extends KlinkeError {
  constructor(failed: readonly Pick<ExampleResult, 'name' | 'difference'>[]) {
    const named = failed.map((each) => `Example "${each.name}" ${each.difference}.`)
    super('flow-examples-fail', `${named.join(' ')} Mend the flow, or the example if that is how it shall be.`)
  }
}

export const flowProblems: ProblemTable = {
  'flow-name-taken': {
    status: 409,
    title: { en: 'Flow exists already', de: 'Ablauf gibt es bereits' },
    germanDetail: 'Einen Ablauf mit diesem Namen gibt es schon. Nehmen Sie einen anderen Namen, oder ändern Sie jenen.',
  },
  'flow-changed': {
    status: 409,
    title: { en: 'The flow was changed meanwhile', de: 'Der Ablauf wurde inzwischen geändert' },
    germanDetail: 'Jemand hat den Ablauf inzwischen geändert. Lesen Sie ihn neu, und entscheiden Sie, welcher Entwurf bleibt.',
  },
  'flow-incomplete': {
    status: 422,
    title: { en: 'The flow cannot be published yet', de: 'Der Ablauf kann noch nicht veröffentlicht werden' },
    germanDetail: 'Im Ablauf fehlt noch etwas. Sehen Sie nach, was der Editor beanstandet.',
  },
  'flow-examples-fail': {
    status: 422,
    title: { en: 'Examples of the flow fail', de: 'Beispiele des Ablaufs schlagen fehl' },
    germanDetail:
      'Gespeicherte Beispiele gehen anders aus, als sie sollen. Berichtigen Sie den Ablauf, oder das Beispiel, wenn es so gemeint ist.',
  },
}
