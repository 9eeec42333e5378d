import type { Answer } from '../../../api/operation.ts'

export const IMPORT = 'POST /extensions/imports'

/** What would become of a file, or has become of it. */
export type Report = Answer<typeof IMPORT>
export type Planned = Report['preview'][number]
export type KeptExtension = Answer<'POST /extensions/imports/{importId}/undo'>['kept'][number]

/** What was read from these is another after an import. */
export const REFRESHES = ['/extensions', '/call-targets', '/ring-groups', '/queues'] as const

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
