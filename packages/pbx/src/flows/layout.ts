import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { blockId, MAX_BLOCKS } from './blocks.ts'

/** Pixels from the middle that anybody needs; beyond it is a mistake. */
const MAX_COORDINATE = 100_000

const coordinate = z.number().min(-MAX_COORDINATE).max(MAX_COORDINATE)

/** Where blocks of the draft stand in the editor, by their ids, in pixels; blocks without a place are placed by the editor. */
export const flowLayout = z
  .record(blockId, z.strictObject({ x: coordinate, y: coordinate }))
  .refine(
    (places) => Object.keys(places).length <= MAX_BLOCKS,
    inBoth({ en: `must be ${MAX_BLOCKS} places at most`, de: `dürfen höchstens ${MAX_BLOCKS} Plätze sein` }),
  )

export type FlowLayout = z.infer<typeof flowLayout>
