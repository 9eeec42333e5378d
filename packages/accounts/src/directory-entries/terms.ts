import { z } from 'zod'

/** Key `directoryEntry` of a product profile (ORD-04); without the key the product has no directory entries. */
export const directoryTerms = z.strictObject({
  offered: z.boolean().default(true).describe('Customers may have entries in directories'),
  standard: z
    .enum(['none', 'head-number-with-0'])
    .default('none')
    .describe('What is proposed for a block: its stem alone, or the head number with -0'),
})
export type DirectoryTerms = Readonly<z.infer<typeof directoryTerms>>

/** Of customers without a contract: their operator decides by itself. */
export const DIRECTORY_WITHOUT_CONTRACT: DirectoryTerms = { offered: true, standard: 'head-number-with-0' }
