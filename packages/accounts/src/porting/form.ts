import type { Language, Paper } from '@klinke/platform'
import { numberParts } from '../directory-entries/listing.ts'
import { CASE_WORDS } from './cases.ts'
import { formTexts } from './form-texts.ts'
import type { StoredPorting } from './store.ts'
import type { PortingTerms } from './terms.ts'

interface FormOptions {
  readonly language: Language
  readonly oldContract: PortingTerms['oldContract']
}

/** The form of ORD-03 for one number or block, filled with what the porting says: only signature, stamp and what nobody has entered is left to be written. */
export function portingForm(porting: StoredPorting, { language, oldContract }: FormOptions): Paper {
  const texts = formTexts[language]
  const { holder, number, size, attendant } = porting
  const { areaCode, number: stem } = numberParts(number, size)
  const fields = (...pairs: readonly (readonly [string, string])[]) =>
    ({ kind: 'fields', fields: pairs.map(([label, value]) => ({ label, value })) }) as const
  const isBlock = size > 1
  return {
    language,
    title: texts.title,
    ...(porting.reference !== null && { reference: [{ label: texts.reference, value: porting.reference }] }),
    parts: [
      { kind: 'heading', text: texts.holder },
      fields(
        [texts.name, holder.name],
        [texts.contact, porting.contact],
        [texts.street, `${holder.street} ${holder.houseNumber}`],
        [texts.place, `${holder.postalCode} ${holder.city}`],
        [texts.country, new Intl.DisplayNames([language], { type: 'region' }).of(porting.country) ?? porting.country],
        [texts.email, porting.email ?? ''],
      ),
      { kind: 'heading', text: texts.line },
      fields([texts.carrier, porting.carrier]),
      {
        kind: 'choices',
        label: texts.numbers,
        choices: [
          { text: texts.single, chosen: !isBlock },
          { text: texts.block, chosen: isBlock },
        ],
      },
      fields(
        [texts.areaCode, `0${areaCode}`],
        ...(isBlock
          ? ([
              [texts.stem, stem],
              [texts.attendant, attendant ?? ''],
              [texts.range, rangeWords(size, texts.to)],
            ] as const)
          : ([[texts.number, stem]] as const)),
      ),
      { kind: 'heading', text: texts.order },
      { kind: 'text', text: CASE_WORDS[porting.businessCase][language] },
      fields([texts.wishedFor, texts.wish(porting.wishedFor)]),
      {
        kind: 'choices',
        label: texts.directoryEntry,
        choices: [
          { text: texts.yes, chosen: porting.directoryEntry },
          { text: texts.no, chosen: !porting.directoryEntry },
        ],
      },
      { kind: 'text', text: porting.businessCase === 'VA-RRNP' ? texts.lineStays : texts.oldContract[oldContract] },
      { kind: 'signature', label: texts.signature, stamp: true },
    ],
  }
}

/** `00 bis 99`: the extensions of a block, which begins at zeros and is one of powers of ten. */
function rangeWords(size: number, to: string): string {
  const digits = String(size).length - 1
  return `${'0'.repeat(digits)} ${to} ${'9'.repeat(digits)}`
}
