import { Route, Switch } from 'wouter'
import { DeliveriesPage } from './deliveries-page.tsx'
import { IssuerPage } from './issuer-page.tsx'
import { NewRunPage } from './new-run-page.tsx'
import { RunPage } from './run-page.tsx'
import { RunsPage } from './runs-page.tsx'

export default function InvoiceRunPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewRunPage />
      </Route>
      <Route path="/issuer">
        <IssuerPage />
      </Route>
      <Route path="/deliveries">
        <DeliveriesPage />
      </Route>
      <Route path="/:runId">{({ runId }) => <RunPage key={runId} runId={runId} />}</Route>
      <Route>
        <RunsPage />
      </Route>
    </Switch>
  )
}
