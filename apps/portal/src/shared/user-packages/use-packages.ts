import type { Entry } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'

export type UserPackage = Entry<'GET /user-packages'>

/** The packages of the customer's product; empty: it has none, or they are not there yet. */
export function useUserPackages(): readonly UserPackage[] {
  return useAnswer('GET /user-packages', [{ query: useCustomer() }]).data?.items ?? []
}
