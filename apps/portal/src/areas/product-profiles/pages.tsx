import { Route, Switch } from 'wouter'
import { LoadPage } from './load-page.tsx'
import { ProfilePage } from './profile-page.tsx'
import { ProfilesPage } from './profiles-page.tsx'

export default function ProductProfilePages() {
  return (
    <Switch>
      <Route path="/new">
        <LoadPage />
      </Route>
      <Route path="/:profileId">{({ profileId }) => <ProfilePage key={profileId} profileId={profileId} />}</Route>
      <Route>
        <ProfilesPage />
      </Route>
    </Switch>
  )
}
