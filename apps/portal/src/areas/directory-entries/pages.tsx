import { Route, Switch } from 'wouter'
import { EntriesPage } from './entries-page.tsx'
import { EntryPage } from './entry-page.tsx'
import { NewEntryPage } from './new-entry-page.tsx'

export default function DirectoryEntryPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewEntryPage />
      </Route>
      <Route path="/:entryId">{({ entryId }) => <EntryPage key={entryId} entryId={entryId} />}</Route>
      <Route>
        <EntriesPage />
      </Route>
    </Switch>
  )
}
