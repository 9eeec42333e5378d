import type { Part } from '../part.ts'
import { benchRouteDecision } from '../route-decision.ts'

/** Where a call goes that leaves (issue 5: at most 50 µs and 1 GiB). */
export const routeDecision: Part = { name: 'route-decision', run: () => Promise.resolve(benchRouteDecision()) }
