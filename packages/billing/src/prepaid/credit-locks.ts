/** Locks calls out of customers who owe more than their credit covers (FRD-03); 110 and 112 stay free. Implemented by the cost guard, wired in apps/server. */
export interface CreditLocks {
  /** Announces a lock from then on, or from the end of the product's notice. Nothing happens where one is open. `reason`: for the customer. */
  announce(tenantId: string, lock: { readonly reason: string; readonly from: Date }): Promise<void>
  /** The reason has ended. Nothing happens where no lock is open. */
  lift(tenantId: string): Promise<void>
  /** From when on calls out are locked; undefined: no such lock is open. */
  lockedFrom(tenantId: string): Promise<Date | undefined>
}
