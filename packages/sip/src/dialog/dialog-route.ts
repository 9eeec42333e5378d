import { hasParam } from '../header/params.ts'
import { Route } from '../header/route.ts'
import { parseSip } from '../uri/parse-uri.ts'
import type { Dialog } from './dialog.ts'

/** How a request in a dialog finds its way. */
export interface DialogRoute {
  readonly uri: string
  /** Values of the Route header. */
  readonly route: readonly string[]
  /** The URI of the next hop, which is resolved (RFC 3263). */
  readonly nextHop: string
}

/** Request-URI and Route of a request in the dialog, with loose or strict routing (RFC 3261 §12.2.1.1). */
export function routeOf({ routeSet, remoteTarget }: Dialog): DialogRoute {
  const [first, ...others] = routeSet
  const hop = first === undefined ? undefined : Route.parse(first)
  if (hop === undefined) return { uri: remoteTarget, route: [], nextHop: remoteTarget }
  const uri = parseSip(hop.uri)
  if (uri !== undefined && hasParam(uri.params, 'lr')) return { uri: remoteTarget, route: routeSet, nextHop: hop.uri }
  // A strict router expects itself in the Request-URI and the target at the end of the list.
  return { uri: hop.uri, route: [...others, `<${remoteTarget}>`], nextHop: hop.uri }
}
