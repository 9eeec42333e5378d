import { Route, Switch } from 'wouter'
import { NewPortingPage } from './new-porting-page.tsx'
import { PortingPage } from './porting-page.tsx'
import { PortingsPage } from './portings-page.tsx'

export default function PortingPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewPortingPage />
      </Route>
      <Route path="/:portingId">{({ portingId }) => <PortingPage key={portingId} portingId={portingId} />}</Route>
      <Route>
        <PortingsPage />
      </Route>
    </Switch>
  )
}
