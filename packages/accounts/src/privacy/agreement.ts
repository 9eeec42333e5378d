import { makePaper, type PaperPart } from '@klinke/platform'
import { AGREEMENT, AGREEMENT_VERSION, MEASURES } from './agreement-text.ts'
import type { Subprocessor } from './subprocessors.ts'

export interface AgreementParties {
  readonly customer: string
  /** The operator; empty: to be written in by hand. */
  readonly operator: string
  readonly subprocessors: readonly Subprocessor[]
  readonly createdAt: Date
  /** Absent: not accepted yet, to be read or signed on paper. */
  readonly accepted?: {
    readonly by: string
    readonly position: string
    readonly login: string
    readonly at: string
    readonly address: string
  }
}

/** The agreement as a PDF, with both annexes. */
export function agreementPaper({ customer, operator, subprocessors, createdAt, accepted }: AgreementParties): Promise<Uint8Array> {
  const parts: readonly PaperPart[] = [
    {
      kind: 'fields',
      fields: [
        { label: 'Auftraggeber', value: customer },
        { label: 'Auftragnehmer', value: operator },
        { label: 'Fassung', value: AGREEMENT_VERSION },
      ],
    },
    ...AGREEMENT.flatMap(({ heading, text }): readonly PaperPart[] => [
      { kind: 'heading', text: heading },
      { kind: 'text', text },
    ]),
    { kind: 'heading', text: 'Anlage 1: Technische und organisatorische Maßnahmen (Art. 32 DSGVO)' },
    { kind: 'table', columns: [{ title: 'Ziel' }, { title: 'Maßnahme', width: 4 }], rows: MEASURES },
    { kind: 'heading', text: 'Anlage 2: Unterauftragnehmer' },
    subprocessors.length === 0
      ? { kind: 'text', text: 'Es gibt keine.' }
      : {
          kind: 'table',
          columns: [
            { title: 'Name', width: 2 },
            { title: 'Zweck', width: 3 },
            { title: 'Ort', width: 2 },
            { title: 'Zeit', width: 2 },
          ],
          rows: subprocessors.map(({ name, task, place, country, since, until }) => [
            ...[name, task, place === '' ? country : `${place}, ${country}`],
            until === null ? `seit ${german(since)}` : `${german(since)} bis ${german(until)}`,
          ]),
        },
    { kind: 'heading', text: 'Annahme' },
    ...(accepted === undefined
      ? [{ kind: 'signature', label: 'Ort, Datum, Unterschrift des Auftraggebers', stamp: true } as const]
      : [
          {
            kind: 'fields',
            fields: [
              { label: 'Elektronisch angenommen von', value: `${accepted.by}, ${accepted.position}` },
              { label: 'Zeitpunkt', value: accepted.at },
              { label: 'Zugang und Adresse', value: `${accepted.login}, ${accepted.address}` },
            ],
          } as const,
        ]),
  ]
  return makePaper({ language: 'de', title: 'Vertrag zur Auftragsverarbeitung (Art. 28 DSGVO)', createdAt, parts })
}

function german(day: string): string {
  return day.split('-').toReversed().join('.')
}
