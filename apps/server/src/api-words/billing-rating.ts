/** Tariffs and what calls cost: German summaries of operations. */
export const billingRatingSummaries = {
  'GET /tariffs': 'Tarife auflisten',
  'POST /tariffs': 'Einen Tarif anlegen, noch ohne Fassung',
  'GET /tariffs/{tariffId}': 'Einen Tarif zeigen',
  'POST /tariffs/check': 'Die Fassung eines Tarifs prüfen, ohne sie zu übernehmen',
  'GET /tariffs/{tariffId}/versions': 'Die Fassungen eines Tarifs auflisten, die neueste zuerst',
  'POST /tariffs/{tariffId}/versions': 'Eine Fassung eines Tarifs hochladen, die danach niemand mehr ändert',
  'GET /tariffs/{tariffId}/versions/{versionId}': 'Eine Fassung eines Tarifs zeigen, wie sie hochgeladen wurde',
  'DELETE /tariffs/{tariffId}/versions/{versionId}': 'Eine Fassung eines Tarifs löschen, die noch nicht gilt',
  'GET /customer-tariffs': 'Die Tarife eines Kunden zeigen, nach den Tagen, von denen an sie gelten',
  'PATCH /customer-tariffs': 'Einem Kunden von einem Tag an einen Tarif geben, mit Paketen und Flatrates',
  'GET /mobile-prefixes': 'Die Vorwahlen zeigen, die zu Mobilfunk geworden sind',
  'PATCH /mobile-prefixes': 'Die Vorwahlen ersetzen, die zu Mobilfunk geworden sind',
  'GET /rated-calls': 'Gespräche mit ihren Preisen auflisten, in der Reihenfolge der Zeit',
  'GET /rated-calls/{usageId}': 'Ein Gespräch mit seinem Preis zeigen, und warum es das kostet',
  'POST /rated-calls/rerate': 'Die Gespräche eines Kunden und Monats neu bewerten, außer denen auf Rechnungen',
}
