import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { hasCustomers } from './session.ts'
import { useSession } from './session-context.tsx'

const KEPT_AS = 'klinke.customer'

/** The customer that an operator or reseller works for. */
interface CustomerChoice {
  readonly tenantId: string | undefined
  readonly choose: (tenantId: string | undefined) => void
}

const CustomerContext = createContext<CustomerChoice>({ tenantId: undefined, choose: () => undefined })

export function CustomerProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(KEPT_AS) ?? undefined)
  const choice = useMemo(() => {
    const choose = (tenantId: string | undefined): void => {
      if (tenantId === undefined) sessionStorage.removeItem(KEPT_AS)
      else sessionStorage.setItem(KEPT_AS, tenantId)
      setChosen(tenantId)
    }
    return { tenantId: hasCustomers(session) ? chosen : undefined, choose }
  }, [chosen, session])
  return <CustomerContext value={choice}>{children}</CustomerContext>
}

export function useCustomerChoice(): CustomerChoice {
  return use(CustomerContext)
}

/**
 * To be spread into the query of a list and into the body of what is created: `{ tenantId }` when an operator or reseller has
 * chosen a customer, else nothing, because the session says it.
 */
export function useCustomer(): { readonly tenantId?: string } {
  const { tenantId } = useCustomerChoice()
  return useMemo(() => (tenantId === undefined ? {} : { tenantId }), [tenantId])
}
