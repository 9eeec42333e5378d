import { Route, Switch } from 'wouter'
import { NewTrunkPage } from './new-trunk-page.tsx'
import { OutagePage } from './outage/outage-page.tsx'
import { TrunkPage } from './trunk-page.tsx'
import { TrunksPage } from './trunks-page.tsx'

export default function TrunkPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewTrunkPage />
      </Route>
      <Route path="/:trunkId/outage">{({ trunkId }) => <OutagePage key={trunkId} trunkId={trunkId} />}</Route>
      <Route path="/:trunkId">{({ trunkId }) => <TrunkPage key={trunkId} trunkId={trunkId} />}</Route>
      <Route>
        <TrunksPage />
      </Route>
    </Switch>
  )
}
