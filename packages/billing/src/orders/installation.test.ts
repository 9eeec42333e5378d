import assert from 'node:assert/strict'
import { test } from 'node:test'
import { installationFaults, withInstallation } from './installation.ts'
import { type OrderTerms, orderTerms } from './order-terms.ts'

const TERMS: OrderTerms = orderTerms.parse({
  provisions: [{ item: 'group', makes: 'groups' }],
  installation: [
    { name: 'self', title: { de: 'Selbst', en: 'Self' } },
    {
      ...{ name: 'comfort', title: { de: 'Komfort', en: 'Comfort' }, item: 'install-comfort' },
      ...{ groups: 3, forwardings: 3, faxToMail: 2, softClients: 2, briefingMinutes: 60 },
    },
    { name: 'individual', title: { de: 'Individuell', en: 'Individual' }, item: 'install-individual', per: 'hour' },
  ],
})
const NEEDS = { groups: 0, forwardings: 0, faxToMail: 0, softClients: 0, briefingMinutes: 0 }
const ORDER = { items: [{ item: 'extension', quantity: 5 }], installation: null, installationHours: null, needs: NEEDS }

function german(order: Parameters<typeof installationFaults>[0], terms = TERMS): readonly string[] {
  return installationFaults(order, terms).map(({ detail }) => (typeof detail === 'string' ? detail : detail.de))
}

test('ORD-05: comfort includes three groups, three forwardings, two fax lines, two soft clients and an hour of briefing, and says what exceeds that', () => {
  const comfort = { ...ORDER, installation: 'comfort' }
  const full = { groups: 3, forwardings: 3, faxToMail: 2, softClients: 2, briefingMinutes: 60 }
  assert.deepEqual(german({ ...comfort, needs: full }), [])
  const more = { groups: 4, forwardings: 4, faxToMail: 3, softClients: 3, briefingMinutes: 90 }
  assert.deepEqual(german({ ...comfort, needs: more }), [
    '„Komfort“ umfasst höchstens 3 Rufgruppen, bestellt sind 4',
    '„Komfort“ umfasst höchstens 3 Weiterleitungen, bestellt sind 4',
    '„Komfort“ umfasst höchstens 2 Fax-zu-Mail-Anschlüsse, bestellt sind 3',
    '„Komfort“ umfasst höchstens 2 Softclients, bestellt sind 3',
    '„Komfort“ umfasst höchstens 60 Minuten Einweisung, bestellt sind 90',
  ])
  const grouped = { ...comfort, items: [{ item: 'group', quantity: 4 }] }
  assert.equal(german(grouped).length, 1, 'groups that are an item of the product count, too')
  assert.deepEqual(german({ ...ORDER, installation: 'individual', installationHours: 5, needs: more }), [], 'by the hour there is no limit')
})

test('ORD-05: comfort is charged once, individual each hour, self nothing', () => {
  const charged = (order: object) => withInstallation({ ...ORDER, ...order }, { orders: TERMS }).items.slice(ORDER.items.length)
  assert.deepEqual(charged({ installation: 'self' }), [])
  assert.deepEqual(charged({ installation: 'comfort' }), [{ item: 'install-comfort', quantity: 1 }])
  assert.deepEqual(charged({ installation: 'individual', installationHours: 3 }), [{ item: 'install-individual', quantity: 3 }])
  assert.deepEqual(charged({}), [])
})

test('ORD-05: hours belong to what is charged by them; what the profile does not offer, and an installation that is an item beside, are told', () => {
  assert.deepEqual(german({ ...ORDER, installation: 'individual' }), ['fehlt: „Individuell“ wird nach Stunden berechnet'])
  assert.deepEqual(german({ ...ORDER, installation: 'comfort', installationHours: 2 }), ['„Komfort“ wird nicht nach Stunden berechnet'])
  assert.deepEqual(german({ ...ORDER, installation: 'gold' }), ['gibt es nicht; wählen Sie self, comfort, individual'])
  assert.deepEqual(german({ ...ORDER, installation: 'comfort' }, {}), ['gibt es bei diesem Produkt nicht'])
  const twice = { ...ORDER, installation: 'comfort', items: [{ item: 'install-comfort', quantity: 1 }] }
  assert.match(german(twice)[0] ?? '', /Lassen Sie die Position weg/)
})
