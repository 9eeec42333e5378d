/** Faults and questions: German summaries of operations. */
export const ticketSummaries = {
  'GET /tickets': 'Tickets auflisten, das neueste zuerst',
  'POST /tickets': 'Eine Störung melden, kostenpflichtige Arbeit beauftragen oder etwas fragen',
  'GET /ticket-queue': 'Auflisten, woran zu arbeiten ist, was zuerst fällig wird zuerst',
  'GET /tickets/{ticketId}': 'Ein Ticket zeigen',
  'PATCH /tickets/{ticketId}': 'Ändern, was über ein Ticket bekannt ist',
  'GET /tickets/{ticketId}/entries': 'Auflisten, was zu einem Ticket gesagt und getan wurde, das älteste zuerst',
  'POST /tickets/{ticketId}/entries': 'Etwas zu einem Ticket sagen; der Betreiber: dem Kunden oder für sich',
  'POST /tickets/{ticketId}/entries/{entryId}/attachments': 'Eine Datei an das hängen, was man selbst zu einem Ticket gesagt hat',
  'GET /tickets/{ticketId}/attachments/{attachmentId}': 'Herunterladen, was an ein Ticket gehängt wurde',
  'POST /tickets/{ticketId}/steps': 'Den nächsten Schritt eines Tickets tun',
  'GET /ticket-mails': 'Mails auflisten, die zu keinem Ticket gehören, die neueste zuerst',
  'POST /ticket-mails/{mailId}/assign': 'Eine solche Mail in ein Ticket übernehmen, als Wort des Kunden',
  'DELETE /ticket-mails/{mailId}': 'Eine solche Mail verwerfen',
} as const
