import type { Tx } from '@klinke/platform'
import { assertTarget } from '../destinations/store.ts'
import type { FlowGraph } from './blocks.ts'
import { checkGraph, type GraphProblem } from './check-graph.ts'
import { announcementsIn, checkPrompts } from './check-prompts.ts'
import { loadWorld } from './load-world.ts'
import { FlowExamplesFail, FlowIncomplete } from './rules.ts'
import { tryExamples } from './simulator/examples.ts'
import type { StoredFlow } from './store.ts'
import { type FlowVersion, storeVersion } from './versions/store.ts'

/** Puts the draft in force if it is whole and its examples come out as expected. Throws `FlowIncomplete` or `FlowExamplesFail`. */
export async function publishFlow(tx: Tx, flow: StoredFlow, note: string | null): Promise<FlowVersion> {
  const problems = checkFlow(flow.draft)
  if (problems.length > 0) throw new FlowIncomplete(problems)
  const world = await loadWorld(tx, flow.tenantId, { id: flow.id, name: flow.name, graph: flow.draft })
  const failed = (await tryExamples(flow.id, flow.examples, world)).filter(({ difference }) => difference !== undefined)
  if (failed.length > 0) throw new FlowExamplesFail(failed)
  return storeVersion(tx, flow, note)
}

/** All that is to be mended before a draft can be published. */
export function checkFlow(draft: FlowGraph): readonly GraphProblem[] {
  return [...checkGraph(draft), ...checkPrompts(draft)]
}

/** Everything of the tenant that `value` leads to must be there. Throws `NoSuchTarget`. */
export async function assertTargets(tx: Tx, tenantId: string, value: unknown): Promise<void> {
  const distinct = new Map(targetsIn(value).map((target) => [`${target.kind} ${target.targetId}`, target]))
  for (const target of distinct.values()) await assertTarget(tx, tenantId, target)
}

/** The same for the announcements that a flow says. Throws `NoSuchTarget`. */
export async function assertAnnouncements(tx: Tx, tenantId: string, draft: FlowGraph): Promise<void> {
  for (const targetId of announcementsIn(draft)) await assertTarget(tx, tenantId, { kind: 'announcement', targetId })
}

function targetsIn(value: unknown): readonly { readonly kind: string; readonly targetId: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('targetId' in value && 'kind' in value) return [{ kind: String(value.kind), targetId: String(value.targetId) }]
  return Object.values(value).flatMap(targetsIn)
}
