import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultText } from './fault-texts.ts'

const ROWS: readonly (readonly [fault: string, german: string])[] = [
  ['no answer', 'keine Antwort'],
  ['nowhere.example has no address', 'nowhere.example hat keine Adresse im DNS'],
  ['423: at least 600 s wanted', '423: Der Carrier verlangt mindestens 600 s'],
  ['401 Unauthorized', '401 Unauthorized: Benutzername oder Kennwort stimmt nicht'],
  ['503 Service Unavailable', '503 Service Unavailable: Der Carrier ist gerade nicht bereit'],
  ['486 Busy Here', 'Antwort des Carriers: 486 Busy Here'],
  ['connect ECONNREFUSED 192.0.2.1:5061', 'Der Server des Carriers nimmt keine Verbindung an'],
  ['self-signed certificate', 'Das Zertifikat des Carriers wird nicht anerkannt'],
  ['something else', 'Verbindung gestört (something else)'],
]
for (const [fault, german] of ROWS)
  test(`"${fault}" is told in German, too`, () => {
    assert.deepEqual(faultText(fault), { en: fault, de: german })
  })
