import type { CachedStatus } from './status-cache.ts'

/** The public status for programs. Field by field: nothing else gets out. */
export function statusJson({ status, isOld }: CachedStatus): object {
  const { at, components, incidents, maintenance } = status
  return {
    ...{ at: at.toISOString(), isOld, state: overall(status) },
    components: components.map(({ component, state, days }) => ({ component, state, days })),
    incidents: incidents.map(({ title, components: affected, beganAt, endedAt, news }) => ({
      ...{ title, components: affected, beganAt: beganAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
      news: news.map(({ text, at: when }) => ({ text, at: when.toISOString() })),
    })),
    maintenance: maintenance.map(({ title, text, from, until, components: affected }) => ({
      ...{ title, text, from: from.toISOString(), until: until.toISOString(), components: affected },
    })),
  }
}

export type Overall = 'works' | 'disturbed' | 'maintenance' | 'not-measured'

export function overall({ components }: CachedStatus['status']): Overall {
  const states = new Set(components.map(({ state }) => state))
  if (states.has('down')) return 'disturbed'
  if (states.has('maintenance')) return 'maintenance'
  return states.has('works') ? 'works' : 'not-measured'
}
