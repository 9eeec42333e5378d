import { readXml } from './read-xml.ts'
import type { Parts } from './unpack.ts'

/** Texts that cells name by their place (ECMA-376 part 1 §18.4.8); formatted ones joined, pronunciations left out. */
export async function sharedStrings(parts: Parts): Promise<readonly string[]> {
  const part = parts.text('xl/sharedStrings.xml')
  if (part === undefined) return []
  const strings: string[] = []
  let [current, isText, isPhonetic] = ['', false, false]
  await readXml(part, {
    opened: (name) => {
      if (name === 'si') current = ''
      if (name === 'rPh') isPhonetic = true
      isText = name === 't' && !isPhonetic
    },
    text: (text) => {
      if (isText) current += text
    },
    closed: (name) => {
      isText = false
      if (name === 'rPh') isPhonetic = false
      if (name === 'si') strings.push(current)
    },
  })
  return strings
}
