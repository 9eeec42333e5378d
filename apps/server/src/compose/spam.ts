import { ScoreList, SpamFilter, StoredSpam } from '@klinke/trunks'
import type { Ground } from './klinke.ts'

/** Judges callers from outside by the operator's list, and tells clients of the API of each about whom something is done. */
export async function openSpamFilter({
  database,
  clock,
  logger,
  scope,
  events,
}: Pick<Ground, 'database' | 'clock' | 'logger' | 'scope' | 'events'>): Promise<SpamFilter> {
  const spam = await StoredSpam.open({ database, clock, logger })
  scope.own({ close: () => spam[Symbol.asyncDispose]() })
  return new SpamFilter({
    scores: new ScoreList(() => spam.scores),
    rulesOf: (tenantId) => spam.rulesOf(tenantId),
    told: (tenantId, { number, score, action }, called) =>
      events.tell({ topic: 'calls', type: 'call.spam', tenantId, area: 'live', users: [], data: { number, score, action, called } }),
    clock,
  })
}
