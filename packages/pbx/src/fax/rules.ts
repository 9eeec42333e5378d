import { z } from 'zod'

/** A fax machine at an extension: an analogue adapter, or a fax that speaks SIP. */
export const faxLine = z.object({
  active: z
    .boolean()
    .describe('A fax machine is there: calls are never forwarded, wait, or are announced to, and carry what a fax survives'),
  name: z.string().describe('As fax destinations show it'),
})

export const faxLineChange = z.strictObject({ active: z.boolean().optional(), name: z.string().trim().min(1).max(100).optional() })

export type FaxLine = z.infer<typeof faxLine>
export type FaxLineChange = z.infer<typeof faxLineChange>
