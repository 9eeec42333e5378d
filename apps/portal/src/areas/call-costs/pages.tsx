import { Route, Switch } from 'wouter'
import { CallPage } from './call-page.tsx'
import { CallsPage } from './calls-page.tsx'
import { LinePage } from './line-page.tsx'
import { ReratePage } from './rerate-page.tsx'
import { RerunCustomerPage } from './rerun-customer-page.tsx'
import { RerunPage } from './rerun-page.tsx'
import { TariffPage } from './tariff-page.tsx'

export default function CallCostPages() {
  return (
    <Switch>
      <Route path="/anew">
        <ReratePage />
      </Route>
      <Route path="/anew/:runId/:tenantId">
        {({ runId, tenantId }) => <RerunCustomerPage key={`${runId}${tenantId}`} runId={runId} tenantId={tenantId} />}
      </Route>
      <Route path="/anew/:runId">{({ runId }) => <RerunPage key={runId} runId={runId} />}</Route>
      <Route path="/tariff">
        <TariffPage />
      </Route>
      <Route path="/invoices/:invoiceId/lines/:line/calls/:usageId">
        {({ invoiceId, line, usageId }) => (
          <CallPage key={usageId} usageId={decodeURIComponent(usageId)} back={`/invoices/${invoiceId}/lines/${line}`} />
        )}
      </Route>
      <Route path="/invoices/:invoiceId/lines/:line">
        {({ invoiceId, line }) => <LinePage key={line} invoiceId={invoiceId} line={line} />}
      </Route>
      <Route path="/calls/:usageId">{({ usageId }) => <CallPage key={usageId} usageId={decodeURIComponent(usageId)} />}</Route>
      <Route>
        <CallsPage />
      </Route>
    </Switch>
  )
}
