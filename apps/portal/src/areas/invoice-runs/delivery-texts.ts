import { defineTexts } from '../../shared/texts.ts'

export const deliveryTexts = defineTexts({
  title: { de: 'Versand und Buchungen', en: 'Delivery and bookings' },
  about: {
    de: 'Was zu drucken ist, was der Mailserver nicht annimmt, und Buchungen für DATEV.',
    en: 'What is to be printed, what the mail server does not take, and bookings for DATEV.',
  },
  queue: { de: 'Was', en: 'What' },
  print: { de: 'Zu drucken', en: 'To be printed' },
  failed: { de: 'E-Mail fehlgeschlagen', en: 'E-mail failed' },
  waiting: { de: 'E-Mail wartet', en: 'E-mail waits' },
  emptyTitle: { de: 'Nichts zu tun', en: 'Nothing to do' },
  emptyText: { de: 'Hier wartet nichts.', en: 'Nothing waits here.' },
  number: { de: 'Rechnung', en: 'Invoice' },
  what: { de: 'Schreiben', en: 'Letter' },
  invoice: { de: 'Rechnung', en: 'Invoice' },
  dunning: { de: (level: number) => `Mahnung, Stufe ${level}`, en: (level: number) => `Dunning, level ${level}` },
  address: { de: 'An', en: 'To' },
  next: { de: 'Nächster Versuch', en: 'Next try' },
  act: { de: 'Erledigen', en: 'Act' },
  sent: { de: 'Abgeschickt', en: 'Sent' },
  sentSaid: { de: 'Als abgeschickt vermerkt.', en: 'Noted as sent.' },
  again: { de: 'Noch einmal', en: 'Once more' },
  againSaid: { de: 'Es wird gleich noch einmal versucht.', en: 'It is tried once more at once.' },
  bookings: { de: 'Buchungen für DATEV', en: 'Bookings for DATEV' },
  bookingsAbout: {
    de: 'Ausgestellte Rechnungen und Korrekturen als Buchungsstapel (EXTF). Berater- und Mandantennummer stehen beim Rechnungssteller.',
    en: 'Issued invoices and credit notes as a batch of bookings (EXTF). The numbers of adviser and client stand with the issuer.',
  },
  from: { de: 'Von', en: 'From' },
  until: { de: 'Bis', en: 'Until' },
  download: { de: 'Herunterladen', en: 'Download' },
})
