import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { defineTexts, LANGUAGES, type Text, textsIn } from './texts.ts'

const source = join(import.meta.dirname, '..')

test('a text without one of the languages does not compile', () => {
  // @ts-expect-error: the English text is missing, which `npm run check` must say.
  defineTexts({ greeting: { de: 'Guten Tag' } })
})

test('texts are given in the language that is asked for', () => {
  const texts = defineTexts({
    greeting: { de: 'Guten Tag', en: 'Hello' },
    many: { de: (n: number) => `${n} Stück`, en: (n: number) => `${n} pieces` },
  })
  assert.equal(textsIn(texts, 'de').greeting, 'Guten Tag')
  assert.equal(textsIn(texts, 'en').many(3), '3 pieces')
})

for (const file of globSync('**/*texts.ts', { cwd: source }).filter((name) => name !== 'shared/texts.ts')) {
  test(`${file}: every text is there in both languages, and no one by mistake the same`, async () => {
    const module = (await import(join(source, file))) as Readonly<Record<string, unknown>>
    for (const [key, said] of Object.values(module).flatMap(entriesOf)) {
      for (const language of LANGUAGES)
        assert.ok(typeof said[language] === 'function' || said[language].trim() !== '', `${key} in ${language}`)
      assert.ok(typeof said.de === typeof said.en, key)
      const isSentence = typeof said.de === 'string' && said.de.split(' ').length > 3
      assert.ok(!isSentence || said.de !== said.en, `${key} is the same in both languages`)
    }
  })
}

function entriesOf(exported: unknown): readonly (readonly [string, Readonly<Record<'de' | 'en', Text>>])[] {
  if (typeof exported !== 'object' || exported === null) return []
  const entries = Object.entries(exported as Readonly<Record<string, unknown>>)
  return entries.filter((entry): entry is [string, Readonly<Record<'de' | 'en', Text>>] => isBilingual(entry[1]))
}

function isBilingual(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'de' in value && 'en' in value
}

/** Words in an element, or as a label of one, that are not from a text: between `>` and `<`, or in an attribute that is read out. */
const WORDS =
  />\s*([A-Za-zÄÖÜäöüß]{2,}[^<>{}=;()]*)<\/|(?:label|aria-label|title|placeholder|description|legend)="([^"]*[A-Za-zÄÖÜäöü]{3,}[^"]*)"/g
/** The product's name is the same everywhere. */
const NAMES = new Set(['Klinke'])

test('no page says a word that is not in a text of both languages', () => {
  const found = globSync('**/*.tsx', { cwd: source }).flatMap((file) => {
    const words = [...readFileSync(join(source, file), 'utf8').matchAll(WORDS)].map((match) => (match[1] ?? match[2] ?? '').trim())
    return words.filter((word) => !NAMES.has(word)).map((word) => `${file}: ${word}`)
  })
  assert.deepEqual(found, [])
})
