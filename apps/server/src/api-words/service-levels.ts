/** Maintenance, availability and the status page. */
export const serviceLevelSummaries = {
  'GET /maintenance-windows': 'Wartungen auflisten, die neueste zuerst',
  'POST /maintenance-windows': 'Eine Wartung ankündigen, geprüft gegen die Fristen der Verträge',
  'PATCH /maintenance-windows/{windowId}': 'Eine Wartung ändern, die noch bevorsteht',
  'POST /maintenance-windows/{windowId}/cancel': 'Eine Wartung absagen',
  'GET /incidents': 'Störungen der Statusseite auflisten, die neueste zuerst',
  'POST /incidents': 'Eine Störung auf die Statusseite schreiben',
  'POST /incidents/{incidentId}/news': 'Neues zu einer Störung schreiben, oder dass sie behoben ist',
  'GET /service-outages': 'Ausfälle auflisten, wie sie gemessen wurden, den neuesten zuerst',
  'POST /service-outages/{outageId}/corrections':
    'Einen Ausfall streichen oder seine Zeiten berichtigen; Verfügbarkeit und noch nicht gestellte Gutschriften folgen',
  'GET /undelivered-mails': 'Mails auflisten, die aufgegeben wurden, die neueste zuerst',
  'POST /undelivered-mails/{mailId}/retry': 'Eine aufgegebene Mail noch einmal versuchen',
  'GET /availability': 'Die Verfügbarkeit eines Jahres zeigen, und was zugesagt ist',
  'GET /availability/missed': 'Kunden auflisten, deren Verfügbarkeit unter der zugesagten liegt',
} as const
