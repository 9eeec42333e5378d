import { Route, Switch } from 'wouter'
import { NewSitePage } from './new-site-page.tsx'
import { SitePage } from './site-page.tsx'
import { SitesPage } from './sites-page.tsx'

export default function SitePages() {
  return (
    <Switch>
      <Route path="/new">
        <NewSitePage />
      </Route>
      <Route path="/:siteId">{({ siteId }) => <SitePage key={siteId} siteId={siteId} />}</Route>
      <Route>
        <SitesPage />
      </Route>
    </Switch>
  )
}
