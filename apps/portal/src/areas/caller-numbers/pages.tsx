import { Route, Switch } from 'wouter'
import { NewRightPage } from './new-right-page.tsx'
import { RightPage } from './right-page.tsx'
import { RightsPage } from './rights-page.tsx'

export default function CallerNumberPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewRightPage />
      </Route>
      <Route path="/:rightId">{({ rightId }) => <RightPage key={rightId} rightId={rightId} />}</Route>
      <Route>
        <RightsPage />
      </Route>
    </Switch>
  )
}
