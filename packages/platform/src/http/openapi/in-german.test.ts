import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completed } from './document.ts'
import { inGerman, missingGerman } from './in-german.ts'

const WORDS = { summaries: { 'DELETE /things/{id}': 'Ein Ding löschen' }, tags: { things: 'Dinge' } }

function described() {
  const operation = {
    ...{ summary: 'Delete a thing', tags: ['things'], 'x-access': 'tenant' as const, 'x-area': 'settings' as const },
    responses: { '204': { description: 'Default Response' } },
  }
  return completed({ info: { description: '' }, components: {}, paths: { '/api/v1/things/{id}': { delete: operation } } }, '/api/v1')
}

test('a description in German says what an operation does, for whom, and what it answers, and leaves the English one as it is', () => {
  const english = described()
  const german = inGerman(english, '/api/v1', WORDS)
  const { delete: operation } = german.paths['/api/v1/things/{id}']
  assert.partialDeepStrictEqual(operation, {
    ...{ summary: 'Ein Ding löschen', tags: ['Dinge'], description: 'Für Verwalter. Bereich der Rechte: `settings`.' },
    responses: { '204': { description: 'Erledigt; es gibt nichts zu sagen' } },
  })
  assert.deepEqual(english, described())
})

test('what has no German words is named', () => {
  assert.deepEqual(missingGerman(described(), '/api/v1', WORDS), [])
  assert.deepEqual(missingGerman(described(), '/api/v1', { summaries: {}, tags: {} }), [
    'DELETE /things/{id} has no German summary',
    'the tag "things" has no German name',
  ])
})
