import { Route, Switch } from 'wouter'
import { CallPage } from './call-page.tsx'
import { LiveCallsPage } from './live-calls-page.tsx'
import { RefusedPage } from './refused-page.tsx'

export default function CallPages() {
  return (
    <Switch>
      <Route path="/refused">
        <RefusedPage />
      </Route>
      <Route path="/:callId">{({ callId }) => <CallPage key={callId} callId={callId} />}</Route>
      <Route>
        <LiveCallsPage />
      </Route>
    </Switch>
  )
}
