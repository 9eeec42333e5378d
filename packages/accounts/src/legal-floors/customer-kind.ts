import { z } from 'zod'

/** `small-enterprise`: micro and small enterprises and organisations not for profit that have not waived what § 71 (3) TKG gives them; all others are `enterprise`. */
export const CUSTOMER_KINDS = ['consumer', 'small-enterprise', 'enterprise'] as const
export type CustomerKind = (typeof CUSTOMER_KINDS)[number]

export const customerKind = z
  .enum(CUSTOMER_KINDS)
  .describe(
    'For consumers, and small enterprises that have not waived it (§ 71 TKG), law’s floors hold beside the product’s terms; absent: "enterprise", whose terms hold as agreed',
  )

/** Whether law's floors hold for a customer whatever its product says (§ 71 TKG). */
export function isProtected(kind: CustomerKind | undefined): boolean {
  return kind === 'consumer' || kind === 'small-enterprise'
}
