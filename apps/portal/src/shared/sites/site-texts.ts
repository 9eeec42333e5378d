import { defineTexts } from '../texts.ts'

export const siteFieldTexts = defineTexts({
  site: { de: 'Standort', en: 'Site' },
  hint: { de: 'Über dessen Rufnummer finden 110 und 112 hierher', en: 'By its number 110 and 112 find the way here' },
  mainSite: { de: (name: string) => `${name} (Hauptstandort)`, en: (name: string) => `${name} (main site)` },
})
