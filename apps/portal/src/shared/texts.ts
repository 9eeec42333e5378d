/** The languages of the portal; German is the first. */
export const LANGUAGES = ['de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text, or one that is made from what it is about. */
export type Text = string | ((...about: never[]) => string)

/** The same thing said in each language. */
export type Bilingual<Said extends Text = string> = { readonly [Each in Language]: Said }

type Texts = Readonly<Record<string, Text>>
type InEachLanguage<Said extends Texts> = { readonly [Key in keyof Said]: Bilingual<Said[Key]> }

/** An area's texts: German and English side by side. A key without one of them does not compile. */
export function defineTexts<Said extends Texts>(texts: InEachLanguage<Said>): InEachLanguage<Said> {
  return texts
}

/** All texts of an area in one language. */
export function textsIn<Said extends Texts>(texts: InEachLanguage<Said>, language: Language): Said {
  const chosen = Object.entries<Bilingual<Text>>(texts).map(([key, said]) => [key, said[language]])
  return Object.fromEntries(chosen) as Said
}
