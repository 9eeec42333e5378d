import { Route, Switch } from 'wouter'
import { CarrierPage } from './carrier-page.tsx'
import { CarriersPage } from './carriers-page.tsx'
import { NewCarrierPage } from './new-carrier-page.tsx'

export default function CarrierPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewCarrierPage />
      </Route>
      <Route path="/:carrierId">{({ carrierId }) => <CarrierPage key={carrierId} carrierId={carrierId} />}</Route>
      <Route>
        <CarriersPage />
      </Route>
    </Switch>
  )
}
