import { setImmediate } from 'node:timers/promises'
import type { Result } from '@klinke/foundation'
import type { Text } from '../i18n/language.ts'
import type { Mapping } from './fields.ts'
import { type ImportProgress, unfollowed } from './jobs/import-progress.ts'
import type { Table } from './table.ts'

/** Rows read at a time, after which calls have their turn. */
const ROWS_AT_A_TIME = 100

/** The cells of a row by field; empty ones are absent. */
export type Cells<Name extends string> = Readonly<Partial<Record<Name, string>>>

/** What is wrong with a cell, or with a row as a whole. */
export interface CellProblem<Name extends string = string> {
  /** Stable, such as `number-invalid`. */
  readonly code: string
  /** Absent: the row. */
  readonly field?: Name
  /** With what to do about it. */
  readonly text: Text
}

export interface RowProblem extends CellProblem {
  readonly row: number
  /** What stands there. */
  readonly value: string
}

/** A row that was understood. */
export interface ReadRow<T> {
  readonly row: number
  readonly value: T
}

export interface ReadRows<T> {
  readonly rows: readonly ReadRow<T>[]
  /** All of a row's problems; rows that have any are not among `rows`. */
  readonly problems: readonly RowProblem[]
}

/** Reads each row by `read`, without keeping calls waiting; tells how far it is. */
export async function readRows<Name extends string, T>(
  { rows: all }: Table,
  mapping: Mapping<Name>,
  read: (cells: Cells<Name>, row: number) => Result<T, readonly CellProblem<Name>[]>,
  progress: ImportProgress = unfollowed,
): Promise<ReadRows<T>> {
  const rows: ReadRow<T>[] = []
  const problems: RowProblem[] = []
  for (const [index, { row, cells: texts }] of all.entries()) {
    if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) {
      progress('checking', index, all.length)
      await setImmediate()
    }
    const cells = cellsOf(texts, mapping)
    const result = read(cells, row)
    if (result.ok) rows.push({ row, value: result.value })
    else problems.push(...result.error.map((problem) => ({ ...problem, row, value: (problem.field && cells[problem.field]) ?? '' })))
  }
  return { rows, problems }
}

function cellsOf<Name extends string>(texts: readonly string[], mapping: Mapping<Name>): Cells<Name> {
  const cells: Partial<Record<Name, string>> = {}
  for (const [index, name] of mapping.entries()) {
    const text = texts[index]
    if (name !== undefined && text !== undefined && text !== '') cells[name] = text
  }
  return cells
}
