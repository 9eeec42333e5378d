import { Route, Switch } from 'wouter'
import { BillPage } from './bill-page.tsx'
import { BillsPage } from './bills-page.tsx'
import { SettingsPage } from './settings-page.tsx'

export default function ItemisedBillPages() {
  return (
    <Switch>
      <Route path="/settings">
        <SettingsPage />
      </Route>
      <Route path="/:invoiceId">{({ invoiceId }) => <BillPage key={invoiceId} invoiceId={invoiceId} />}</Route>
      <Route>
        <BillsPage />
      </Route>
    </Switch>
  )
}
