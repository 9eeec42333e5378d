import { Route, Switch } from 'wouter'
import { NewTicketPage } from './new-ticket-page.tsx'
import { StrayMailsPage } from './stray-mails-page.tsx'
import { TicketPage } from './ticket-page.tsx'
import { TicketsPage } from './tickets-page.tsx'

export default function TicketPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewTicketPage />
      </Route>
      <Route path="/mails">
        <StrayMailsPage />
      </Route>
      <Route path="/:ticketId">{({ ticketId }) => <TicketPage key={ticketId} ticketId={ticketId} />}</Route>
      <Route>
        <TicketsPage />
      </Route>
    </Switch>
  )
}
