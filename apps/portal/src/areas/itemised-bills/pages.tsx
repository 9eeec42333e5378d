import { Route, Switch } from 'wouter'
import { BillPage } from './bill-page.tsx'
import { BillsPage } from './bills-page.tsx'
import { CallPage } from './call-page.tsx'
import { LinePage } from './line-page.tsx'
import { SettingsPage } from './settings-page.tsx'

export default function ItemisedBillPages() {
  return (
    <Switch>
      <Route path="/settings">
        <SettingsPage />
      </Route>
      <Route path="/:invoiceId/lines/:line/calls/:callId">
        {({ invoiceId, line, callId }) => <CallPage key={callId} invoiceId={invoiceId} line={line} callId={decodeURIComponent(callId)} />}
      </Route>
      <Route path="/:invoiceId/lines/:line">{({ invoiceId, line }) => <LinePage key={line} invoiceId={invoiceId} line={line} />}</Route>
      <Route path="/:invoiceId/calls/:callId">
        {({ invoiceId, callId }) => <CallPage key={callId} invoiceId={invoiceId} callId={decodeURIComponent(callId)} />}
      </Route>
      <Route path="/:invoiceId">{({ invoiceId }) => <BillPage key={invoiceId} invoiceId={invoiceId} />}</Route>
      <Route>
        <BillsPage />
      </Route>
    </Switch>
  )
}
