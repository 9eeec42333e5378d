import type { Extension, OutboundZone, Site } from '@klinke/accounts'
import { countryOf } from '@klinke/numbering'
import { CLASSES } from './catalogue.ts'
import type { Decision, Rule } from './decide.ts'
import { isCountry, type RuleLevel, type Target } from './level-rules.ts'

/** The same in both languages. */
export interface Words {
  readonly de: string
  readonly en: string
}

/** Whom a decision is told about. */
interface Asked {
  readonly number: string
  readonly extension: Pick<Extension, 'number'> | undefined
  readonly site?: Pick<Site, 'name'> | undefined
}

/** Numbers of a zone, as a sentence names them. */
export const ZONES: Readonly<Record<OutboundZone, Words>> = {
  local: { de: 'Nummern im eigenen Ortsnetz', en: 'numbers in the own area' },
  national: { de: 'Festnetznummern in Deutschland', en: 'fixed-network numbers in Germany' },
  freephone: { de: 'kostenfreie Nummern', en: 'freephone numbers' },
  mobile: { de: 'Mobilfunknummern', en: 'mobile numbers' },
  service: { de: 'Servicenummern', en: 'service numbers' },
  europe: { de: 'Nummern im europäischen Ausland', en: 'numbers in other countries of Europe' },
  world: { de: 'Nummern außerhalb Europas', en: 'numbers outside Europe' },
  networks: { de: 'Satelliten- und internationale Netze', en: 'satellite and international networks' },
}

/** A decision with its rule as a whole sentence. Pure. */
export function decisionWords(decision: Decision, asked: Asked): Words {
  const { number } = asked
  const because = ruleWords(decision, asked)
  return decision.allowed
    ? { de: `${number} darf angerufen werden: ${because.de}.`, en: `${number} may be called: ${because.en}.` }
    : { de: `${number} ist gesperrt: ${because.de}.`, en: `${number} is barred: ${because.en}.` }
}

function ruleWords({ allowed, rule }: Decision, asked: Asked): Words {
  switch (rule.kind) {
    case 'never-barred':
      return rule.what === 'emergency'
        ? { de: 'der Notruf wird nie gesperrt', en: 'emergency calls are never barred' }
        : { de: 'die Nummer ist eine eigene und bleibt in der Anlage', en: 'the number is an own one and stays inside' }
    case 'phone-lock':
      return {
        de: `das Telefonschloss der ${ofExtension(asked).de} ist zu`,
        en: `the telephone lock of ${ofExtension(asked).en} is on`,
      }
    case 'barred-range':
      return rangeWords(rule)
    case 'release':
      return {
        de: `freigegeben mit Formular ${rule.release.formReference}`,
        en: `released by form ${rule.release.formReference}`,
      }
    case 'exception':
      return exceptionWords(rule, asked)
    case 'class':
      return classWords(rule, allowed, asked)
  }
}

function rangeWords({ range: { name, releasable } }: Extract<Rule, { kind: 'barred-range' }>): Words {
  return releasable
    ? { de: `für ${name.de} gibt es keine Freigabe`, en: `there is no release for ${name.en}` }
    : { de: `${name.de} wird nie freigegeben`, en: `${name.en} is never released` }
}

function exceptionWords({ level, exception }: Extract<Rule, { kind: 'exception' }>, asked: Asked): Words {
  const owner = ownerOf(level, asked)
  const [target, does] = [targetWords(exception.target), exception.effect === 'allow']
  return {
    de: `eine Ausnahme ${owner.de} ${does ? 'erlaubt' : 'sperrt'} ${target.de}`,
    en: `an exception of ${owner.en} ${does ? 'allows' : 'bars'} ${target.en}`,
  }
}

function classWords(rule: Extract<Rule, { kind: 'class' }>, allowed: boolean, asked: Asked): Words {
  const owner = ownerOf(rule.level, asked)
  const { title } = CLASSES[rule.class]
  const zone = ZONES[rule.zone]
  const now = rule.hours === undefined ? { de: '', en: '' } : { de: ', die zu dieser Zeit gilt', en: ', which counts at this time' }
  return {
    de: `${zone.de} gehören ${allowed ? '' : 'nicht '}zur Sperrklasse ${rule.class} ${owner.de} (${title.de})${now.de}`,
    en: `${zone.en} are ${allowed ? '' : 'not '}in barring class ${rule.class} of ${owner.en} (${title.en})${now.en}`,
  }
}

function ownerOf(level: RuleLevel, asked: Asked): Words {
  switch (level) {
    case 'contract':
      return { de: 'des Vertrags', en: 'the contract' }
    case 'customer':
      return { de: 'des Kunden', en: 'the customer' }
    case 'site':
      return { de: `des Standorts ${asked.site?.name ?? ''}`.trim(), en: `the site ${asked.site?.name ?? ''}`.trim() }
    case 'extension':
      return { de: `der ${ofExtension(asked).de}`, en: ofExtension(asked).en }
  }
}

function ofExtension({ extension }: Asked): Words {
  return { de: `Nebenstelle ${extension?.number ?? ''}`.trim(), en: `extension ${extension?.number ?? ''}`.trim() }
}

/** `numbers that begin with +4930`, or a country by its name. */
export function targetWords(target: Target): Words {
  if (!isCountry(target)) return { de: `Nummern, die mit ${target} beginnen`, en: `numbers that begin with ${target}` }
  const country = countryOf(target)
  return { de: `Nummern dieses Landes: ${country?.german ?? target}`, en: `numbers of this country: ${country?.english ?? target}` }
}
