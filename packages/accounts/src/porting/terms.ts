import { z } from 'zod'

const itemId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** Key `porting` of a product profile (ORD-03). */
export const portingTerms = z.strictObject({
  oldContract: z
    .enum(['terminated-on-behalf', 'left-to-customer'])
    .default('terminated-on-behalf')
    .describe('Who gives notice to the present carrier'),
  outgoingRefusedUntilPaid: z.boolean().default(false).describe('Numbers go to another carrier only once the customer owes nothing'),
  outgoingItem: itemId
    .default('outgoing-porting')
    .describe('One-off item of the catalogue that is charged once a number has gone; charged only where it is sold'),
  incomingItem: itemId.optional().describe('The same once a number has come'),
})
export type PortingTerms = Readonly<z.infer<typeof portingTerms>>
