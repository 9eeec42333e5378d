/** How a table was read, as every import tells it. */
export interface TableView {
  readonly columns: readonly { readonly title: string; readonly field: string | null; readonly samples: readonly string[] }[]
}

/** What would become of a file, or has become of it: what all imports tell. */
export interface ImportReport {
  /** null: it was a trial. */
  readonly importId: string | null
  /** null: it was no table. */
  readonly table: TableView | null
  readonly created: number
  readonly changed: number
  readonly skipped: number
  readonly failed: number
  readonly problems: readonly {
    readonly row: number
    readonly value: string
    readonly text: { readonly de: string; readonly en: string }
  }[]
}

/** An import at work, or what came of it. */
export interface ImportJob<Report> {
  readonly id: string
  readonly state: 'running' | 'done' | 'failed'
  readonly dryRun: boolean
  readonly fileName: string
  readonly stage: 'reading' | 'checking' | 'comparing' | 'writing' | null
  readonly percent: number
  /** null: it is still running. */
  readonly report: Report | null
}

/** What a job is asked to do, in the words of the API. */
export type ImportQuery = Readonly<Record<string, string>>

/** The routes of one kind of import. Same functions as long as they ask for the same. */
export interface ImportSource<Report extends ImportReport> {
  readonly start: (query: ImportQuery, file: Blob) => Promise<Omit<ImportJob<Report>, 'report'>>
  /** Answers once more per cent than `after` are done. */
  readonly follow: (jobId: string, after: number) => Promise<ImportJob<Report>>
  /** The own jobs of the last hour, the newest first. */
  readonly jobs: () => Promise<readonly { readonly id: string; readonly state: ImportJob<Report>['state'] }[]>
  readonly discard: (jobId: string) => Promise<unknown>
  /** What was read from these is another after an import. */
  readonly refreshes: readonly string[]
}

const NOT_READ = '-'

/** The columns as they were understood, in the words of the API; undefined for a file that is no table. */
export function columnsOf(table: TableView | null): string | undefined {
  return table?.columns.map(({ field }) => field ?? NOT_READ).join(',')
}

/** The same with another meaning of one column. One field has one column: who takes it leaves the other without. */
export function remapped({ columns }: TableView, place: number, field: string): string {
  const fields = columns.map((column, index) => (index === place ? field : column.field === field ? NOT_READ : (column.field ?? NOT_READ)))
  return fields.join(',')
}

/** Rows as the API takes them: `2-10,15`. */
export function rowsInWords(rows: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const row of rows.toSorted((a, b) => a - b)) {
    const range = ranges.at(-1)
    if (range !== undefined && row <= range[1] + 1) range[1] = row
    else ranges.push([row, row])
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',')
}
