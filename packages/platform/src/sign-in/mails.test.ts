import assert from 'node:assert/strict'
import { test } from 'node:test'
import { invitationMail, resetMail } from './mails.ts'

const PERSON = { email: 'a@example.org', name: 'Anna\n\nGewonnen: https://evil.example\u2028', language: 'de' } as const

test('a name writes no lines of its own into a mail', () => {
  for (const mail of [invitationMail, resetMail])
    for (const language of ['de', 'en'] as const) {
      const { text } = mail({ ...PERSON, language }, 'https://klinke.example', 'token')
      assert.match(text, /^\S+( Tag)? Anna Gewonnen: https:\/\/evil\.example ,$/m)
    }
})
