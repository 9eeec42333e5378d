import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'

/** Tickets of one customer that are not closed: a program that opens them in a loop is stopped. */
export const MAX_UNCLOSED_TICKETS = 500
/** Tickets that one customer opens in a day, whichever way: each of them sends mail. */
export const MAX_OPENED_A_DAY = 50
/** Entries of one ticket. */
export const MAX_ENTRIES = 1_000

/** Kept of one mail, and of one entry; more of a mail are named in its text. */
export const MAX_ATTACHMENTS = 10
export const MAX_ATTACHMENT_OCTETS = 10 * 1024 * 1024

/** Of all files of one ticket: a thousand entries with ten files each would be a hundred gigabytes. */
export const MAX_TICKET_OCTETS = 200 * 1024 * 1024

export class AttachmentUnusable extends KlinkeError {
  constructor() {
    super('attachment-unusable', 'There is no file: the body is empty, or its Content-Type is not application/octet-stream.')
  }
}

export class AttachmentNotYours extends KlinkeError {
  constructor() {
    super('attachment-not-yours', 'Files are attached to what one has said oneself. Say something, and attach it there.')
  }
}

export class TooManyAttachments extends KlinkeError {
  constructor() {
    super('too-many-attachments', `An entry has ${MAX_ATTACHMENTS} files at most. Add another entry.`)
  }
}

export class TicketFilesFull extends KlinkeError {
  constructor() {
    super(
      'ticket-files-full',
      `The files of a ticket have ${MAX_TICKET_OCTETS / 1024 ** 2} MB at most together. Open a new one, and name this one there.`,
    )
  }
}

export class TooManyTickets extends KlinkeError {
  constructor() {
    super('too-many-tickets', `A customer has ${MAX_UNCLOSED_TICKETS} tickets at most that are not closed. Close some, or add to one.`)
  }
}

export class TooManyTicketsToday extends KlinkeError {
  constructor() {
    super('too-many-tickets-today', `A customer opens ${MAX_OPENED_A_DAY} tickets in 24 hours at most. Add to one of them, or call us.`)
  }
}

export class TicketFull extends KlinkeError {
  constructor() {
    super('ticket-full', `A ticket has ${MAX_ENTRIES} entries at most. Open a new one, and name this one there.`)
  }
}

export class TicketClosed extends KlinkeError {
  constructor() {
    super('ticket-closed', 'The ticket is closed. Reopen it if it is about the same, or open a new one.')
  }
}

export class ReopenTooLate extends KlinkeError {
  constructor() {
    super('ticket-reopen-too-late', 'The ticket has been closed for too long. Open a new one, and name this one there.')
  }
}

export class StepOfOperator extends KlinkeError {
  constructor() {
    super('ticket-step-of-operator', 'Only the operator stops the time to repair and lets it go on.')
  }
}

export const ticketProblems: ProblemTable = {
  'attachment-unusable': {
    status: 422,
    title: { en: 'No file', de: 'Keine Datei' },
    germanDetail: 'Es ist keine Datei da: Der Inhalt ist leer, oder sein Content-Type ist nicht application/octet-stream.',
  },
  'attachment-not-yours': {
    status: 403,
    title: { en: 'Not your entry', de: 'Nicht Ihr Eintrag' },
    germanDetail: 'Dateien hängen Sie an das, was Sie selbst geschrieben haben. Schreiben Sie etwas, und hängen Sie sie dort an.',
  },
  'too-many-attachments': {
    status: 422,
    title: { en: 'Too many files', de: 'Zu viele Dateien' },
    germanDetail: `Ein Eintrag hat höchstens ${MAX_ATTACHMENTS} Dateien. Schreiben Sie einen weiteren.`,
  },
  'ticket-files-full': {
    status: 422,
    title: { en: 'No room for more files', de: 'Kein Platz für weitere Dateien' },
    germanDetail: `Die Dateien eines Tickets haben zusammen höchstens ${MAX_TICKET_OCTETS / 1024 ** 2} MB. Eröffnen Sie ein neues, und nennen Sie darin dieses.`,
  },
  'ticket-step-impossible': {
    status: 409,
    title: { en: 'Not now', de: 'Jetzt nicht möglich' },
    germanDetail: 'Dieser Schritt gehört nicht zum Zustand des Tickets.',
  },
  'ticket-step-of-operator': {
    status: 403,
    title: { en: 'Only the operator', de: 'Nur der Betreiber' },
    germanDetail: 'Nur der Betreiber hält die Entstörzeit an und lässt sie weiterlaufen.',
  },
  'too-many-tickets': {
    status: 422,
    title: { en: 'Too many tickets', de: 'Zu viele Tickets' },
    germanDetail: 'Mehr offene Tickets kann ein Kunde nicht haben. Schließen Sie einige, oder ergänzen Sie eines davon.',
  },
  'too-many-tickets-today': {
    status: 422,
    title: { en: 'Too many tickets today', de: 'Heute zu viele Tickets' },
    germanDetail: 'Mehr Tickets kann ein Kunde in 24 Stunden nicht eröffnen. Ergänzen Sie eines davon, oder rufen Sie uns an.',
  },
  'ticket-reopen-too-late': {
    status: 409,
    title: { en: 'Too late to reopen', de: 'Zu spät zum Wiedereröffnen' },
    germanDetail: 'Das Ticket ist schon zu lange geschlossen. Eröffnen Sie ein neues, und nennen Sie darin dieses.',
  },
  'ticket-full': {
    status: 422,
    title: { en: 'The ticket is full', de: 'Das Ticket ist voll' },
    germanDetail: 'Mehr Einträge kann ein Ticket nicht haben. Eröffnen Sie ein neues, und nennen Sie darin dieses.',
  },
  'ticket-closed': {
    status: 409,
    title: { en: 'The ticket is closed', de: 'Das Ticket ist geschlossen' },
    germanDetail: 'Das Ticket ist geschlossen. Eröffnen Sie es wieder, wenn es um dasselbe geht, oder ein neues.',
  },
}
