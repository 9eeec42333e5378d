import { addressOn, type Extension, emergencyLine, germanDay, type SiteAddress } from '@klinke/accounts'
import { type Call, type Outcome, talked } from '@klinke/calls'
import type { Clock } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import { extensionParty } from '../calls/parties.ts'
import type { DialledFeature, FeatureContext } from '../feature-codes/feature.ts'
import type { Listener } from '../prompts/prompts.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { isFlaw } from './compare.ts'
import { type EmergencyTest, testEmergencyCall } from './emergency-test.ts'
import { keepTest, type NewTest } from './store.ts'

/** Writes down what a test has found. */
export type KeepTest = (test: NewTest) => Promise<unknown>

export function keepIn(database: Database): KeepTest {
  return (test) => database.withTenant(test.tenantId, (tx) => keepTest(tx, test))
}

/** The code by which a user hears what 110 and 112 would be told of the phone in hand. It calls nobody. */
export function emergencyTestCode(clock: Pick<Clock, 'epochMs'>, keep: KeepTest): DialledFeature {
  return {
    ...{ name: 'emergency-test', title: { de: 'Notruf testen', en: 'Test the emergency call' }, codes: ['*59'] },
    ...{ when: 'dialled', argument: 'none', loggedOff: true, run: (call, _none, context) => testCall(call, context, clock, keep) },
  }
}

async function testCall(call: Call, context: FeatureContext, clock: Pick<Clock, 'epochMs'>, keep: KeepTest): Promise<Outcome> {
  const { tenant, extension, from, pbx } = context
  // As a true call: from where the phone stands, whoever is logged in there.
  const place = tenant.extensions.get(from.phone?.number ?? extension.number) ?? extension
  const result = testEmergencyCall(tenant, place, pbx.outside, clock.epochMs())
  call.note('emergency-test', `${result.number ?? 'no number'}: ${result.findings.join(' ') || 'as the site says'}`)
  // What is said is worth more than what is written down.
  const kept = keep({ tenantId: tenant.id, extensionId: place.id, madeBy: 'telephone', result }).catch(() =>
    call.note('database-away', 'emergency test'),
  )
  await call.answer(extensionParty(tenant, extension))
  await call.play({ kind: 'files', files: spoken(result, registeredOf(tenant, place, clock.epochMs()), context), repeat: 1 })
  await kept
  return talked('hung-up-by-called')
}

/** Where the site of the phone is, whether the carrier is told or not: control centres look it up by the number. */
function registeredOf(tenant: PbxSnapshot, place: Extension, epochMs: number): SiteAddress | undefined {
  const { site } = emergencyLine(tenant, place)
  return site && addressOn(site.addresses, germanDay(epochMs))
}

function spoken(
  { number, address, findings }: EmergencyTest,
  registered: SiteAddress | undefined,
  { tenant, pbx: { prompts } }: FeatureContext,
): readonly string[] {
  const listener = { tenant }
  const shown =
    number === null
      ? prompts.files('emergency-test-no-number', listener)
      : [
          ...prompts.files('emergency-test-number', listener),
          ...prompts.digitsFiles(number.replace(/^\+49/, '0').replace(/^\+/, '00'), listener),
        ]
  const intro = address === null ? 'emergency-test-registered' : 'emergency-test-postal-code'
  const known = address ?? registered
  // Who hangs up before the end has heard what counts.
  const judged = prompts.files(findings.some(isFlaw) ? 'emergency-test-bad' : 'emergency-test-good', listener)
  const where = known === undefined ? [] : [...prompts.files(intro, listener), ...addressFiles(known, prompts, listener)]
  return [...shown, ...judged, ...where]
}

/** Nobody has recorded the names of all towns and streets: they are spelled. */
function addressFiles(
  { postalCode, city, street, houseNumber }: SiteAddress,
  prompts: FeatureContext['pbx']['prompts'],
  listener: Listener,
): readonly string[] {
  return [
    ...prompts.digitsFiles(postalCode, listener),
    ...prompts.files('emergency-test-town', listener),
    ...prompts.spelledFiles(city, listener),
    ...prompts.files('emergency-test-street', listener),
    ...prompts.streetFiles(street, listener),
    ...prompts.files('emergency-test-house-number', listener),
    ...prompts.spelledFiles(houseNumber, listener),
  ]
}
