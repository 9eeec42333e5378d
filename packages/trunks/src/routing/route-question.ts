import type { Api } from '@klinke/platform'
import { z } from 'zod'
import { DEFAULT_SHARE } from './carrier-routing.ts'
import type { RouteParts } from './routes.ts'

const answer = z.object({
  rule: z
    .object({ prefix: z.string(), effect: z.enum(['only', 'first', 'never']) })
    .nullable()
    .describe('The rule that the number falls under'),
  items: z
    .array(
      z.object({
        carrierId: z.uuid(),
        name: z.string(),
        state: z.enum(['steady', 'damped', 'down']).describe('`damped`: it comes and goes, so it is tried after the steady ones'),
        isFirst: z.boolean().describe('The rule puts it before the others'),
        priority: z.int(),
        share: z.int().describe('Its part of the calls among equals'),
        microsPerMinute: z.int().nullable().describe('Millionths of a euro; null: no price is known'),
      }),
    )
    .describe('In the order in which a call would try them now; among equals chance decides by their shares, anew for each call'),
})

/** Over which carriers a number would go now, and why. */
export function addRouteQuestion(api: Api, { carriers, routing, isUp }: RouteParts): void {
  const querystring = z.strictObject({ number: z.string().regex(/^\+?\d{2,15}$/) })
  const schema = { tags: ['carriers'], summary: 'Show over which carriers a number would go', querystring, response: { 200: answer } }
  api.get('/carrier-routes', { config: { access: 'operator' }, schema }, (request) => {
    const route = routing.route(request.query.number, carriers.carriers(), isUp)
    return {
      rule: route.rule === undefined ? null : { prefix: `+${route.rule.prefix}`, effect: route.rule.effect },
      items: route.carriers.map(({ carrier, state, isFirst, microsPerMinute }) => ({
        ...{ carrierId: carrier.id, name: carrier.name, state, isFirst, priority: carrier.priority, share: carrier.share ?? DEFAULT_SHARE },
        microsPerMinute: microsPerMinute ?? null,
      })),
    }
  })
}
