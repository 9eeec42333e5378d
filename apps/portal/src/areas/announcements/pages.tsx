import { Route, Switch } from 'wouter'
import { AnnouncementPage } from './announcement-page.tsx'
import { AnnouncementsPage } from './announcements-page.tsx'
import { NewAnnouncementPage } from './new-announcement-page.tsx'

export default function AnnouncementPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewAnnouncementPage />
      </Route>
      <Route path="/:announcementId">
        {({ announcementId }) => <AnnouncementPage key={announcementId} announcementId={announcementId} />}
      </Route>
      <Route>
        <AnnouncementsPage />
      </Route>
    </Switch>
  )
}
