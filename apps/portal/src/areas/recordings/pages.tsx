import { Route, Switch } from 'wouter'
import { RecordingPage } from './recording-page.tsx'
import { RecordingsPage } from './recordings-page.tsx'

export default function RecordingPages() {
  return (
    <Switch>
      <Route path="/:recordingId">{({ recordingId }) => <RecordingPage key={recordingId} recordingId={recordingId} />}</Route>
      <Route>
        <RecordingsPage />
      </Route>
    </Switch>
  )
}
