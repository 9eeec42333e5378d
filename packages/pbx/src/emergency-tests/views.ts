import { z } from 'zod'
import { FINDINGS } from './compare.ts'
import { UNFINDABLE } from './readiness.ts'
import type { KeptTest } from './store.ts'

const address = z.object({ street: z.string(), houseNumber: z.string(), postalCode: z.string(), city: z.string() })

export const testView = z.object({
  id: z.uuid(),
  extensionId: z.uuid(),
  madeAt: z.iso.datetime(),
  madeBy: z.string().describe('Who has made it; `telephone`: its code was dialled'),
  number: z.string().nullable().describe('What the control centre reads; null: no number'),
  address: address.nullable().describe('From the location object; null: there is none in the call'),
  site: z.string().nullable().describe('Where the phone stands'),
  carrier: z.string().nullable().describe('Which a true call would go to first'),
  findings: z.array(z.enum(FINDINGS)).describe('What differs from the site; `address-not-sent` alone is no fault'),
})

export const readinessView = z.object({
  tenantId: z.uuid(),
  tenantName: z.string(),
  requiresValidSite: z.boolean().describe('New extensions are made at valid sites only'),
  extensions: z.int(),
  unfindable: z
    .array(
      z.object({
        extensionId: z.uuid(),
        number: z.string(),
        name: z.string(),
        site: z.string().nullable(),
        flaws: z.array(z.enum(UNFINDABLE)),
      }),
    )
    .describe('1,000 of a customer at most'),
})

export function viewOfTest({ madeAt, findings, ...test }: KeptTest): z.infer<typeof testView> {
  return { ...test, findings: [...findings], madeAt: madeAt.toISOString() }
}
