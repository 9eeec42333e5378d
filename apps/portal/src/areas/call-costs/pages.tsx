import { Route, Switch } from 'wouter'
import { CallPage } from './call-page.tsx'
import { CallsPage } from './calls-page.tsx'
import { ReratePage } from './rerate-page.tsx'
import { TariffPage } from './tariff-page.tsx'

export default function CallCostPages() {
  return (
    <Switch>
      <Route path="/anew">
        <ReratePage />
      </Route>
      <Route path="/tariff">
        <TariffPage />
      </Route>
      <Route path="/calls/:usageId">{({ usageId }) => <CallPage key={usageId} usageId={decodeURIComponent(usageId)} />}</Route>
      <Route>
        <CallsPage />
      </Route>
    </Switch>
  )
}
