import { type Language, makePaper, type PaperPart, type Text, type Tx, zipOf } from '@klinke/platform'
import type { DataKind } from '../retention/data-kind.ts'
import type { Tenant } from '../tenants/store.ts'
import { withoutOthers } from './others.ts'
import { type PersonalRow, readRows, rowsOf } from './personal-rows.ts'
import type { Person } from './subject.ts'

/** Rows of a kind that the paper shows; the file for machines has all. */
const MAX_ON_PAPER = 40
const MAX_CELL = 300

export interface ReportAbout {
  readonly tenant: Tenant
  /** Undefined: the customer itself. */
  readonly person: Person | undefined
  /** Numbers that are not cut: those of whom it is about. */
  readonly own: ReadonlySet<string>
  readonly at: Date
  readonly language: Language
  /** Who answers for the data: the operator's name, if it has said so. */
  readonly controller: string
}

/** What the paper shows of a kind. */
interface Shown {
  readonly kind: DataKind
  readonly count: number
  readonly rows: readonly PersonalRow[]
}

/**
 * The report of Art. 15 GDPR as an archive: `report.json` for machines (Art. 20), with every row of every kind, and `report.pdf` to be read. Of each kind
 * it says what for, who gets it, for how long, and where it comes from. `progress` is told after each kind, in hundredths. `forMachines`: only
 * the first, to be taken elsewhere.
 */
export async function accessReport(
  tx: Tx,
  kinds: readonly DataKind[],
  about: ReportAbout,
  { progress, forMachines }: { readonly progress: (percent: number) => void; readonly forMachines: boolean },
): Promise<Buffer> {
  const shown: Shown[] = []
  async function* json(): AsyncGenerator<string> {
    const { tenant, person, at } = about
    yield `{"customer":${JSON.stringify(tenant.name)},"person":${JSON.stringify(person ?? null)},"madeAt":${JSON.stringify(at)},"kinds":[`
    for (const [index, kind] of kinds.entries()) {
      yield `${index === 0 ? '' : ','}${JSON.stringify(headOf(kind, tenant)).slice(0, -1)},"tables":{`
      const part: { count: number; rows: PersonalRow[] } = { count: 0, rows: [] }
      let isFirst = true
      for (const table of kind.tables) {
        const condition = table.isReported === false ? undefined : rowsOf(table, tenant.id, person)
        if (condition === undefined) continue
        yield `${isFirst ? '' : ','}${JSON.stringify(table.name)}:[`
        isFirst = false
        let isFirstRow = true
        for await (const row of readRows(tx, table, condition)) {
          const cut = withoutOthers(row, about.own) as PersonalRow
          part.count++
          if (part.rows.length < MAX_ON_PAPER) part.rows.push(cut)
          yield `${isFirstRow ? '' : ','}\n${JSON.stringify(cut)}`
          isFirstRow = false
        }
        yield ']'
      }
      yield '}}'
      shown.push({ kind, ...part })
      progress(Math.floor((90 * (index + 1)) / kinds.length))
    }
    yield ']}'
  }
  // In this order: the paper shows what the file has.
  async function* paper(): AsyncGenerator<Uint8Array> {
    yield await reportPaper(about, shown)
  }
  return zipOf([{ name: 'report.json', content: json() }, ...(forMachines ? [] : [{ name: 'report.pdf', content: paper() }])])
}

function headOf({ name, words, rule, about }: DataKind, { profile }: Tenant): Readonly<Record<string, unknown>> {
  return { kind: name, name: words, ...about, keptFor: rule(profile.retention ?? {}) }
}

const WORDS = {
  title: { de: 'Auskunft nach Art. 15 DSGVO', en: 'Information under Art. 15 GDPR' },
  customer: { de: 'Kunde', en: 'Customer' },
  person: { de: 'Betrifft', en: 'About' },
  itself: { de: 'den Kunden selbst', en: 'the customer itself' },
  madeOn: { de: 'Erstellt am', en: 'Made on' },
  controller: { de: 'Verantwortlich', en: 'Controller' },
  rights: {
    de: 'Sie können Berichtigung, Löschung, Einschränkung der Verarbeitung und Übertragung verlangen, einer Verarbeitung widersprechen (Art. 16 bis 21 DSGVO) und sich bei einer Aufsichtsbehörde beschweren (Art. 77). Es gibt keine automatisierten Entscheidungen nach Art. 22. Von Rufnummern anderer fehlen die letzten drei Ziffern (Art. 15 Abs. 4), Kennwörter und Schlüssel sind durch *** ersetzt. Tonaufnahmen liegen als Datei beim Anbieter und sind hier nur genannt. Alle Zeilen stehen in report.json.',
    en: 'You may ask for rectification, erasure, restriction and portability, object to processing (Art. 16 to 21 GDPR) and complain to a supervisory authority (Art. 77). There are no automated decisions under Art. 22. Numbers of others lack their last three digits (Art. 15 (4)), passwords and keys are replaced by ***. Sound recordings are files at the provider and only named here. All rows are in report.json.',
  },
  purpose: { de: 'Zweck', en: 'Purpose' },
  recipients: { de: 'Empfänger', en: 'Recipients' },
  source: { de: 'Herkunft', en: 'Source' },
  keptFor: { de: 'Dauer', en: 'Kept for' },
  count: { de: 'Einträge', en: 'Entries' },
  more: { de: 'Weitere stehen in report.json.', en: 'More are in report.json.' },
} as const satisfies Readonly<Record<string, Text>>

async function reportPaper({ tenant, person, at, language, controller }: ReportAbout, shown: readonly Shown[]): Promise<Uint8Array> {
  const say = (text: Text): string => text[language]
  const fields = (entries: readonly (readonly [Text, string])[]): PaperPart => ({
    kind: 'fields',
    fields: entries.map(([label, value]) => ({ label: say(label), value })),
  })
  const parts = shown.flatMap(({ kind, count, rows }): readonly PaperPart[] => {
    const { about } = kind
    return [
      { kind: 'heading', text: say(kind.words) },
      fields([
        [WORDS.purpose, say(about.purpose)],
        [WORDS.recipients, say(about.recipients)],
        [WORDS.source, say(about.source)],
        [WORDS.keptFor, say(kind.rule(tenant.profile.retention ?? {}))],
        [WORDS.count, String(count)],
      ]),
      ...rows.map((row): PaperPart => ({ kind: 'text', text: lineOf(row) })),
      ...(count > rows.length ? [{ kind: 'text', text: say(WORDS.more) } as const] : []),
    ]
  })
  const day = at.toISOString().slice(0, 10)
  return makePaper({
    ...{ language, title: say(WORDS.title), createdAt: at },
    parts: [
      fields([
        [WORDS.customer, tenant.name],
        [WORDS.person, person?.name ?? say(WORDS.itself)],
        [WORDS.madeOn, language === 'de' ? day.split('-').toReversed().join('.') : day],
        [WORDS.controller, controller],
      ]),
      { kind: 'text', text: say(WORDS.rights) },
      ...parts,
    ],
  })
}

function lineOf(row: PersonalRow): string {
  const filled = Object.entries(row).filter(([, value]) => value !== null && value !== '')
  const cells = filled.map(
    ([column, value]) => `${column}: ${(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, MAX_CELL)}`,
  )
  return cells.join(' · ')
}
