import { Route, Switch } from 'wouter'
import { NewRoomPage } from './new-room-page.tsx'
import { RoomPage } from './room-page.tsx'
import { RoomsPage } from './rooms-page.tsx'

export default function ConferenceRoomPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewRoomPage />
      </Route>
      <Route path="/:roomId">{({ roomId }) => <RoomPage key={roomId} roomId={roomId} />}</Route>
      <Route>
        <RoomsPage />
      </Route>
    </Switch>
  )
}
