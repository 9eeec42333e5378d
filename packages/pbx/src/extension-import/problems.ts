import type { CellProblem } from '@klinke/platform'
import type { ExtensionField } from './columns.ts'

export type Problem = CellProblem<ExtensionField>

function problem(code: string, field: ExtensionField, de: string, en: string): Problem {
  return { code, field, text: { de, en } }
}

/** All that can be wrong with a row. Each says how to mend it. */
export const PROBLEMS = {
  numberMissing: problem(
    'number-missing',
    'number',
    'Die Nebenstelle fehlt. Tragen Sie 2 bis 6 Ziffern ein, etwa 21.',
    'The extension is missing. Enter 2 to 6 digits, such as 21.',
  ),
  numberInvalid: problem(
    'number-invalid',
    'number',
    'Eine Nebenstelle hat 2 bis 6 Ziffern, beginnt nicht mit 0, und ist nicht 110 oder 112. Ändern Sie die Nummer.',
    'An extension has 2 to 6 digits, does not begin with 0, and is not 110 or 112. Change the number.',
  ),
  numberTwice: problem(
    'number-twice',
    'number',
    'Diese Nebenstelle steht weiter oben schon in der Datei. Geben Sie einer von beiden eine andere Nummer.',
    'This extension is further up in the file already. Give one of them another number.',
  ),
  numberTaken: problem(
    'number-taken',
    'number',
    'Diese interne Nummer ist schon vergeben. Wählen Sie eine andere, oder ändern Sie, was sie jetzt hat.',
    'This internal number is taken already. Choose another one, or change what has it now.',
  ),
  nameMissing: problem(
    'name-missing',
    'name',
    'Der Name fehlt. Tragen Sie ihn ein, oder Vorname und Nachname in zwei Spalten.',
    'The name is missing. Enter it, or first and last name in two columns.',
  ),
  nameTooLong: problem(
    'name-too-long',
    'name',
    'Höchstens 100 Zeichen. Kürzen Sie den Namen.',
    'At most 100 characters. Shorten the name.',
  ),
  outgoingInvalid: problem(
    'outgoing-number-invalid',
    'outgoingNumber',
    'Das ist keine Rufnummer. Schreiben Sie sie mit Vorwahl, etwa 0221 1234, und formatieren Sie die Spalte als Text.',
    'This is not a telephone number. Write it with its area code, such as 0221 1234, and format the column as text.',
  ),
  notOwnNumber: problem(
    'not-own-number',
    'outgoingNumber',
    'Diese Rufnummer gehört nicht zu Ihrem Anschluss. Nehmen Sie eine, die unter „Rufnummern“ steht, oder lassen Sie das Feld leer.',
    'This number is not one of yours. Take one that is listed under “Numbers”, or leave the cell empty.',
  ),
  mailboxUnclear: problem('mailbox-unclear', 'mailbox', 'Schreiben Sie „ja“ oder „nein“.', 'Write “yes” or “no”.'),
  emailInvalid: problem(
    'email-invalid',
    'email',
    'Das ist keine E-Mail-Adresse. Schreiben Sie sie wie name@example.org.',
    'This is not a mail address. Write it like name@example.org.',
  ),
  emailAlone: problem(
    'email-without-mailbox',
    'email',
    'An diese Adresse gehen Nachrichten der Mailbox. Setzen Sie sie auf „ja“, oder lassen Sie die Adresse weg.',
    'Messages of the mailbox go to this address. Set the mailbox to “yes”, or leave the address out.',
  ),
  languageUnclear: problem('language-unclear', 'language', 'Schreiben Sie „de“ oder „en“.', 'Write “de” or “en”.'),
  noSuchSite: problem(
    'no-such-site',
    'site',
    'Diesen Standort gibt es nicht. Legen Sie ihn vorher an, oder berichtigen Sie den Namen; ohne Angabe ist es der Hauptstandort.',
    'There is no such site. Create it before, or correct the name; without one it is the main site.',
  ),
  noSuchPackage: problem(
    'no-such-user-package',
    'userPackage',
    'Dieses Paket hat Ihr Produkt nicht. Berichtigen Sie den Namen; ohne Angabe ist es das erste.',
    'Your product has no such package. Correct the name; without one it is the first.',
  ),
  noSuchGroup: problem(
    'no-such-group',
    'groups',
    'Eine dieser Gruppen gibt es nicht. Legen Sie sie vorher an, oder berichtigen Sie den Namen; mehrere trennt ein Komma.',
    'There is no group or queue of one of these names. Create it before, or correct the name; several are divided by commas.',
  ),
} as const satisfies Record<string, Problem>
