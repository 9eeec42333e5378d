import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { LANGUAGES, type Language, type Text, textsIn } from './texts.ts'

const KEPT_AS = 'klinke.language'

interface LanguageChoice {
  readonly language: Language
  readonly choose: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice>({ language: 'de', choose: () => undefined })

/** The language that was chosen here before; else the first of the browser's that the portal speaks; else German. */
export function initialLanguage(): Language {
  const wanted = [localStorage.getItem(KEPT_AS), ...navigator.languages].map((tag) => tag?.slice(0, 2))
  return wanted.map((tag) => LANGUAGES.find((language) => language === tag)).find((language) => language !== undefined) ?? 'de'
}

/** Gives the portal its language. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(initialLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(() => {
    const choose = (wanted: Language): void => {
      localStorage.setItem(KEPT_AS, wanted)
      setLanguage(wanted)
    }
    return { language, choose }
  }, [language])
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return use(LanguageContext)
}

/** The texts of an area in the language of the portal. */
export function useTexts<Said extends Readonly<Record<string, Text>>>(
  texts: {
    readonly [Key in keyof Said]: { readonly [Each in Language]: Said[Key] }
  },
): Said {
  const { language } = useLanguage()
  return useMemo(() => textsIn<Said>(texts, language), [texts, language])
}
