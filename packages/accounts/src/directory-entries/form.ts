import type { Language, Paper } from '@klinke/platform'
import { numberParts } from './listing.ts'
import type { StoredEntry } from './store.ts'
import { formTexts } from './texts.ts'

/** What the form asks the publisher to do. */
export type FormPurpose = 'create' | 'change' | 'delete'

/** The form of ORD-04, to be signed: everything that the entry says, and nothing to be written but place, date and signature. */
export function entryForm(entry: StoredEntry, purpose: FormPurpose, language: Language): Paper {
  const texts = formTexts[language]
  const { areaCode, number } = numberParts(entry.subscriberNumber, entry.size ?? 1)
  const { address, correspondence: to } = entry
  const place = `${address.postalCode} ${address.city}`
  const fields = (...pairs: readonly (readonly [string, string])[]) => ({
    ...({ kind: 'fields', fields: pairs.map(([label, value]) => ({ label, value: value === '' ? '–' : value })) } as const),
  })
  const choice = (label: string, words: Readonly<Record<string, string>>, chosen: string) => {
    const choices = Object.entries(words).map(([key, text]) => ({ text, chosen: key === chosen }))
    return { kind: 'choices', label, choices } as const
  }
  const yesNo = (label: string, is: boolean) => choice(label, texts.yesNo, is ? 'yes' : 'no')
  return {
    language,
    title: texts.title,
    parts: [
      choice(texts.purpose, texts.purposes, purpose),
      { kind: 'heading', text: texts.number },
      fields(
        [texts.areaCode, areaCode === '' ? '' : `0${areaCode}`],
        [texts.subscriberNumber, number],
        [texts.extension, entry.extension ?? ''],
      ),
      choice(texts.use, texts.uses, entry.use),
      { kind: 'heading', text: texts.entry },
      choice(texts.kind, texts.kinds, entry.kind),
      fields(
        [texts.name, entry.name],
        [texts.firstName, entry.firstName],
        [texts.nameTitle, entry.title],
        [texts.historicName, entry.historicName],
        [texts.searchWord, entry.searchWord],
        [texts.profession, entry.profession],
        [texts.street, `${address.street} ${address.houseNumber}`.trim()],
        [texts.place, place],
        [texts.validFrom, entry.validFrom],
        [texts.validUntil, entry.validUntil ?? texts.unlimited],
      ),
      { kind: 'heading', text: texts.correspondence },
      to === null
        ? { kind: 'text', text: texts.correspondenceSame }
        : fields(
            [texts.name, to.name],
            [texts.street, `${to.street} ${to.houseNumber}`.trim()],
            [texts.place, `${to.postalCode} ${to.city}`],
          ),
      { kind: 'heading', text: texts.publication },
      choice(texts.printed, texts.prints, entry.printed),
      yesNo(texts.electronic, entry.electronic),
      choice(texts.inquiry, texts.inquiries, entry.inquiry),
      yesNo(texts.inverseSearch, entry.inverseSearch),
      { kind: 'text', text: texts.objection },
      { kind: 'signature', label: texts.signature },
    ],
  }
}
