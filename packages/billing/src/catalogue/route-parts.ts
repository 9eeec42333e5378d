import type { Clock } from '@klinke/foundation'
import type { Database, MailSender } from '@klinke/platform'
import type { Catalogue } from './catalogue.ts'

/** What the routes of the catalogue stand on. */
export interface CatalogueRouteParts {
  readonly database: Database
  readonly catalogue: Catalogue
  readonly clock: Clock
  /** Absent: this installation sends no mail, so nobody can be told of changed prices. */
  readonly mail: MailSender | undefined
  /** Somebody is to be told of changed prices. */
  readonly tell: () => void
}

export const catalogueTags = ['product-profiles']
export const byOperator = { access: 'operator' } as const

/** Profiles are the operator's, whose days are those of Germany. */
const OPERATOR_TIME_ZONE = 'Europe/Berlin'

/** Today where the operator is. */
export function operatorsToday(clock: Pick<Clock, 'epochMs'>): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(clock.epochMs()).toZonedDateTimeISO(OPERATOR_TIME_ZONE).toPlainDate()
}
