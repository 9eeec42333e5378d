import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleProfiles } from './examples.ts'
import { readProfile } from './read-profile.ts'
import { withTariff } from './with-tariff.ts'

test('another tariff in the file of a profile leaves every other key, number and comment as it stands there', async () => {
  for (const { file, text } of await exampleProfiles()) {
    const { profile, document } = readProfile(text, file)
    const { tariff } = profile
    if (tariff === undefined) continue
    const raised = {
      ...tariff,
      zones: tariff.zones.map((zone) => ({ ...zone, prices: zone.prices.map((price) => ({ ...price, perMinute: '1.50' })) })),
    }
    const written = withTariff(text, { ...raised, validFrom: '2027-01-01' })
    const read = readProfile(written, file)
    const tariffRead: unknown = JSON.parse(JSON.stringify(raised))
    assert.deepEqual(read.document, { ...document, validFrom: '2027-01-01', tariff: tariffRead }, file)
    const comments = (yaml: string) => [...yaml.matchAll(/# .+$/gm)].map(([comment]) => comment).join('\n')
    const outside = text.split('\n').filter((line) => /^\S/.test(line) && !line.startsWith('tariff'))
    assert.ok(
      outside.every((line) => !line.includes('# ') || comments(written).includes(line.slice(line.indexOf('# ')))),
      file,
    )
  }
})
