import { inBoth } from '@klinke/platform'
import { z } from 'zod'

/** `2-10,15`: rows of the file. */
export const chosenRows = z
  .string()
  .max(20_000)
  .regex(
    /^\d{1,7}(?:-\d{1,7})?(?:,\d{1,7}(?:-\d{1,7})?)*$/,
    inBoth({ en: 'must be rows such as 2-10,15', de: 'muss Zeilen nennen, etwa 2-10,15' }),
  )
  .optional()
  .describe('Only these rows of the file, such as `2-10,15`; absent: all without errors')

/** Whether a row is among those chosen. */
export function isChosen(rows: string | undefined): (row: number) => boolean {
  if (rows === undefined) return () => true
  const ranges = rows.split(',').map((range) => range.split('-').map(Number))
  return (row) => ranges.some(([first = 0, last = first]) => row >= first && row <= last)
}
