import { Route, Switch } from 'wouter'
import { ExtensionRulesPage } from './extension-rules-page.tsx'
import { RulesPage } from './rules-page.tsx'

export default function OutboundRulePages() {
  return (
    <Switch>
      <Route path="/extensions/:extensionId">
        {({ extensionId }) => <ExtensionRulesPage key={extensionId} extensionId={extensionId} />}
      </Route>
      <Route>
        <RulesPage />
      </Route>
    </Switch>
  )
}
