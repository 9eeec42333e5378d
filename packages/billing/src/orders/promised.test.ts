import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PaperPart } from '@klinke/platform'
import { exampleProfiles } from '../catalogue/examples.ts'
import { readProfile } from '../catalogue/read-profile.ts'
import { promisedParts } from './promised.ts'

async function told(name: string, language: 'de' | 'en'): Promise<readonly string[]> {
  const found = (await exampleProfiles()).find(({ file }) => file === `${name}.yaml`)
  assert.ok(found)
  return promisedParts(readProfile(found.text, found.file).profile, language).flatMap(lines)
}

function lines(part: PaperPart): readonly string[] {
  if (part.kind === 'heading') return [part.text]
  return part.kind === 'fields' ? part.fields.map(({ label, value }) => `${label}: ${value}`) : []
}

test('SLA-02, BCP-01, BCP-02: an order says what the product promises, and what the network of the customer must give', async () => {
  assert.deepEqual(await told('channels', 'de'), [
    ...['Zugesagte Leistungen', 'Datensicherung: täglich zwischen 22:00 und 05:00 Uhr'],
    'Wenn der Kunde nicht erreichbar ist: Weiterleitung aller Anrufe, Ansage, Ansage mit Benachrichtigung per E-Mail',
    ...['Was das Netz des Kunden leisten muss', 'Paketverlust höchstens: 0,1 %', 'Laufzeit in einer Richtung höchstens: 50 ms'],
    ...['Laufzeitschwankung höchstens: 5 ms', 'Adressübersetzungen zwischen Telefon und Anlage höchstens: 1'],
    ...['Geschwindigkeit des lokalen Netzes mindestens: 100 Mbit/s', 'Eigenes lokales Netz für Sprache bei mehr Telefonen als: 20'],
    'Bandbreite je Gespräch: 100 kbit/s',
  ])
  const packages = await told('packages', 'en')
  assert.ok(packages.includes('Service hours: Monday to Friday, 08:00 to 17:00'), packages.join('\n'))
  assert.ok(packages.includes('Faults can be reported: around the clock'), packages.join('\n'))
  assert.ok(packages.includes('Latency from mouth to ear at most: 150 ms'), packages.join('\n'))
})

test('SLA-04, BCP-02: countries are named in the language of the order, parts of the way in one line each', async () => {
  const german = await told('quota', 'de')
  assert.ok(german.includes('Rechenzentren: Deutschland, Luxemburg'), german.join('\n'))
  assert.ok(german.includes('Arbeiten, deren Anlass der Kunde ist: werden berechnet'), german.join('\n'))
  assert.ok(
    german.includes('Weg zur Anlage: Paketverlust 1 % (gemessen über 10 s), Laufzeit 50 ms, Schwankung 20 ms, je Nebenstelle 100 kbit/s'),
    german.join('\n'),
  )
  assert.ok((await told('quota', 'en')).includes('Data centres: Germany, Luxembourg'))
})

test('a product that promises nothing and needs nothing says nothing', () => {
  assert.deepEqual(promisedParts({ serviceLevel: {}, network: undefined }, 'de'), [])
})
