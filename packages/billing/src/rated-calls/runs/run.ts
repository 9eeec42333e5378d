/**
 * Rating the calls of a month anew, of one customer or of all. `comparing` → `compared` (a person looks at what would be different) → `keeping` → `kept`;
 * back to `compared` where something has changed meanwhile, which is looked at once more. `cancelled` from everywhere but the end: what was kept until then stays.
 */
export const RERUN_STATES = ['comparing', 'compared', 'keeping', 'kept', 'cancelled'] as const
export type RerunState = (typeof RERUN_STATES)[number]

/** How far a run is with a customer. `same`: nothing would be different; `changed`: something else would be different than was looked at, and nothing is kept yet. */
export const RERUN_CUSTOMER_STATES = ['waiting', 'same', 'compared', 'changed', 'kept', 'problem'] as const
export type RerunCustomerState = (typeof RERUN_CUSTOMER_STATES)[number]

export interface Rerun {
  readonly id: string
  /** First day, ISO 8601. */
  readonly month: string
  /** Null: all customers. */
  readonly tenantId: string | null
  readonly state: RerunState
  /** Its customers are in it. */
  readonly isListed: boolean
  readonly startedBy: string
  readonly createdAt: Date
}

/** What was found of one customer, or of all together. Amounts in sixtieths of a micro-unit. */
export interface RerunSums {
  readonly calls: number
  readonly invoiced: number
  readonly different: number
  readonly before: bigint
  readonly after: bigint
}

export interface RerunProgress extends RerunSums {
  /** Of what is to be done now, or was done last; each customer counts the same, the one at work by its calls. */
  readonly percent: number
  readonly customers: Readonly<Record<RerunCustomerState, number>>
}

/** A call that would cost something else, as it is kept with a run: without numbers. */
export interface KeptDifference {
  readonly id: string
  readonly before: KeptPrice
  readonly after: KeptPrice
}

export interface KeptPrice {
  readonly outcome: 'rated' | 'free' | 'put-aside'
  readonly price: { readonly amount: string; readonly currency: string } | null
}

export interface RerunCustomer extends RerunSums {
  readonly tenantId: string
  readonly name: string
  readonly place: number
  readonly state: RerunCustomerState
}

/** 0 to 100, of comparing while it compares, of keeping while it keeps; 100 in between and afterwards. */
export function percentOfRerun(
  { state, isListed }: Pick<Rerun, 'state' | 'isListed'>,
  { percent }: Pick<RerunProgress, 'percent'>,
): number {
  if (state === 'comparing' && !isListed) return 0
  return state === 'comparing' || state === 'keeping' ? percent : 100
}
