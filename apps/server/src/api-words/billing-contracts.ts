/** Product profiles and contracts: German summaries of operations. */
export const contractSummaries = {
  'GET /product-profiles': 'Produktprofile auflisten',
  'POST /product-profiles': 'Ein Produktprofil aufnehmen, oder eine neue Fassung davon',
  'POST /product-profiles/check': 'Ein Produktprofil prüfen, ohne es aufzunehmen',
  'GET /example-product-profiles': 'Die Produktprofile auflisten, die Klinke mitbringt',
  'GET /product-profiles/{profileId}': 'Ein Produktprofil zeigen',
  'GET /product-profiles/{profileId}/versions/{versionId}': 'Eine Fassung eines Produktprofils zeigen',
  'GET /product-profiles/{profileId}/customers': 'Die Verträge auflisten, die ein Produktprofil haben',
  'GET /product-profiles/{profileId}/price-changes': 'Die Preisänderungen eines Produktprofils auflisten, die neueste zuerst',
  'POST /product-profiles/{profileId}/price-changes':
    'Die Preise aller Verträge eines Produktprofils ändern: jeder Kunde erfährt es vorher per E-Mail',
  'GET /contracts': 'Verträge auflisten',
  'POST /contracts': 'Einen Vertrag mit einem Kunden anlegen',
  'GET /contracts/{contractId}': 'Einen Vertrag mit seinen Positionen und frühesten Terminen zeigen',
  'GET /contracts/{contractId}/events': 'Auflisten, was mit einem Vertrag geschah, das Neueste zuerst',
  'POST /contracts/{contractId}/changes': 'Die Mengen eines Vertrags von einem Tag an ändern',
  'POST /contracts/{contractId}/changes/preview': 'Sagen, wie ein Vertrag nach einer Änderung wäre',
  'POST /contracts/{contractId}/one-offs': 'Etwas einmal berechnen',
  'POST /contracts/{contractId}/cancellation': 'Einen Vertrag kündigen',
  'POST /contracts/{contractId}/withdrawals': 'Eine Kündigung oder eine geplante Änderung zurücknehmen',
  'GET /contracts/{contractId}/charges': 'Auflisten, was ein Vertrag auf der Rechnung eines Monats kostet, ohne Gespräche',
}
