/** Invoices, their runs and settings: German summaries of operations. */
export const invoiceSummaries = {
  'GET /invoice-issuer': 'Zeigen, wer die Rechnungen ausstellt',
  'PATCH /invoice-issuer': 'Eintragen, wer die Rechnungen ausstellt; gilt für künftige',
  'GET /invoice-recipient': 'Zeigen, wer die Rechnungen eines Kunden bekommt',
  'PATCH /invoice-recipient': 'Eintragen oder ändern, wer die Rechnungen eines Kunden bekommt, und wie',
  'GET /invoice-runs': 'Rechnungsläufe auflisten, den neuesten zuerst',
  'POST /invoice-runs': 'Einen Rechnungslauf beginnen: eine Vorschau, noch wird nichts ausgestellt',
  'GET /invoice-runs/{runId}': 'Einen Rechnungslauf zeigen: wie weit er ist, in Prozent',
  'GET /invoice-runs/{runId}/customers': 'Kunden eines Rechnungslaufs auflisten, mit ihren Problemen',
  'POST /invoice-runs/{runId}/issue': 'Die Rechnungen einer Vorschau ausstellen; danach sind sie unveränderlich',
  'POST /invoice-runs/{runId}/redraft': 'Die Vorschau neu machen, etwa wenn Probleme behoben sind',
  'POST /invoice-runs/{runId}/undo': 'Eine Vorschau zurücknehmen; was schon ausgestellt ist, bleibt',
  'GET /invoices': 'Rechnungen und Rechnungskorrekturen auflisten, die neueste zuerst',
  'GET /invoices/{invoiceId}': 'Eine Rechnung mit ihren Zeilen zeigen',
  'GET /invoices/{invoiceId}/documents/{kind}': 'Eine Rechnung als PDF oder XRechnung herunterladen',
} as const
