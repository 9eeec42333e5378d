import { Route, Switch } from 'wouter'
import { useSession } from '../../session/session-context.tsx'
import { ChangeOrderPage } from './change-order-page.tsx'
import { ChooseContractPage } from './choose-contract-page.tsx'
import { MoveOrderPage } from './move-order-page.tsx'
import { NewOrderPage } from './new-order-page.tsx'
import { OrderPage } from './order-page.tsx'
import { OrdersPage } from './orders-page.tsx'
import { StockPage } from './stock-page.tsx'

export default function OrderPages() {
  const isOperator = useSession().kind === 'operator'
  return (
    <Switch>
      <Route path="/new">{isOperator ? <NewOrderPage /> : <ChooseContractPage />}</Route>
      <Route path="/change">
        <ChooseContractPage />
      </Route>
      <Route path="/change/:contractId">{({ contractId }) => <ChangeOrderPage key={contractId} contractId={contractId} />}</Route>
      <Route path="/move/:contractId">{({ contractId }) => <MoveOrderPage key={contractId} contractId={contractId} />}</Route>
      <Route path="/stock">
        <StockPage />
      </Route>
      <Route path="/:orderId">{({ orderId }) => <OrderPage key={orderId} orderId={orderId} />}</Route>
      <Route>
        <OrdersPage />
      </Route>
    </Switch>
  )
}
