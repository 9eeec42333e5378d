import { type Language, OperatorOnly, type Principal, type Text, type Tx } from '@klinke/platform'
import type { DataKind } from '../retention/data-kind.ts'
import { type CustomerEnd, DEFAULT_ASKED_DELETION_DAYS, holdsOf, masterDataDue } from '../retention/master-data.ts'
import { germanToday } from '../retention/periods.ts'
import type { Tenant } from '../tenants/store.ts'
import { customerErasure } from './customer-erasure.ts'
import type { Erasure } from './erase-person.ts'
import { CustomerGoesOn, CustomerHeld, ErasureNotConfirmed } from './problems.ts'

/** When a customer that asks for it can be deleted, or why not yet. */
export type WholeDeletion =
  | { readonly may: true; readonly on: Temporal.PlainDate }
  | { readonly may: false; readonly because: 'goes-on' }
  | { readonly may: false; readonly because: 'held'; readonly holds: Readonly<Record<string, number>> }

/**
 * The customer itself may be deleted before its time (Art. 17 (1) (a) GDPR) once its last contract is over, or it never had one, and nothing is open: some days after
 * the answer, so that it arrives, and never later than by the rule for master data.
 */
export async function wholeDeletion(tx: Tx, tenant: Tenant, end: CustomerEnd, nowMs: number): Promise<WholeDeletion> {
  const today = germanToday(nowMs)
  const asked = today.add({ days: tenant.profile.retention?.askedDeletionDays ?? DEFAULT_ASKED_DELETION_DAYS })
  if (tenant.demoUntil === null && (await end.contractEnd(tx, tenant.id)) === 'none') {
    const holds = await holdsOf(tx, tenant.id, end)
    return Object.keys(holds).length > 0 ? { may: false, because: 'held', holds } : { may: true, on: asked }
  }
  const due = await masterDataDue(tx, tenant.id, end)
  if (due === undefined || Temporal.PlainDate.compare(due.endedOn, today) >= 0) return { may: false, because: 'goes-on' }
  if (Object.keys(due.holds).length > 0) return { may: false, because: 'held', holds: due.holds }
  return { may: true, on: Temporal.PlainDate.compare(asked, due.dueOn) < 0 ? asked : due.dueOn }
}

const HOLDS: Readonly<Record<string, Text>> = {
  openItems: { de: 'offene Posten', en: 'open items' },
  directDebits: {
    de: 'Lastschriften, die laufen oder noch zurückkommen können',
    en: 'direct debits that are under way or can still come back',
  },
  callsWithoutInvoice: { de: 'Gespräche ohne Rechnung', en: 'calls without an invoice' },
  monthsWithoutInvoice: {
    de: 'Verträge, deren letzter Monat noch auf keiner Rechnung steht (der nächste Rechnungslauf stellt ihn in Rechnung)',
    en: 'contracts whose last month stands on no invoice yet (the next invoice run bills it)',
  },
  prepaidBalance: {
    de: 'Prepaid-Konten mit Guthaben, das der Kunde noch zurückverlangen kann',
    en: 'prepaid accounts with a balance that the customer can still ask back',
  },
  creditNotes: { de: 'Gutschriften, von denen etwas übrig ist', en: 'credit notes of which something is left' },
  overpaid: { de: 'überzahlte Posten', en: 'overpaid items' },
  mandates: { de: 'Mandate, die ein Zahler noch bestreiten kann', en: 'mandates that a payer can still deny' },
  portings: { de: 'Portierungen', en: 'portings' },
  disputes: { de: 'Einwendungen', en: 'disputes' },
}

/** In words, such as `open items: 2`. */
export function holdWords(holds: Readonly<Record<string, number>>, language: Language): string {
  return Object.entries(holds)
    .map(([what, count]) => `${HOLDS[what]?.[language] ?? what}: ${count}`)
    .join(', ')
}

/** What to know before. */
export function wholeNotes(deletion: WholeDeletion): readonly Text[] {
  if (deletion.may)
    return [
      {
        de: `Antworten Sie mit „erledigt“, wird der Kunde am ${german(deletion.on)} gelöscht. Das lässt sich danach nicht zurücknehmen.`,
        en: `If you answer “done”, the customer is deleted on ${deletion.on.toString()}. After that it cannot be undone.`,
      },
    ]
  if (deletion.because === 'goes-on')
    return [
      {
        de: 'Ein Vertrag läuft noch: Der Kunde lässt sich erst nach dessen Ende löschen. Lehnen Sie bis dahin ab (Art. 17 Abs. 1 a DSGVO).',
        en: 'A contract goes on: the customer can be deleted after its end only. Refuse until then (Art. 17 (1) (a) GDPR).',
      },
    ]
  return [
    {
      de: `Noch offen: ${holdWords(deletion.holds, 'de')}. Klären Sie das zuerst, oder lehnen Sie ab (Art. 17 Abs. 3 DSGVO).`,
      en: `Still open: ${holdWords(deletion.holds, 'en')}. Settle that first, or refuse (Art. 17 (3) GDPR).`,
    },
  ]
}

export interface WholeAnswer {
  readonly erased: readonly Erasure[]
  readonly on: Temporal.PlainDate
}

/**
 * The operator answers that a customer is deleted: the nights do it, on the day that is given (master data). Throws `OperatorOnly` for anybody else, `CustomerGoesOn`,
 * `CustomerHeld` or `ErasureNotConfirmed`.
 */
export async function answerWhole(
  tx: Tx,
  { kinds, end }: { readonly kinds: readonly DataKind[]; readonly end: CustomerEnd },
  tenant: Tenant,
  { principal, confirm, nowMs }: { readonly principal: Principal; readonly confirm: string | undefined; readonly nowMs: number },
): Promise<WholeAnswer> {
  if (principal.kind !== 'operator') throw new OperatorOnly()
  const deletion = await wholeDeletion(tx, tenant, end, nowMs)
  if (!deletion.may)
    throw deletion.because === 'held'
      ? new CustomerHeld(holdWords(deletion.holds, 'en'), holdWords(deletion.holds, 'de'))
      : new CustomerGoesOn()
  if (confirm !== tenant.name) throw new ErasureNotConfirmed(tenant.name)
  return { erased: await customerErasure(tx, kinds, tenant), on: deletion.on }
}

/** What the answer says: when, and what is kept, by which rule. */
export function wholeWords({ erased, on }: WholeAnswer, language: Language): string {
  const kept = erased.filter(({ stays }) => stays > 0).map(({ name, stays, until }) => `– ${name[language]} (${stays}): ${until[language]}`)
  const [when, what, none] =
    language === 'de'
      ? [`Gelöscht wird am ${german(on)}.`, 'Danach bleiben nur:', 'Danach bleibt nichts.']
      : [`It is deleted on ${on.toString()}.`, 'After that only this is kept:', 'After that nothing is kept.']
  return kept.length === 0 ? `${when} ${none}` : [`${when} ${what}`, ...kept].join('\n')
}

function german(day: Temporal.PlainDate): string {
  return day.toString().split('-').toReversed().join('.')
}
