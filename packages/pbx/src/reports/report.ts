import type { CallStarted } from '@klinke/calls'
import type { Column, Language, Principal, Tx } from '@klinke/platform'
import { z } from 'zod'
import type { Naming } from '../call-view.ts'
import { PER, type Per } from './buckets.ts'
import type { Range } from './range.ts'

/** What a report may ask for beside its range. */
export const filters = {
  per: z
    .enum(PER)
    .default('hour-of-day')
    .describe('Each hour of the range, the hours of the day over all its days, or each day; where clocks change a day has 23 or 25 hours'),
  direction: z.enum(['internal', 'inbound', 'outbound']).optional(),
  queueId: z.uuid().optional(),
  extensionId: z.uuid(),
}

export interface ReportQuery {
  readonly from: string
  readonly to: string
  readonly zone?: string | undefined
  readonly tenantId?: string | undefined
  readonly per?: Per | undefined
  readonly direction?: CallStarted['direction'] | undefined
  readonly queueId?: string | undefined
  readonly extensionId?: string | undefined
}

/** A column of a report in a file: its title in both languages, and the cell of a row. */
export interface ReportColumn<Row> {
  readonly title: Readonly<Record<Language, string>>
  readonly kind: Column['kind']
  readonly cell: (row: Row, language: Language, zone: string) => string | number | null
}

/** Who asks, and what. */
export interface Asked {
  readonly tx: Tx
  readonly range: Range
  readonly query: ReportQuery
  readonly principal: Principal
  readonly naming: Naming
}

/** A report: a question to the database, and how its answer looks in a file. */
export interface Report<Row> {
  /** What the file and its sheet are called; at most 31 characters. */
  readonly title: Readonly<Record<Language, string>>
  readonly columns: readonly ReportColumn<Row>[]
  /** It has a row per call, and gives `limit` of them, those after `after`; the others have as many rows as there are extensions, queues or hours, and give all. */
  readonly isPaged?: boolean
  readonly read: (asked: Asked, limit: number, after: Row | undefined) => Promise<readonly Row[]>
}
