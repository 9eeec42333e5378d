import { Route, Switch } from 'wouter'
import { NewNumbersPage } from './new-numbers-page.tsx'
import { NumberPage } from './number-page.tsx'
import { NumbersPage } from './numbers-page.tsx'

export default function NumberPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewNumbersPage />
      </Route>
      <Route path="/:e164">{({ e164 }) => <NumberPage key={e164} e164={decodeURIComponent(e164)} />}</Route>
      <Route>
        <NumbersPage />
      </Route>
    </Switch>
  )
}
