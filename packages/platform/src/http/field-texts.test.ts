import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { inBoth } from '../i18n/in-both.ts'
import { fieldText } from './field-texts.ts'

const EVEN = inBoth({ en: 'must be even', de: 'muss gerade sein' })
const ROWS: readonly (readonly [what: string, schema: z.ZodType, value: unknown, en: RegExp, de: RegExp])[] = [
  ['is missing', z.object({ a: z.string() }), {}, /^is required$/, /^Bitte angeben$/],
  ['is of another kind', z.string(), 7, /expected string/, /^Bitte einen Text angeben$/],
  ['is no whole number', z.int(), 1.5, /expected int/, /^Bitte eine ganze Zahl angeben$/],
  ['is empty', z.string().min(1), '', /Too small/, /^Bitte ausfüllen$/],
  ['is too long', z.string().max(2), 'abc', /Too big/, /^Bitte höchstens 2 Zeichen eingeben$/],
  ['is too short', z.string().min(8), 'abc', /Too small/, /^Bitte mindestens 8 Zeichen eingeben$/],
  ['has too many entries', z.array(z.int()).max(1), [1, 2], /Too big/, /^Bitte höchstens 1 Eintrag eingeben$/],
  ['is too small', z.number().min(3), 1, /Too small/, /^Bitte mindestens 3 eingeben$/],
  ['is not below', z.number().lt(3), 3, /Too big/, /^Bitte weniger als 3 eingeben$/],
  ['is none of these', z.enum(['x', 'y']), 'z', /^Invalid option/, /^Bitte eines davon wählen: „x“, „y“$/],
  ['is no mail address', z.email(), 'x', /email/, /^Bitte eine E-Mail-Adresse eingeben, etwa name@example\.org$/],
  ['is no id', z.uuid(), 'x', /UUID/, /^Bitte eine Kennung \(UUID\) eingeben$/],
  ['is no date', z.iso.date(), 'x', /date/, /^Bitte ein Datum eingeben, etwa 2026-01-31$/],
  ['begins otherwise', z.string().startsWith('https:'), 'x', /start/, /^Bitte mit „https:“ beginnen$/],
  ['is no multiple', z.number().multipleOf(5), 3, /multiple/, /^Bitte ein Vielfaches von 5 eingeben$/],
  ['is unknown', z.strictObject({}), { b: 1 }, /Unrecognized key/, /^Bitte weglassen, das gibt es hier nicht: „b“$/],
  ['is none of several', z.union([z.string(), z.number()]), null, /Invalid input/, /^Bitte prüfen Sie diese Angabe$/],
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
