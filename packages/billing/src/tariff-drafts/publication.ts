import { isDeepStrictEqual } from 'node:util'
import type { Text, Tx } from '@klinke/platform'
import { countContracts } from '../catalogue/customers-store.ts'
import { firstDayOfPrices } from '../catalogue/price-changes/rules.ts'
import { insertPriceChange } from '../catalogue/price-changes/store.ts'
import { readProfile } from '../catalogue/read-profile.ts'
import { type CatalogueRouteParts, operatorsToday } from '../catalogue/route-parts.ts'
import { findVersion, insertVersion, listVersions as listProfileVersions } from '../catalogue/store.ts'
import type { PriceChangeRule } from '../catalogue/terms.ts'
import { withTariff } from '../catalogue/with-tariff.ts'
import type { Day } from '../contracts/contract.ts'
import { findDocument, findTariff, insertVersion as insertTariffVersion, listVersions } from '../rated-calls/tariff-store.ts'
import { strictestRule, tenantsWith } from './customers.ts'
import { differences } from './differences.ts'
import type { Draft, Made, TariffOwner } from './draft-store.ts'
import { type Days, faultsOfDraft } from './faults.ts'
import { ALL_NEW, changesInWords } from './notices/changes-in-words.ts'
import { insertNotices } from './notices/store.ts'
import { newestVersion } from './versions.ts'

/** Why a draft cannot be published. */
export const OBJECTIONS = ['faults', 'begins-too-early', 'before-newest', 'outdated', 'no-mail', 'notice-too-short'] as const
export type Objection = (typeof OBJECTIONS)[number]

/** What publishing a draft would mean. */
export interface PublicationPlan {
  readonly validFrom: string
  /** The first day that is possible for who pays by this tariff already (BIL-07). */
  readonly earliest: Day
  /** From this day on those pay by it who do now; undefined: nobody does. */
  readonly holdsFrom: Day | undefined
  /** Who pays by the tariff: contracts of a profile, or customers that were given it. */
  readonly customers: number
  readonly rules: readonly { readonly name: string; readonly title: Text }[]
  /** The rule of notice that counts; undefined: none is agreed. */
  readonly rule: string | undefined
  readonly faults: number
  readonly objections: readonly Objection[]
}

export type PublicationParts = Pick<CatalogueRouteParts, 'database' | 'catalogue' | 'clock' | 'mail'>

/** What is known of the tariff whose version a draft is to become. */
interface Standing {
  readonly customers: number
  readonly rules: readonly PriceChangeRule[]
  readonly newest: string | undefined
}

/** Looks, and changes nothing. `rule`: name of a rule of notice; absent: the first one. */
export async function planOf(tx: Tx, parts: PublicationParts, draft: Draft, rule?: string): Promise<PublicationPlan> {
  const { document, basedOn } = draft
  const today = operatorsToday(parts.clock)
  const { customers, rules, newest } = await standingOf(tx, parts, draft, today)
  const chosen = rules.find(({ name }) => name === rule) ?? rules[0]
  const tomorrow = today.add({ days: 1 })
  const faults = faultsOfDraft(document, await otherDays(tx, draft))
  const wanted = dayOf(document.validFrom)
  const earliest = chosen === undefined || customers === 0 ? tomorrow : firstDayOfPrices(chosen, today, tomorrow)
  const holdsFrom =
    customers === 0 || wanted === undefined ? undefined : chosen === undefined ? wanted : firstDayOfPrices(chosen, today, wanted)
  const isTooEarly = wanted === undefined || Temporal.PlainDate.compare(wanted, tomorrow) < 0
  // Who was given a tariff by hand has all its versions on their days; contracts of a profile get a new one each from a day of its own.
  const isShort = draft.owner.kind === 'tariff' && wanted !== undefined && holdsFrom !== undefined && !holdsFrom.equals(wanted)
  const objections: readonly (readonly [Objection, boolean])[] = [
    ['faults', faults.length > 0],
    ['begins-too-early', isTooEarly],
    ['before-newest', wanted !== undefined && isBeforeNewest(wanted, await lastBegin(tx, draft.owner))],
    ['outdated', basedOn !== (newest ?? null)],
    ['no-mail', customers > 0 && parts.mail === undefined],
    ['notice-too-short', isShort],
  ]
  return {
    ...{ validFrom: document.validFrom, earliest, holdsFrom, customers, faults: faults.length },
    ...{ rules: rules.map(({ name, title }) => ({ name, title })), rule: chosen?.name },
    objections: objections.filter(([, holds]) => holds).map(([objection]) => objection),
  }
}

