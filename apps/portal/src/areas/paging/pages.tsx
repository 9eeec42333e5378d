import { Route, Switch } from 'wouter'
import { NewPageGroupPage } from './new-page-group-page.tsx'
import { PageGroupPage } from './page-group-page.tsx'
import { PageGroupsPage } from './page-groups-page.tsx'

export default function PagingPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewPageGroupPage />
      </Route>
      <Route path="/:teamId">{({ teamId }) => <PageGroupPage key={teamId} teamId={teamId} />}</Route>
      <Route>
        <PageGroupsPage />
      </Route>
    </Switch>
  )
}
