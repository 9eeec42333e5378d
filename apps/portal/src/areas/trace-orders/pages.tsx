import { Route, Switch } from 'wouter'
import { NewOrderPage } from './new-order-page.tsx'
import { OrderPage } from './order-page.tsx'
import { OrdersPage } from './orders-page.tsx'

export default function TraceOrderPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewOrderPage />
      </Route>
      <Route path="/:orderId">{({ orderId }) => <OrderPage key={orderId} orderId={orderId} />}</Route>
      <Route>
        <OrdersPage />
      </Route>
    </Switch>
  )
}
