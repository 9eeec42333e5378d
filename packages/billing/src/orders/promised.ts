import type { NetworkNeeds, ProductPromises } from '@klinke/accounts'
import type { Language, PaperField, PaperPart } from '@klinke/platform'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import { PROMISED_TEXTS, type PromisedTexts } from './promised-texts.ts'

/** What the product promises beside its prices (SLA-02, SLA-04, BCP-01 to BCP-03), and what it needs (section 2, TRK-13): part of what is signed. */
export function promisedParts(
  { serviceLevel = {}, network = {} }: Pick<ProfileFile, 'serviceLevel' | 'network'>,
  language: Language,
): readonly PaperPart[] {
  const words = PROMISED_TEXTS[language]
  return [
    ...fields(words.promised, promises(serviceLevel, words, language)),
    ...fields(words.needed, [...needs(network, words, language), ...ways(network, words, language)]),
  ]
}

type Row = readonly [label: string, value: string | undefined]

function fields(heading: string, rows: readonly Row[]): readonly PaperPart[] {
  const told = rows.flatMap(([label, value]): readonly PaperField[] => (value === undefined ? [] : [{ label, value }]))
  return told.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'fields', fields: told },
      ]
}

function promises(promised: ProductPromises, words: PromisedTexts, language: Language): readonly Row[] {
  const { serviceHours, faultReports, tickets, backup, sites, failover, redundancy } = promised
  return [
    [words.serviceHours, serviceHours && words.hours(words.days[serviceHours.days], serviceHours.from, serviceHours.to)],
    [words.faultReports, faultReports && words.reports[faultReports]],
    [words.tickets, tickets && (tickets.chargeable ? words.charged : words.notCharged)],
    [words.backup, backup && words.nightly(backup.from, backup.to)],
    [words.sites, sites?.map((site) => countryName(site, language)).join(', ')],
    [words.failover, failover?.map((way) => words.ways[way]).join(', ')],
    [words.redundancy, redundancy && words.addresses(redundancy.addressesEachSide)],
  ]
}

function needs(network: NetworkNeeds, words: PromisedTexts, language: Language): readonly Row[] {
  const { lossPercent, latencyMs, endToEndMs, jitterMs, maxNats, lanMbit, ownVoiceLanAboveHardwarePhones } = network
  const { kbitPerCall, videoKbit, g711Kbit, g729Kbit } = network
  const measured = measuring(language)
  return [
    [words.loss, measured(lossPercent, '%')],
    [words.latency, measured(latencyMs, 'ms')],
    [words.endToEnd, measured(endToEndMs, 'ms')],
    [words.jitter, measured(jitterMs, 'ms')],
    [words.nats, measured(maxNats)],
    [words.lanSpeed, measured(lanMbit, 'Mbit/s')],
    [words.ownVoiceLan, measured(ownVoiceLanAboveHardwarePhones)],
    [words.perCall, measured(kbitPerCall, 'kbit/s')],
    [words.video, measured(videoKbit, 'kbit/s')],
    [words.g711, measured(g711Kbit, 'kbit/s')],
    [words.g729, measured(g729Kbit, 'kbit/s')],
  ]
}

/** Of the two parts of the way, each in one line. */
function ways({ lan, wan }: NetworkNeeds, words: PromisedTexts, language: Language): readonly Row[] {
  const measured = measuring(language)
  const over = (seconds: string | undefined) => (seconds === undefined ? '' : ` (${words.over(seconds)})`)
  const line = (parts: readonly Row[]) => parts.flatMap(([label, value]) => (value === undefined ? [] : `${label} ${value}`)).join(', ')
  return [
    [
      words.lan,
      lan &&
        line([
          [words.frameLoss, measured(lan.frameLossPercent, '%')],
          [words.latencyShort, measured(lan.latencyMs, 'ms')],
          [words.jitterShort, measured(lan.jitterMs, 'ms')],
          [words.mos, `${measured(lan.mos.from)} – ${measured(lan.mos.to)}`],
        ]),
    ],
    [
      words.wan,
      wan &&
        line([
          [words.lossShort, `${measured(wan.lossPercent, '%')}${over(measured(wan.burstSeconds))}`],
          [words.latencyShort, measured(wan.latencyMs, 'ms')],
          [words.jitterShort, measured(wan.jitterMs, 'ms')],
          [words.perExtension, measured(wan.kbitPerExtension, 'kbit/s')],
        ]),
    ],
  ]
}

function measuring(language: Language): (value: number | undefined, unit?: string) => string | undefined {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 6 })
  return (value, unit = '') => (value === undefined ? undefined : `${format.format(value)} ${unit}`.trim())
}

/** Of an ISO 3166 code; what is written out stays. */
function countryName(site: string, language: Language): string {
  return /^[A-Z]{2}$/.test(site) ? (new Intl.DisplayNames([language], { type: 'region' }).of(site) ?? site) : site
}
