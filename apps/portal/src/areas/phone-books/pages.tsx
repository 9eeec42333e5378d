import { Route, Switch } from 'wouter'
import { AddCallerPage } from './add-caller-page.tsx'
import { BookPage } from './book-page.tsx'
import { ContactsPage } from './contacts-page.tsx'
import { EntryPage } from './entry-page.tsx'
import { ImportPage } from './import-page.tsx'
import { NewBookPage } from './new-book-page.tsx'
import { NewEntryPage } from './new-entry-page.tsx'

export default function PhoneBookPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewBookPage />
      </Route>
      <Route path="/add">
        <AddCallerPage />
      </Route>
      <Route path="/:bookId/new">{({ bookId }) => <NewEntryPage bookId={bookId} />}</Route>
      <Route path="/:bookId/edit">{({ bookId }) => <BookPage key={bookId} bookId={bookId} />}</Route>
      <Route path="/:bookId/import">{({ bookId }) => <ImportPage bookId={bookId} />}</Route>
      <Route path="/:bookId/:entryId">{({ bookId, entryId }) => <EntryPage key={entryId} bookId={bookId} entryId={entryId} />}</Route>
      <Route>
        <ContactsPage />
      </Route>
    </Switch>
  )
}
