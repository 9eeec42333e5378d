/** Somebody who can be dialled by name. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly number: string
}

/** Letters on the keys of a telephone (ITU-T E.161 §3), with those of German. */
const KEYS: Readonly<Record<string, string>> = {
  ...{ 2: 'abcäàáâåæç', 3: 'defèéêë', 4: 'ghiìíîï', 5: 'jkl', 6: 'mnoöòóôñø', 7: 'pqrsßš', 8: 'tuvüùúû', 9: 'wxyzÿž' },
}
const KEY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(KEYS).flatMap(([key, letters]) => [...letters].map((letter) => [letter, key])),
)
/** Umlauts as they are written where there are none: who dials "Mueller" finds Müller. */
const WRITTEN_OUT: readonly (readonly [string, string])[] = [
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
]
/** Letters that are dialled of a name (IVR-02). */
export const NAME_LETTERS = 3

/** Who is meant by the first letters of a first or last name, by number. */
export function peopleDialled(digits: string, people: Iterable<Person>): readonly Person[] {
  return [...people]
    .filter(({ name }) => name.split(/[\s,.-]+/).some((part) => beginnings(part).includes(digits)))
    .sort((a, b) => a.number.localeCompare(b.number, 'de', { numeric: true }))
}

/** What is dialled for a name, with umlauts as they are and written out. A name shorter than three letters has fewer digits. */
function beginnings(name: string): readonly string[] {
  const plain = name.toLowerCase()
  const written = WRITTEN_OUT.reduce((text, [umlaut, letters]) => text.replaceAll(umlaut, letters), plain)
  return [plain, written].map(digitsOf).filter((digits) => digits !== '')
}

function digitsOf(name: string): string {
  return [...name]
    .flatMap((letter) => KEY_OF.get(letter) ?? [])
    .slice(0, NAME_LETTERS)
    .join('')
}
