import { type E164, type NumberKind, numberKind } from '@klinke/numbering'

/** The same in both languages. */
export interface Words {
  readonly de: string
  readonly en: string
}

/** A kind of numbers that no caller may show. */
export interface NeverShown {
  readonly kind: NumberKind['kind']
  /** Only those that begin so; absent: all of the kind. */
  readonly prefix?: string
  /**
   * `broken-off`: a call that comes in showing one is broken off, too (LAW-02, § 120 TKG); it could only be forged. `shown`: abroad, and in
   * networks that we know nothing of, such numbers may be quite in order.
   */
  readonly incoming: 'broken-off' | 'shown'
  /** In the plural, as the reason of a refusal. */
  readonly name: Words
}

/**
 * What may never be shown as the caller's number, whoever has it, and which of them a call from outside may not show either. § 120 (2) TKG 2021
 * forbids to set numbers of directory enquiry, mass traffic and premium services, short codes, 110 and 112, and what is not German; mass traffic is above
 * all 0137 (§ 3 TKG). 0138 has been given back and is none of them now: LAW-01 and CLI-03 forbid to show it, LAW-02 does not name it among
 * what is broken off. All other kinds may be shown: numbers of an Ortsnetz, of mobile
 * networks, 032, 0700, 0800 and 0180, of the customer's own or with a proven right.
 */
export const NEVER_SHOWN: readonly NeverShown[] = [
  { kind: 'emergency', incoming: 'broken-off', name: { de: 'Notrufnummern (110, 112)', en: 'emergency numbers (110, 112)' } },
  { kind: 'short-code', incoming: 'broken-off', name: { de: 'Kurzwahlnummern (115, 116xyz)', en: 'short codes (115, 116xyz)' } },
  { kind: 'directory', incoming: 'broken-off', name: { de: 'Auskunftsnummern (118xy)', en: 'directory enquiry numbers (118xy)' } },
  {
    ...{ kind: 'mass-traffic', prefix: '+49137', incoming: 'broken-off' },
    name: { de: 'Massenverkehrsnummern (0137)', en: 'mass-traffic numbers (0137)' },
  },
  {
    ...{ kind: 'mass-traffic', prefix: '+49138', incoming: 'shown' },
    name: { de: 'Nummern der Gasse 0138', en: 'numbers of the range 0138' },
  },
  { kind: 'premium', incoming: 'broken-off', name: { de: 'Premium-Nummern (0900)', en: 'premium numbers (0900)' } },
  { kind: 'foreign', incoming: 'shown', name: { de: 'ausländische Nummern', en: 'numbers of other countries' } },
  {
    ...{ kind: 'international-network', incoming: 'shown' },
    name: { de: 'Nummern internationaler Netze', en: 'numbers of international networks' },
  },
  {
    kind: 'call-by-call',
    incoming: 'shown',
    name: { de: 'Nummern mit Betreiberkennzahl (010)', en: 'numbers behind a carrier code (010)' },
  },
  {
    kind: 'innovative',
    incoming: 'shown',
    name: { de: 'Nummern für innovative Dienste (012)', en: 'numbers of innovative services (012)' },
  },
  { kind: 'paging', incoming: 'shown', name: { de: 'Nummern von Funkrufdiensten', en: 'numbers of paging services' } },
  {
    kind: 'user-group',
    incoming: 'shown',
    name: { de: 'Nummern geschlossener Gruppen (0181–0189)', en: 'numbers of closed groups (0181–0189)' },
  },
  {
    kind: 'online-service',
    incoming: 'shown',
    name: { de: 'Nummern von Onlinediensten (0191–0194)', en: 'numbers of online services (0191–0194)' },
  },
  { kind: 'routing', incoming: 'shown', name: { de: 'netzinterne Nummern (0198, 0199)', en: 'numbers inside networks (0198, 0199)' } },
  { kind: 'test', incoming: 'shown', name: { de: 'Prüfnummern (0310, 0311)', en: 'test numbers (0310, 0311)' } },
  {
    kind: 'unassigned',
    incoming: 'shown',
    name: { de: 'Nummern, die niemandem zugeteilt sind', en: 'numbers that are assigned to nobody' },
  },
  { kind: 'invalid', incoming: 'shown', name: { de: 'Zeichenfolgen, die keine Nummern sind', en: 'texts that are no numbers' } },
]

const BY_KIND: ReadonlyMap<NumberKind['kind'], readonly NeverShown[]> = Map.groupBy(NEVER_SHOWN, ({ kind }) => kind)

/** The row that forbids to show the number; undefined: its kind may be shown by who has the right to it. */
export function neverShown(number: E164): NeverShown | undefined {
  return BY_KIND.get(numberKind(number).kind)?.find(({ prefix }) => prefix === undefined || number.startsWith(prefix))
}
