import { Route, Switch } from 'wouter'
import { useCustomerChoice } from '../../session/customer.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { AllCustomersPage } from './all-customers-page.tsx'
import { PrivacyPage } from './privacy-page.tsx'
import { RequestPage } from './request-page.tsx'

export default function PrivacyPages() {
  const isOfMany = hasCustomers(useSession())
  const { tenantId } = useCustomerChoice()
  return (
    <Switch>
      <Route path="/requests/:requestId">{({ requestId }) => <RequestPage key={requestId} requestId={requestId} />}</Route>
      <Route>{isOfMany && tenantId === undefined ? <AllCustomersPage /> : <PrivacyPage />}</Route>
    </Switch>
  )
}
