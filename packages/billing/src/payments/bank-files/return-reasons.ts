import type { Text } from '@klinke/platform'

/** What a reason means for us. `ours`: no fee, because the customer is not the reason. */
export interface ReturnReason {
  readonly words: Text
  /** Whether the customer pays the fee of a return (BIL-07). */
  readonly isCharged: boolean
  /** Whether it may be tried again. */
  readonly isRetried: boolean
  /** The mandate ends with it. */
  readonly endsMandate: boolean
}

type Row = readonly [code: string, en: string, de: string, follows: string]

/** Reasons of returns and rejects (ISO 20022 External Code Sets, those that banks use with direct debits): `f` fee, `r` retry, `m` end of the mandate. */
const ROWS: readonly Row[] = [
  ['AC01', 'the account number is wrong', 'die Kontonummer ist falsch', 'fm'],
  ['AC04', 'the account is closed', 'das Konto ist aufgelöst', 'fm'],
  ['AC06', 'the account is blocked', 'das Konto ist gesperrt', 'f'],
  ['AC13', 'it is an account of a consumer', 'es ist das Konto eines Verbrauchers', ''],
  ['AG01', 'the account takes no direct debits', 'für das Konto sind keine Lastschriften zugelassen', 'fm'],
  ['AG02', 'the bank does not know the kind of operation', 'die Bank kennt die Art des Vorgangs nicht', ''],
  ['AM04', 'there was not enough money', 'das Konto war nicht gedeckt', 'fr'],
  ['AM05', 'it was collected twice', 'es ist doppelt eingezogen worden', ''],
  ['BE05', 'the bank does not know the creditor', 'die Bank kennt den Gläubiger nicht', ''],
  ['CNOR', 'our bank is not reachable for direct debits', 'unsere Bank ist für Lastschriften nicht erreichbar', ''],
  ['DNOR', "the payer's bank is not reachable for direct debits", 'die Bank des Zahlers ist für Lastschriften nicht erreichbar', 'm'],
  ['FF01', 'the file has an error', 'die Datei ist fehlerhaft', ''],
  ['FF05', 'the kind of direct debit is wrong', 'die Art der Lastschrift ist falsch', ''],
  ['MD01', 'there is no mandate', 'es gibt kein Mandat', 'm'],
  ['MD02', 'data of the mandate is missing', 'Angaben zum Mandat fehlen', ''],
  ['MD06', 'the payer has objected within eight weeks', 'der Zahler hat binnen acht Wochen widersprochen', 'f'],
  ['MD07', 'the payer has died', 'der Zahler ist verstorben', 'm'],
  ['MS02', 'the payer has refused it', 'der Zahler hat die Lastschrift abgelehnt', 'f'],
  ['MS03', 'the bank names no reason', 'die Bank nennt keinen Grund', 'fr'],
  ['RC01', 'the BIC is wrong', 'die BIC ist falsch', ''],
  ['RR04', 'for legal reasons', 'aus rechtlichen Gründen', ''],
  ['SL01', 'the payer has let their bank bar it', 'der Zahler hat es bei seiner Bank sperren lassen', 'f'],
  ['TM01', 'the file came too late', 'die Datei kam zu spät', ''],
]

const REASONS: ReadonlyMap<string, ReturnReason> = new Map(
  ROWS.map(([code, en, de, follows]) => [
    code,
    { words: { en, de }, isCharged: follows.includes('f'), isRetried: follows.includes('r'), endsMandate: follows.includes('m') },
  ]),
)

/** What is not in the list costs nothing and is not tried again: somebody looks at it. */
export function returnReason(code: string | undefined): ReturnReason {
  const words = { en: `reason ${code ?? 'unknown'}`, de: `Grund ${code ?? 'unbekannt'}` }
  return REASONS.get(code ?? '') ?? { words, isCharged: false, isRetried: false, endsMandate: false }
}
