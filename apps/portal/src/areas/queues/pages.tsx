import { Route, Switch } from 'wouter'
import { NewQueuePage } from './new-queue-page.tsx'
import { QueuePage } from './queue-page.tsx'
import { QueuesPage } from './queues-page.tsx'

export default function QueuePages() {
  return (
    <Switch>
      <Route path="/new">
        <NewQueuePage />
      </Route>
      <Route path="/:teamId">{({ teamId }) => <QueuePage key={teamId} teamId={teamId} />}</Route>
      <Route>
        <QueuesPage />
      </Route>
    </Switch>
  )
}
