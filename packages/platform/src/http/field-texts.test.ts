import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { inBoth } from '../i18n/in-both.ts'
import { fieldText } from './field-texts.ts'

const EVEN = inBoth({ en: 'must be even', de: 'muss gerade sein' })
const ROWS: readonly (readonly [what: string, schema: z.ZodType, value: unknown, en: RegExp, de: RegExp])[] = [
  ['is missing', z.object({ a: z.string() }), {}, /^is required$/, /^wird benötigt$/],
  ['is of another kind', z.string(), 7, /expected string/, /^muss ein Text sein$/],
  ['is no whole number', z.int(), 1.5, /expected int/, /^muss eine ganze Zahl sein$/],
  ['is too long', z.string().max(2), 'abc', /Too big/, /^Zu groß: .*<=2 Zeichen/],
  ['is too small', z.number().min(3), 1, /Too small/, /^Zu klein: .*>=3/],
  ['is none of these', z.enum(['x', 'y']), 'z', /^Invalid option/, /^Ungültige Option: .*"x"\|"y"/],
  ['is no mail address', z.email(), 'x', /email/, /E-Mail-Adresse/],
  ['is unknown', z.strictObject({}), { b: 1 }, /Unrecognized key/, /^Unbekannter Schlüssel: "b"/],
  ['is none of several', z.union([z.string(), z.number()]), null, /Invalid input/, /^Ungültige Eingabe/],
  ['breaks a rule of our own', z.number().refine((n) => n % 2 === 0, EVEN), 3, /^must be even$/, /^muss gerade sein$/],
  ['has not our form', z.string().regex(/^a/, EVEN), 'b', /^must be even$/, /^muss gerade sein$/],
]

for (const [what, schema, value, en, de] of ROWS)
  test(`a field that ${what} is told in English and in German`, () => {
    const [issue] = schema.safeParse(value).error?.issues ?? []
    assert.ok(issue)
    const { code: keyword, message, path: _path, ...params } = issue
    const text = fieldText({ keyword, message, params })
    assert.match(text.en, en)
    assert.match(text.de, de)
  })
