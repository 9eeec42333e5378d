import { Route, Switch } from 'wouter'
import { NewProviderPage } from './new-provider-page.tsx'
import { ProviderPage } from './provider-page.tsx'
import { ProvidersPage } from './providers-page.tsx'

export default function ProviderPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewProviderPage />
      </Route>
      <Route path="/:carrierId">{({ carrierId }) => <ProviderPage key={carrierId} carrierId={carrierId} />}</Route>
      <Route>
        <ProvidersPage />
      </Route>
    </Switch>
  )
}
