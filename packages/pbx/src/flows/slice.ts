import type { Slice } from '../slices/slice.ts'
import { membershipsIn } from '../teams/codes.ts'
import { flowCalls } from './flow-call.ts'
import { flowPrompts } from './flow-prompts.ts'
import type { Flow } from './interpreter/machine.ts'
import { httpLookup } from './lookup/http-lookup.ts'
import { flowRoutes } from './routes.ts'
import { flowProblems } from './rules.ts'
import { signInAgents } from './sign-in.ts'
import { loadFlows } from './store.ts'

/** Call flows: the published ones by their ids. */
export const flows: Slice<ReadonlyMap<string, Flow>> = {
  area: 'routing',
  snapshot: { empty: new Map(), tables: ['call_flow'], load: loadFlows },
  problems: flowProblems,
  open: ({ database, pins, lookupsInPrivateNetworks = false }) => {
    const lookup = httpLookup({ privateNetworks: lookupsInPrivateNetworks })
    const signIn = signInAgents(pins, membershipsIn(database))
    const calls = flowCalls({ prompts: flowPrompts, lookup, signIn })
    return { destinations: { targets: { flow: calls } }, routes: flowRoutes(database) }
  },
}
