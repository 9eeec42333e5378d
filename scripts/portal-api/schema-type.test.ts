import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type JsonSchema, schemaType } from './schema-type.ts'

const ROWS: readonly (readonly [JsonSchema, string])[] = [
  [{ type: 'integer' }, 'number'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ enum: ['de', 'en'] }, '"de" | "en"'],
  [{ const: 'extension' }, '"extension"'],
  [{ type: 'array', items: { type: 'string' } }, 'readonly string[]'],
  [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, 'readonly (string | null)[]'],
  [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] }, 'readonly [string, number]'],
  [{ type: 'object', additionalProperties: { type: 'number' } }, 'Readonly<Record<string, number>>'],
  [{ type: 'object', properties: {}, additionalProperties: false }, 'Record<string, never>'],
  [
    { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: { type: 'number' } },
    '{ readonly [Name in "a" | "b"]?: number }',
  ],
  [{}, 'unknown'],
]
for (const [schema, type] of ROWS) {
  test(`${JSON.stringify(schema)} is written as ${type}`, () => assert.equal(schemaType(schema, 'answer'), type))
}

test('a property with a default may be left out of a request and is always in an answer', () => {
  const schema: JsonSchema = { type: 'object', properties: { limit: { type: 'integer', default: 50 } } }
  assert.equal(schemaType(schema, 'request'), '{\n  readonly limit?: number\n}')
  assert.equal(schemaType(schema, 'answer'), '{\n  readonly limit: number\n}')
})

test('descriptions become comments of one line that cannot end early', () => {
  const schema: JsonSchema = { type: 'object', properties: { a: { type: 'string', description: 'one\n two */ three' } } }
  assert.match(schemaType(schema, 'answer'), /\/\*\* one two \* \/ three \*\//)
})

test('a type that is not known is refused', () => {
  assert.throws(() => schemaType({ type: 'file' }, 'answer'), /of type file/)
})
