import { Route, Switch } from 'wouter'
import { NewSchedulePage } from './new-schedule-page.tsx'
import { SchedulePage } from './schedule-page.tsx'
import { SchedulesPage } from './schedules-page.tsx'

export default function SchedulePages() {
  return (
    <Switch>
      <Route path="/new">
        <NewSchedulePage />
      </Route>
      <Route path="/:scheduleId">{({ scheduleId }) => <SchedulePage key={scheduleId} scheduleId={scheduleId} />}</Route>
      <Route>
        <SchedulesPage />
      </Route>
    </Switch>
  )
}
