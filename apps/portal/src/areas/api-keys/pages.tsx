import { Route, Switch } from 'wouter'
import { ApiKeysPage } from './api-keys-page.tsx'
import { NewApiKeyPage } from './new-api-key-page.tsx'

export default function ApiKeyPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewApiKeyPage />
      </Route>
      <Route>
        <ApiKeysPage />
      </Route>
    </Switch>
  )
}
