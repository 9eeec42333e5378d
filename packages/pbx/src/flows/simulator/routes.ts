import { type Api, type Database, inScope, NotFound, principalOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import type { FlowWorld } from '../interpreter/machine.ts'
import { loadWorld } from '../load-world.ts'
import { findFlow, type StoredFlow } from '../store.ts'
import { exampleView, simulationView, viewExample, viewSimulation } from '../views.ts'
import { tryExamples } from './examples.ts'
import { simulate } from './simulate.ts'
import { simulatedCall } from './simulated-call.ts'

const params = z.object({ flowId: z.uuid() })
const of = z.enum(['draft', 'published']).default('draft')
const simulateBody = z.strictObject({ of, call: simulatedCall })
const tryBody = z.strictObject({ of })
const tags = ['flows']

/** Trying a flow without phones. */
export function simulatorRoutes(api: Api, database: Database): void {
  const simulation = { tags, summary: 'Simulate a call through a flow', params, body: simulateBody, response: { 200: simulationView } }
  api.post('/flows/:flowId/simulate', { schema: simulation }, async (request) => {
    const { flowId } = request.params
    const { of: which, call } = request.body
    const { world } = await inScope(database, principalOf(request), undefined, (tx) => worldOf(tx, flowId, which))
    return viewSimulation(await simulate(flowId, call, world))
  })
  const response = { 200: z.object({ items: z.array(exampleView) }) }
  const trial = { tags, summary: 'Try the examples of a flow', params, body: tryBody, response }
  api.post('/flows/:flowId/try-examples', { schema: trial }, async (request) => {
    const { flowId } = request.params
    const { flow, world } = await inScope(database, principalOf(request), undefined, (tx) => worldOf(tx, flowId, request.body.of))
    return { items: (await tryExamples(flowId, flow.examples, world)).map(viewExample) }
  })
}

async function worldOf(tx: Tx, flowId: string, which: 'draft' | 'published'): Promise<{ flow: StoredFlow; world: FlowWorld }> {
  const flow = await findFlow(tx, flowId)
  const graph = which === 'draft' ? flow?.draft : flow?.published
  if (flow === undefined || !graph) throw new NotFound(which === 'draft' ? 'flow' : 'published flow', flowId)
  return { flow, world: await loadWorld(tx, flow.tenantId, { id: flowId, name: flow.name, graph }) }
}
