import { z } from 'zod'
import { callDestination, faxDestination } from '../destinations/destination.ts'
import { block, flowGraph } from './blocks.ts'
import { explain } from './explain.ts'
import { flowLayout } from './layout.ts'
import { checkFlow } from './publish.ts'
import { type ExampleResult, flowExamples } from './simulator/examples.ts'
import type { Simulation } from './simulator/simulate.ts'
import type { StoredFlow } from './store.ts'
import type { FlowVersion } from './versions/store.ts'

const bilingual = z.object({ de: z.string(), en: z.string() })

export const flowView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  name: z.string(),
  number: z.string().nullable(),
  draft: flowGraph,
  published: flowGraph.nullable().describe('What calls go through; null: nothing yet'),
  version: z.int().nullable().describe('Of what is published'),
  examples: flowExamples,
  layout: flowLayout,
  revision: z.int().describe('Rises with each change of the draft, its layout, its examples, name or number'),
  problems: z
    .array(z.object({ block: z.string().nullable(), detail: z.string(), text: bilingual }))
    .describe('What is to be mended before the draft can be published'),
})

export const versionView = z.object({
  version: z.int(),
  note: z.string().nullable(),
  publishedAt: z.iso.datetime(),
  graph: flowGraph,
})

export const differenceView = z.object({
  start: z.object({ from: z.string(), to: z.string() }).optional(),
  fax: z.object({ from: faxDestination.nullable(), to: faxDestination.nullable() }).optional(),
  added: z.array(block),
  removed: z.array(block),
  changed: z.array(z.object({ from: block, to: block })),
})

export const simulationView = z.object({
  path: z.array(z.object({ flowId: z.uuid(), block: z.string(), what: z.string(), text: bilingual })),
  end: z.object({
    kind: z.enum(['led', 'hung-up', 'gave-up']),
    to: callDestination.optional(),
    displayText: z.string().optional(),
    priority: z.int().optional(),
    as: z.string().optional(),
    why: z.string().optional(),
  }),
})

export const exampleView = z.object({
  name: z.string(),
  passed: z.boolean(),
  difference: z.string().nullable(),
  simulation: simulationView,
})

export function viewFlow(flow: StoredFlow): z.infer<typeof flowView> {
  const { draft, published, examples } = flow
  return {
    ...flow,
    draft: flowGraph.parse(draft),
    published: published === null ? null : flowGraph.parse(published),
    examples: flowExamples.parse(examples),
    problems: checkFlow(draft).map(({ block: at, text }) => ({ block: at ?? null, detail: text.en, text })),
  }
}

export function viewVersion({ version, note, publishedAt, graph }: FlowVersion): z.infer<typeof versionView> {
  return { version, note, publishedAt: publishedAt.toISOString(), graph: flowGraph.parse(graph) }
}

export function viewSimulation({ path, end }: Simulation): z.infer<typeof simulationView> {
  return {
    path: path.map(({ flowId, block: at, what }) => ({ flowId, block: at, what: what.kind, text: { ...explain(what) } })),
    end: { ...end },
  }
}

export function viewExample({ name, difference, simulation }: ExampleResult): z.infer<typeof exampleView> {
  return { name, passed: difference === undefined, difference: difference ?? null, simulation: viewSimulation(simulation) }
}