/**
 * The first day of the version of a profile that begins last, but for those that were withdrawn. A draft that began on it or before would hold for new contracts
 * until that day alone, and take the prices of that day from contracts that were told of them. Undefined: there is none; days of tariffs by themselves are
 * checked as overlaps.
 */
async function lastBegin(tx: Tx, owner: TariffOwner): Promise<Day | undefined> {
  if (owner.kind === 'tariff') return undefined
  const held = (await listProfileVersions(tx, owner.id)).filter(({ isWithdrawn }) => !isWithdrawn)
  return held
    .map(({ validFrom }) => validFrom)
    .sort(Temporal.PlainDate.compare)
    .at(-1)
}

function isBeforeNewest(wanted: Day, newest: Day | undefined): boolean {
  return newest !== undefined && Temporal.PlainDate.compare(wanted, newest) <= 0
}

/** The day that a new draft begins with: that of the next month, or of the month after the newest version of a profile begins. */
export async function firstDayOf(tx: Tx, owner: TariffOwner, today: Day): Promise<Day> {
  const newest = await lastBegin(tx, owner)
  const after = newest !== undefined && Temporal.PlainDate.compare(newest, today) > 0 ? newest : today
  return after.with({ day: 1 }).add({ months: 1 })
}

/** Other versions of the draft's tariff: none of those of profiles, which follow each other by themselves. */
export async function otherDays(tx: Tx, { owner }: Pick<Draft, 'owner'>): Promise<readonly Days[]> {
  if (owner.kind === 'profile') return []
  const versions = await listVersions(tx, [owner.id])
  return versions.map(({ validFrom, validUntil, currency }) => ({ validFrom, currency, ...(validUntil !== null && { validUntil }) }))
}

async function standingOf(tx: Tx, { catalogue }: PublicationParts, { owner }: Draft, today: Day): Promise<Standing> {
  const newest = await newestVersion(tx, owner)
  if (owner.kind === 'tariff') {
    const tenants = await tenantsWith(tx, owner.id, today)
    const rule = await strictestRule(tx, catalogue, tenants, today)
    return { newest, customers: tenants.length, rules: rule === undefined ? [] : [rule] }
  }
  const rules = newest === undefined ? [] : (await catalogue.version(newest)).file.priceChange
  return { newest, rules, customers: await countContracts(tx, owner.id, today) }
}

/** Makes a version of the draft that `planOf` has no objection to, and has everybody told who pays by it. Gives the id of the version. */
export async function published(tx: Tx, draft: Draft, { holdsFrom, rule, customers }: PublicationPlan, made: Made): Promise<string> {
  const { owner, document, basedOn } = draft
  if (owner.kind === 'tariff') {
    const { id } = await insertTariffVersion(tx, owner.id, document, made.by)
    await announceTo(tx, draft, id)
    return id
  }
  const before = await findVersion(tx, basedOn ?? '')
  if (before === undefined) throw new Error(`The version "${basedOn}" of the profile "${owner.id}" is gone.`)
  const source = withTariff(before.source, document)
  const read = readProfile(source, `${owner.id}.yaml`)
  assertSame(before.document, read.document)
  const versionId = await insertVersion(tx, read, source, made)
  if (customers > 0 && rule !== undefined && holdsFrom !== undefined) {
    const change = { profile: owner.id, versionId, rule, wantedFrom: holdsFrom, createdBy: made.by, createdAt: made.at }
    await insertPriceChange(tx, change)
  }
  return versionId
}

/** Whoever was given the tariff and has it when the version holds is to be told. */
async function announceTo(tx: Tx, { owner, document, basedOn }: Draft, versionId: string): Promise<void> {
  const tenants = await tenantsWith(tx, owner.id, Temporal.PlainDate.from(document.validFrom))
  const before = basedOn === null ? undefined : await findDocument(tx, basedOn)
  const changes = before === undefined ? [ALL_NEW] : changesInWords(differences(before, document), document.currency)
  // Nothing to be told: a mail with an empty list only disquiets.
  if (changes.length === 0) return
  const { name } = await findTariff(tx, owner.id)
  await insertNotices(tx, tenants, { versionId, tariffName: name, validFrom: document.validFrom, changes })
}

/** Nothing else of the profile may become otherwise on the way through its file. */
function assertSame(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): void {
  const rest = ({ tariff: _, validFrom: __, ...others }: Readonly<Record<string, unknown>>) => others
  if (!isDeepStrictEqual(rest(before), rest(after)))
    throw new Error('Writing the tariff into the profile would have changed other keys of it.')
}

/** Undefined: it is no day of the calendar, which the check tells. */
function dayOf(text: string): Day | undefined {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return undefined
  }
}
