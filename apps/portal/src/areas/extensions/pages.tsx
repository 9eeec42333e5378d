import { Route, Switch } from 'wouter'
import { ExtensionPage } from './extension-page.tsx'
import { ExtensionsPage } from './extensions-page.tsx'
import { ImportPage } from './import/import-page.tsx'
import { NewExtensionPage } from './new-extension-page.tsx'

export default function ExtensionPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewExtensionPage />
      </Route>
      <Route path="/import">
        <ImportPage />
      </Route>
      <Route path="/:extensionId">{({ extensionId }) => <ExtensionPage key={extensionId} extensionId={extensionId} />}</Route>
      <Route>
        <ExtensionsPage />
      </Route>
    </Switch>
  )
}
