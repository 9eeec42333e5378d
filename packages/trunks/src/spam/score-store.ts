import { randomUUIDv7 } from 'node:crypto'
import { matching, type Tx, violatedConstraint } from '@klinke/platform'
import { type Generated, type Selectable, sql } from 'kysely'
import { MAX_SCORES, type ScoreFields, ScoreTaken, TooManySpamEntries } from './rules.ts'
import type { ScoredPrefix } from './score-list.ts'

interface ScoreTable {
  readonly id: string
  readonly prefix: string
  readonly score: number
  readonly note: string | null
  readonly valid_from: Date | null
  readonly valid_until: Date | null
  readonly created_at: Generated<Date>
}

interface ScoreTables {
  readonly spam_score: ScoreTable
}

export interface StoredScore extends Omit<ScoreFields, 'validFrom' | 'validUntil'> {
  readonly id: string
  readonly validFrom: Date | null
  readonly validUntil: Date | null
}

/** By prefix, those after `after`; `q`: that have it in prefix or note. */
export async function listScores(tx: Tx, limit?: number, after?: string, q?: string): Promise<readonly StoredScore[]> {
  let query = tx.tables<ScoreTables>().selectFrom('spam_score').selectAll().orderBy('prefix')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('prefix', '>', after)
  if (q) query = query.where(matching(q, sql`prefix`, sql`note`))
  return (await query.execute()).map(fromRow)
}

/** Throws `ScoreTaken` or `TooManySpamEntries`. */
export async function insertScores(tx: Tx, scores: readonly ScoreFields[]): Promise<readonly StoredScore[]> {
  const tables = tx.tables<ScoreTables>()
  const { count } = await tables
    .selectFrom('spam_score')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) + scores.length > MAX_SCORES) throw new TooManySpamEntries(MAX_SCORES)
  const inserted: StoredScore[] = []
  for (let at = 0; at < scores.length; at += ROWS_AT_A_TIME) {
    const rows = scores.slice(at, at + ROWS_AT_A_TIME).map(rowOf)
    try {
      await tables.insertInto('spam_score').values(rows).execute()
    } catch (error) {
      throw violatedConstraint(error) === 'spam_score_prefix' ? new ScoreTaken(rows[0]?.prefix ?? '') : error
    }
    inserted.push(...rows.map((row) => fromRow({ ...row, created_at: new Date(0) })))
  }
  return inserted
}

const ROWS_AT_A_TIME = 1_000

export async function deleteScore(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.tables<ScoreTables>().deleteFrom('spam_score').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Empties the list, for one that takes its place. */
export async function deleteAllScores(tx: Tx): Promise<number> {
  return Number((await tx.tables<ScoreTables>().deleteFrom('spam_score').executeTakeFirst()).numDeletedRows)
}

export function scoredFrom({ prefix, score, note, validFrom, validUntil }: StoredScore): ScoredPrefix {
  return { prefix, score, note: note ?? undefined, validFromMs: validFrom?.getTime(), validUntilMs: validUntil?.getTime() }
}

function rowOf({ prefix, score, note, validFrom, validUntil }: ScoreFields) {
  const times = {
    valid_from: validFrom === null ? null : new Date(validFrom),
    valid_until: validUntil === null ? null : new Date(validUntil),
  }
  return { id: randomUUIDv7(), prefix, score, note, ...times }
}

function fromRow({ id, prefix, score, note, valid_from: validFrom, valid_until: validUntil }: Selectable<ScoreTable>): StoredScore {
  return { id, prefix, score, note, validFrom, validUntil }
}
