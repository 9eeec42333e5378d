import { Route, Switch } from 'wouter'
import { CarrierPage } from './carrier-page.tsx'
import { CarriersPage } from './carriers-page.tsx'
import { NewCarrierPage } from './new-carrier-page.tsx'
import { ImportPage } from './prices/import-page.tsx'
import { NewPricePage } from './prices/new-price-page.tsx'
import { PricePage } from './prices/price-page.tsx'
import { PricesPage } from './prices/prices-page.tsx'
import { NewRulePage } from './routing/new-rule-page.tsx'
import { RoutingPage } from './routing/routing-page.tsx'
import { RulePage } from './routing/rule-page.tsx'

export default function CarrierPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewCarrierPage />
      </Route>
      <Route path="/routing">
        <RoutingPage />
      </Route>
      <Route path="/routing/new">
        <NewRulePage />
      </Route>
      <Route path="/routing/:ruleId">{({ ruleId }) => <RulePage key={ruleId} ruleId={ruleId} />}</Route>
      <Route path="/:carrierId/prices">{({ carrierId }) => <PricesPage key={carrierId} carrierId={carrierId} />}</Route>
      <Route path="/:carrierId/prices/new">{({ carrierId }) => <NewPricePage carrierId={carrierId} />}</Route>
      <Route path="/:carrierId/prices/import">{({ carrierId }) => <ImportPage key={carrierId} carrierId={carrierId} />}</Route>
      <Route path="/:carrierId/prices/:prefix">
        {({ carrierId, prefix }) => <PricePage key={`${carrierId} ${prefix}`} carrierId={carrierId} prefix={decodeURIComponent(prefix)} />}
      </Route>
      <Route path="/:carrierId">{({ carrierId }) => <CarrierPage key={carrierId} carrierId={carrierId} />}</Route>
      <Route>
        <CarriersPage />
      </Route>
    </Switch>
  )
}
