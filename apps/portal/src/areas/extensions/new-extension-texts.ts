import { defineTexts } from '../../shared/texts.ts'

export const newExtensionTexts = defineTexts({
  forPhone: { de: 'Das Telefon anmelden', en: 'Register the phone' },
  forPhoneAbout: {
    de: 'Tragen Sie diese Angaben in das Telefon oder die App ein. Der QR-Code hat dieselben als Text, etwa um sie auf ein Handy zu bringen.',
    en: 'Enter these in the phone or the app. The QR code has the same as text, such as to bring them to a mobile.',
  },
  code: { de: 'QR-Code mit den Angaben für das Telefon', en: 'QR code with what the phone needs' },
  asText: { de: 'Alle Angaben als Text', en: 'All of it as text' },
  number: { de: 'Eine Rufnummer hierher leiten', en: 'Lead a number here' },
  numberAbout: {
    de: 'Damit Anrufer von draußen diese Nebenstelle direkt erreichen. Ohne eigene Rufnummer klingelt sie intern, in Rufgruppen und Warteschlangen.',
    en: 'So that callers from outside reach this extension directly. Without a number of its own it rings inside, in ring groups and in queues.',
  },
  freeNumber: { de: 'Freie Rufnummer', en: 'Free number' },
  lead: { de: 'Hierher leiten', en: 'Lead here' },
  leads: { de: (number: string) => `${number} führt hierher.`, en: (number: string) => `${number} leads here.` },
  noFree: {
    de: 'Alle Rufnummern sind vergeben. Unter „Rufnummern“ leiten Sie eine um, oder Sie bitten den Anbieter um weitere.',
    en: 'All numbers are in use. At “Numbers” you lead one elsewhere, or ask the provider for more.',
  },
  toNumbers: { de: 'Zu den Rufnummern', en: 'To the numbers' },
  mailbox: { de: 'Mailbox', en: 'Mailbox' },
  mailboxAbout: {
    de: 'Nimmt an, wenn niemand abhebt, besetzt ist oder kein Telefon angemeldet ist.',
    en: 'Takes calls when nobody answers, the line is busy, or no phone is registered.',
  },
  mailboxSetUp: { de: 'Mailbox einrichten', en: 'Set up the mailbox' },
  mailboxReady: { de: 'Die Mailbox ist eingerichtet.', en: 'The mailbox is set up.' },
  login: { de: 'Zugang zum Portal', en: 'Login to the portal' },
  loginAbout: {
    de: 'Damit der Nutzer seine Weiterleitungen, Nachrichten und Anruflisten selbst sieht und im Browser telefoniert. Notieren Sie vorher das Kennwort des Telefons.',
    en: 'So that the user sees forwardings, messages and call lists, and telephones in the browser. Write down the password of the phone before.',
  },
  toLogin: { de: 'Zugang anlegen', en: 'Create a login' },
  next: { de: 'Noch eine Nebenstelle anlegen', en: 'Create another extension' },
})
