import { Route, Switch } from 'wouter'
import { NewRingGroupPage } from './new-ring-group-page.tsx'
import { RingGroupPage } from './ring-group-page.tsx'
import { RingGroupsPage } from './ring-groups-page.tsx'

export default function RingGroupPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewRingGroupPage />
      </Route>
      <Route path="/:teamId">{({ teamId }) => <RingGroupPage key={teamId} teamId={teamId} />}</Route>
      <Route>
        <RingGroupsPage />
      </Route>
    </Switch>
  )
}
