import { Route, Switch } from 'wouter'
import { NewWebhookPage } from './new-webhook-page.tsx'
import { WebhookPage } from './webhook-page.tsx'
import { WebhooksPage } from './webhooks-page.tsx'

export default function WebhookPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewWebhookPage />
      </Route>
      <Route path="/:webhookId">{({ webhookId }) => <WebhookPage key={webhookId} webhookId={webhookId} />}</Route>
      <Route>
        <WebhooksPage />
      </Route>
    </Switch>
  )
}
