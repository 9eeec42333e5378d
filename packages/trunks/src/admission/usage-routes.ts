import type { ChannelLimits, Directory, TenantSnapshot } from '@klinke/accounts'
import { type ApiRoutes, decodeCursor, page, pageOf, pageQuery, principalOf, seenTenant, seenTenants } from '@klinke/platform'
import { z } from 'zod'
import type { CallAdmission } from './call-admission.ts'
import type { ChannelsInUse } from './channel-ledger.ts'
import { NO_LIMITS } from './channel-place.ts'
import { answeredPercent } from './watch/patterns.ts'
import { MIN_ANSWERED_PERCENT, type UsageWatch } from './watch/usage-watch.ts'
import { warningWords } from './watch/warning-words.ts'

const limit = z.int().nullable().describe('null: no limit')
const channels = {
  in: z.int().describe('Calls that have come in'),
  out: z.int().describe('Calls that have gone out'),
  limits: z.object({ both: limit, in: limit, out: limit }),
  percent: z.int().nullable().describe('Of the limit that is nearest; null: there is none'),
}
const usageView = z.object({
  tenantId: z.uuid(),
  name: z.string(),
  channels: z.object(channels).describe('Calls to and from outside, by the contract'),
  callRate: z.object({
    perSecond: z.number().describe('Calls out a second, over the last ten seconds'),
    allowed: z.number().nullable().describe('null: any'),
    percent: z.int().nullable(),
  }),
  answers: z.object({
    attempts: z.int().describe('Calls out of the last hour that left'),
    answered: z.int(),
    percent: z.int().nullable().describe('null: too few calls to tell'),
    least: z.int().describe('What is agreed (TRK-05)'),
  }),
  places: z
    .array(z.object({ scope: z.enum(['trunk', 'link', 'device']), id: z.string(), name: z.string(), ...channels }))
    .describe('Trunks, data links of sites and extensions at which there is a call'),
  warnings: z.array(
    z.object({
      kind: z.enum(['channels', 'call-rate', 'answer-ratio', 'dialler', 'signalling-only']),
      text: z.object({ de: z.string(), en: z.string() }),
    }),
  ),
})
type UsageView = z.infer<typeof usageView>

export interface UsageParts {
  readonly admission: CallAdmission
  readonly watch: UsageWatch
  readonly directory: Pick<Directory, 'tenant' | 'tenants'>
}

/** How much of what they have customers use now: channels, call rate, answered calls (TRK-04 to TRK-06). */
export function usageRoutes(parts: UsageParts): ApiRoutes {
  return (api) => {
    const schema = {
      ...{ tags: ['channels'], summary: 'Show how many channels are in use, how fast calls come, and how many are answered' },
      querystring: z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() }),
      response: { 200: pageOf(usageView) },
    }
    api.get('/channel-usage', { schema }, (request) => {
      const { limit: size, cursor, tenantId } = request.query
      const after = decodeCursor(cursor, 1)?.[0] ?? ''
      const principal = principalOf(request)
      const seen = tenantId === undefined ? seenTenants(principal) : new Set([seenTenant(principal, tenantId)])
      const found = [...parts.directory.tenants()].filter(({ id }) => id > after && (seen?.has(id) ?? true))
      const sorted = found.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, size + 1)
      return page(
        sorted,
        size,
        (tenant) => usageOf(tenant, parts),
        ({ id }) => [id],
      )
    })
  }
}

function usageOf(tenant: TenantSnapshot, { admission, watch }: UsageParts): UsageView {
  const { id, name, profile } = tenant
  const { ledger } = admission
  const rate = admission.rateOf(tenant)
  const perSecond = watch.callsPerSecond(id)
  const counts = watch.counts(id)
  return {
    ...{ tenantId: id, name },
    channels: channelsView(ledger.inUse('customer', id), profile.admission?.channels),
    callRate: {
      perSecond,
      allowed: rate?.callsPerSecond ?? null,
      percent: rate === undefined ? null : Math.round((perSecond * 100) / rate.callsPerSecond),
    },
    answers: {
      ...{ attempts: counts.attempts, answered: counts.answered, percent: answeredPercent(counts) ?? null },
      least: profile.admission?.minAnsweredPercent ?? MIN_ANSWERED_PERCENT,
    },
    places: ledger
      .placesOf(id)
      .flatMap(({ place, inUse }) =>
        place.scope === 'customer' || place.scope === 'carrier'
          ? []
          : [{ scope: place.scope, id: place.id, name: place.name, ...channelsView(inUse, place.limits) }],
      ),
    warnings: watch.warnings(id).map((warning) => ({ kind: warning.kind, text: warningWords(warning) })),
  }
}

function channelsView({ in: coming, out }: ChannelsInUse, limits: ChannelLimits = NO_LIMITS): UsageView['channels'] {
  const shares = [share(coming + out, limits.both), share(coming, limits.in), share(out, limits.out)].filter(
    (percent) => percent !== undefined,
  )
  return {
    ...{ in: coming, out },
    limits: { both: limits.both ?? null, in: limits.in ?? null, out: limits.out ?? null },
    percent: shares.length === 0 ? null : Math.max(...shares),
  }
}

function share(used: number, channels: number | undefined): number | undefined {
  return channels === undefined ? undefined : Math.round((used * 100) / channels)
}
