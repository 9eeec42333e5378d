import type { Slice } from '../slices/slice.ts'
import { flowCalls } from './flow-call.ts'
import { flowPrompts } from './flow-prompts.ts'
import type { Flow } from './interpreter/machine.ts'
import { httpLookup } from './lookup/http-lookup.ts'
import { flowRoutes } from './routes.ts'
import { flowProblems } from './rules.ts'
import { loadFlows } from './store.ts'

/** Call flows: the published ones by their ids. */
export const flows: Slice<ReadonlyMap<string, Flow>> = {
  snapshot: { empty: new Map(), load: loadFlows },
  problems: flowProblems,
  open: ({ database }) => {
    const lookup = httpLookup({ privateNetworks: false })
    return { destinations: { targets: { flow: flowCalls({ prompts: flowPrompts, lookup }) } }, routes: flowRoutes(database) }
  },
}
