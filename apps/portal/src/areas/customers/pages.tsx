import { Route, Switch } from 'wouter'
import { CustomerPage } from './customer-page.tsx'
import { CustomersPage } from './customers-page.tsx'
import { NewCustomerPage } from './new-customer-page.tsx'

export default function CustomerPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewCustomerPage />
      </Route>
      <Route path="/:tenantId">{({ tenantId }) => <CustomerPage key={tenantId} tenantId={tenantId} />}</Route>
      <Route>
        <CustomersPage />
      </Route>
    </Switch>
  )
}
