/** Changes with the words: customers accept one version. */
export const AGREEMENT_VERSION = '2026-1'

/** The agreement on processing on behalf (Art. 28 GDPR), with the technical and organisational measures (Art. 32) of this exchange as annex 1. */
export const AGREEMENT: readonly { readonly heading: string; readonly text: string }[] = [
  {
    heading: '1. Gegenstand und Dauer',
    text: 'Der Auftragnehmer betreibt für den Auftraggeber eine Telefonanlage oder einen SIP-Trunk und verarbeitet dabei personenbezogene Daten in dessen Auftrag. Der Vertrag gilt, solange der Hauptvertrag läuft, und danach, solange noch Daten des Auftraggebers vorhanden sind. Für die Erbringung von Telekommunikation selbst (Verkehrsdaten, §§ 9 bis 14 TDDDG) ist der Auftragnehmer eigener Verantwortlicher.',
  },
  {
    heading: '2. Art, Zweck und Betroffene',
    text: 'Art und Zweck: Speichern, Übermitteln, Anzeigen und Löschen von Daten zum Betrieb von Nebenstellen, Anrufbeantwortern, Aufnahmen, Telefonbüchern, Auswertungen und Zugängen.\n\nArten von Daten: Namen, Rufnummern, E-Mail-Adressen, Einstellungen, Nachrichten und Aufnahmen, Telefonbucheinträge, Protokolle der Nutzung. Besondere Kategorien (Art. 9 DSGVO) verarbeitet der Auftragnehmer nicht gezielt.\n\nBetroffene: Beschäftigte des Auftraggebers, deren Gesprächspartner, Einträge in Telefonbüchern.',
  },
  {
    heading: '3. Weisungen',
    text: 'Der Auftragnehmer verarbeitet die Daten nur auf dokumentierte Weisung. Einstellungen im Portal und Aufrufe der Schnittstelle sind Weisungen; das Änderungsprotokoll dokumentiert sie. Hält der Auftragnehmer eine Weisung für rechtswidrig, sagt er es unverzüglich und darf sie bis zur Bestätigung aussetzen.',
  },
  {
    heading: '4. Pflichten des Auftragnehmers',
    text: 'Er verpflichtet alle, die mit den Daten umgehen, zur Vertraulichkeit und zum Fernmeldegeheimnis (§ 3 TDDDG), trifft die Maßnahmen der Anlage 1, unterstützt den Auftraggeber bei Anfragen Betroffener (Art. 12 bis 22 DSGVO) und bei den Pflichten aus Art. 32 bis 36 DSGVO, und meldet Verletzungen des Schutzes der Daten unverzüglich nach Bekanntwerden.',
  },
  {
    heading: '5. Unterauftragnehmer',
    text: 'Der Auftraggeber stimmt den Unterauftragnehmern der Anlage 2 zu. Über jede Änderung wird er mindestens vier Wochen vorher unterrichtet und kann ihr aus wichtigem Grund widersprechen. Mit Unterauftragnehmern gelten dieselben Pflichten.',
  },
  {
    heading: '6. Ort der Verarbeitung',
    text: 'Die Daten werden in der Europäischen Union verarbeitet. Eine Übermittlung in ein Drittland geschieht nur auf Weisung und nach Kapitel V der DSGVO. Anrufe ins Ausland sind Telekommunikation und keine Verarbeitung im Auftrag.',
  },
  {
    heading: '7. Kontrolle',
    text: 'Der Auftragnehmer weist die Einhaltung dieses Vertrags nach und ermöglicht Überprüfungen, auch vor Ort, nach Anmeldung und zu üblichen Zeiten.',
  },
  {
    heading: '8. Löschung und Rückgabe',
    text: 'Nach dem Ende des Hauptvertrags gibt der Auftragnehmer die Daten auf Verlangen in einem üblichen Format heraus (Auskunft im Portal) und löscht sie nach den Löschregeln, die im Portal stehen, spätestens zum Ende des Jahres, das auf das Vertragsende folgt. Länger bleibt nur, was ein Gesetz verlangt. Das Löschprotokoll ist der Nachweis.',
  },
  {
    heading: '9. Schluss',
    text: 'Der Vertrag wird elektronisch geschlossen (Art. 28 Abs. 9 DSGVO). Er geht dem Hauptvertrag in Fragen des Datenschutzes vor. Es gilt deutsches Recht.',
  },
]

/** Annex 1: what this exchange does (Art. 32 GDPR). */
export const MEASURES: readonly (readonly [aim: string, measure: string])[] = [
  ['Zugang', 'Persönliche Zugänge mit Passwortregeln, zweitem Faktor und Passkeys; Sperre nach Fehlversuchen; Rechte je Bereich'],
  ['Trennung', 'Jede Zeile gehört einem Kunden; die Datenbank selbst setzt die Trennung durch (Row-Level Security)'],
  ['Übertragung', 'HTTPS für Portal und Schnittstelle; SIP über TLS und SRTP zwischen Endgerät und Anlage'],
  ['Geheimnisse', 'Passwörter nur als Prüfwert; Schlüssel und Zugangsdaten zu anderen Diensten verschlüsselt gespeichert'],
  ['Eingabe', 'Änderungsprotokoll mit Person, Zeit und Adresse, das nur ergänzt wird'],
  ['Verfügbarkeit', 'Neustart ohne Verlust von Gesprächsdaten; Überwachung, Wartungsfenster und Störungen auf der Statusseite'],
  ['Löschung', 'Löschregeln je Datenart, nächtlich ausgeführt, mit Löschprotokoll'],
  ['Überprüfung', 'Automatische Prüfungen jeder Änderung der Software; Prüfung der Löschregeln gegen alle Tabellen'],
]
