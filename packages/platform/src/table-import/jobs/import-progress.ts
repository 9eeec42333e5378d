/** What an import is at: the file is read, its rows are understood, held against what is there, and written. */
export const IMPORT_STAGES = ['reading', 'checking', 'comparing', 'writing'] as const
export type ImportStage = (typeof IMPORT_STAGES)[number]

/** Told how far a stage is; throws when the import was cancelled, so that its transaction is taken back. */
export type ImportProgress = (stage: ImportStage, done: number, total: number) => void

/** For an import that nobody follows. */
export const unfollowed: ImportProgress = () => undefined

/** Where each stage begins, in per cent; writing takes the most by far. */
const BEGINS: Readonly<Record<'try' | 'import', Readonly<Record<ImportStage | 'end', number>>>> = {
  try: { reading: 0, checking: 10, comparing: 80, writing: 99, end: 99 },
  import: { reading: 0, checking: 5, comparing: 20, writing: 30, end: 99 },
}

/** How far an import is as a whole, in whole per cent; 100 is what has ended. */
export function percentOf(dryRun: boolean, stage: ImportStage, done: number, total: number): number {
  const begins = BEGINS[dryRun ? 'try' : 'import']
  const next = IMPORT_STAGES[IMPORT_STAGES.indexOf(stage) + 1] ?? 'end'
  const part = total === 0 ? 1 : Math.min(1, done / total)
  return Math.floor(begins[stage] + part * (begins[next] - begins[stage]))
}

/** Steps that somebody who looks on can tell apart. */
const STEPS = 20
const MIN_ROWS_AT_A_TIME = 20

/** Rows that are written together, so that `total` rows show steps and yet take few statements. */
export function rowsAtATime(total: number, most: number): number {
  return Math.min(most, Math.max(MIN_ROWS_AT_A_TIME, Math.ceil(total / STEPS)))
}
