/** The letters that all banks of SEPA take (EPC217-08), with what stands for others. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ẞ: 'SS',
  '&': '+',
  ø: 'oe',
  Ø: 'Oe',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ł: 'l',
  Ł: 'L',
  '–': '-',
  '—': '-',
}

/** A text as it can stand in a payment file: other letters become what they are written as without accents, what has no such form a space. */
export function sepaText(text: string, maxLength: number): string {
  const plain = [...text].map((letter) => WRITTEN_AS[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, ''))
  return plain
    .join('')
    .replaceAll(/[^A-Za-z0-9/?:().,'+ -]/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, maxLength)
    .trim()
}

/** The same for references, which must not begin or end with a slash, nor have two of them in a row. */
export function sepaReference(text: string, maxLength: number): string {
  return sepaText(text.replaceAll(/\/{2,}/g, '/'), maxLength).replaceAll(/^\/+|\/+$/g, '')
}
