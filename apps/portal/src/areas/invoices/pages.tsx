import { Route, Switch } from 'wouter'
import { InvoicePage } from './invoice-page.tsx'
import { InvoicesPage } from './invoices-page.tsx'
import { RecipientPage } from './recipient-page.tsx'

export default function InvoicePages() {
  return (
    <Switch>
      <Route path="/recipient">
        <RecipientPage />
      </Route>
      <Route path="/:invoiceId">{({ invoiceId }) => <InvoicePage key={invoiceId} invoiceId={invoiceId} />}</Route>
      <Route>
        <InvoicesPage />
      </Route>
    </Switch>
  )
}
