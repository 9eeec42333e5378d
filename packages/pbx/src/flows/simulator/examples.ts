import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { callDestination } from '../../destinations/destination.ts'
import type { FlowWorld } from '../interpreter/machine.ts'
import { type Simulation, simulate } from './simulate.ts'
import { simulatedCall } from './simulated-call.ts'

/** Examples of one flow. */
export const MAX_EXAMPLES = 50

/** A call with what should become of it: tried before a version is published. */
export const flowExample = z.strictObject({
  name: z.string().trim().min(1).max(100),
  call: simulatedCall,
  expected: z.strictObject({
    end: z.enum(['led', 'hung-up', 'gave-up']),
    to: callDestination.optional().describe('Where it is led'),
    blocks: z.array(z.string()).max(400).optional().describe('Blocks that it goes through, in order; absent: any'),
  }),
})

export const flowExamples = z.array(flowExample).max(MAX_EXAMPLES)

export type FlowExample = z.infer<typeof flowExample>

/** What became of an example; `difference` when it is not what was expected. */
export interface ExampleResult {
  readonly name: string
  readonly difference: string | undefined
  readonly simulation: Simulation
}

export async function tryExamples(flowId: string, examples: readonly FlowExample[], world: FlowWorld): Promise<readonly ExampleResult[]> {
  const results: ExampleResult[] = []
  for (const { name, call, expected } of examples) {
    const simulation = await simulate(flowId, call, world)
    results.push({ name, difference: differenceOf(simulation, expected), simulation })
  }
  return results
}

/** The blocks of a way, each once for a stay. */
export function blocksOf({ path }: Simulation): readonly string[] {
  return path.map(({ block }) => block).filter((block, index, all) => block !== '' && block !== all[index - 1])
}

function differenceOf(simulation: Simulation, expected: FlowExample['expected']): string | undefined {
  const { end } = simulation
  if (end.kind !== expected.end) return `should end "${expected.end}", and ends "${end.kind}"`
  if (expected.to !== undefined && end.kind === 'led' && !isDeepStrictEqual(end.to, expected.to)) {
    return `should be led to ${JSON.stringify(expected.to)}, and is led to ${JSON.stringify(end.to)}`
  }
  const blocks = blocksOf(simulation)
  if (expected.blocks === undefined || isDeepStrictEqual(blocks, expected.blocks)) return undefined
  return `should go ${expected.blocks.join(' → ')}, and goes ${blocks.join(' → ')}`
}
