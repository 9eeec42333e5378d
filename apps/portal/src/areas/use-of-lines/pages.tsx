import { Route, Switch } from 'wouter'
import { useCustomerChoice } from '../../session/customer.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { CustomersPage } from './customers-page.tsx'
import { LimitPage } from './limit-page.tsx'
import { UsagePage } from './usage-page.tsx'

export default function UseOfLinesPages() {
  const session = useSession()
  const { tenantId } = useCustomerChoice()
  const isOfMany = hasCustomers(session) && tenantId === undefined
  return (
    <Switch>
      <Route path="/limits/:placeId">{({ placeId }) => <LimitPage key={placeId} placeId={placeId} />}</Route>
      <Route>{isOfMany ? <CustomersPage /> : <UsagePage />}</Route>
    </Switch>
  )
}
