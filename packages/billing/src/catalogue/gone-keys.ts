import type { Text } from '@klinke/platform'

/** Keys that profiles had and nothing reads: whoever still writes one is told where the rule is now. By their paths without indices. */
export const GONE_KEYS: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    'payments.preNotificationBeforeFirst': {
      en: 'is no choice: each debit is announced, settings.payments.preNotificationDays before it; leave it out',
      de: 'ist keine Wahl: Jede Lastschrift wird angekündigt, settings.payments.preNotificationDays vorher; lassen Sie es weg',
    },
    'payments.mandateReference': {
      en: 'is no choice: the reference of a mandate is the customer’s number; leave it out',
      de: 'ist keine Wahl: Die Mandatsreferenz ist die Kundennummer; lassen Sie es weg',
    },
    'payments.prepaid.monthsCredited': {
      en: 'is no choice: months that were paid are credited by days; leave it out',
      de: 'ist keine Wahl: Bezahlte Monate werden taggenau gutgeschrieben; lassen Sie es weg',
    },
    'orders.numbers': {
      en: 'is said by the items: sell those that orders.provisions makes numbers of',
      de: 'sagen die Positionen: Verkaufen Sie die, aus denen orders.provisions Rufnummern macht',
    },
    'orders.authorisedPersonsOnly': {
      en: 'is no choice: only logins with the right may order; leave it out',
      de: 'ist keine Wahl: Bestellen können nur Zugänge, die das Recht dazu haben; lassen Sie es weg',
    },
    'orders.demo': {
      en: 'is no part of a product: demo customers have no contract; leave it out',
      de: 'gehört zu keinem Produkt: Demo-Kunden haben keinen Vertrag; lassen Sie es weg',
    },
    'orders.resellerFaultReports': {
      en: 'is no choice: each fault has a qualified report; leave it out',
      de: 'ist keine Wahl: Zu jeder Störung gehört eine qualifizierte Meldung; lassen Sie es weg',
    },
    'orders.temporaryCarrier': {
      en: 'is settings.ownCarriers: how many lines of other carriers the customer may connect',
      de: 'heißt settings.ownCarriers: wie viele Anschlüsse anderer Anbieter der Kunde anbinden darf',
    },
    'orders.minorChanges': {
      en: 'belongs to the trunk: what is a minor change says TRK-16; leave it out',
      de: 'gehört zum Trunk: Was eine kleine Änderung ist, sagt TRK-16; lassen Sie es weg',
    },
    'orders.temporaryNumbers': {
      en: 'belongs to the trunk products: which numbers may stay says TRK-17; leave it out',
      de: 'gehört zu den Trunk-Produkten: Welche Rufnummern bleiben dürfen, sagt TRK-17; lassen Sie es weg',
    },
    'porting.formPer': {
      en: 'is no choice: each number or block has its own form; leave it out',
      de: 'ist keine Wahl: Jede Rufnummer und jeder Block hat ein eigenes Formular; lassen Sie es weg',
    },
    'retention.masterData': {
      en: 'is no choice: master data goes at the end of the year that follows the end of the contract; leave it out',
      de: 'ist keine Wahl: Bestandsdaten gehen am Ende des Jahres, das auf das Vertragsende folgt; lassen Sie es weg',
    },
    'retention.itemisedBillMonthsAfterInvoiceMonth': {
      en: 'is itemisedBill.deletedAfterMonths',
      de: 'heißt itemisedBill.deletedAfterMonths',
    },
    'retention.chatLogs': {
      en: 'is no choice: reports need the consent of the management; leave it out',
      de: 'ist keine Wahl: Auswertungen brauchen die Einwilligung der Geschäftsführung; lassen Sie es weg',
    },
    'retention.chatHistory': {
      en: 'is not possible: no chats are kept; leave it out',
      de: 'ist nicht möglich: Chats werden nicht aufbewahrt; lassen Sie es weg',
    },
    'retention.processingAgreement': {
      en: 'is no choice: the agreement of Art. 28 GDPR is there for every customer; leave it out',
      de: 'ist keine Wahl: Den Vertrag nach Art. 28 DSGVO gibt es für jeden Kunden; lassen Sie es weg',
    },
  }),
)
