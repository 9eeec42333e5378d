import {
  type Exception,
  type LevelRules,
  NO_LEVEL,
  NO_RULES,
  type Release,
  type Target,
  type TenantRules,
  targetTable,
} from '../barring/level-rules.ts'

/** Rules of a tenant in short. */
export interface RulesInShort {
  readonly customer?: LevelInShort
  /** By site id. */
  readonly sites?: Readonly<Record<string, LevelInShort>>
  /** By extension id. */
  readonly extensions?: Readonly<Record<string, LevelInShort>>
  readonly releases?: readonly (Pick<Release, 'target'> & Partial<Release>)[]
}

export interface LevelInShort extends Partial<Omit<LevelRules, 'exceptions'>> {
  readonly allow?: readonly Target[]
  readonly deny?: readonly Target[]
}

export function tenantRules({ customer = {}, sites = {}, extensions = {}, releases = [] }: RulesInShort): TenantRules {
  const whole = releases.map((release) => ({ ...A_RELEASE, ...release }))
  return {
    ...NO_RULES,
    customer: levelRules(customer),
    sites: new Map(Object.entries(sites).map(([id, level]) => [id, levelRules(level)])),
    extensions: new Map(Object.entries(extensions).map(([id, level]) => [id, levelRules(level)])),
    releases: targetTable(Map.groupBy(whole, ({ target }) => target)),
  }
}

const A_RELEASE = { id: 'r', extensionId: undefined, formReference: 'F-17', validFromMs: 0, validUntilMs: undefined }

function levelRules({ allow = [], deny = [], ...level }: LevelInShort): LevelRules {
  const exceptions: readonly Exception[] = [
    ...allow.map((target) => ({ effect: 'allow', target }) as const),
    ...deny.map((target) => ({ effect: 'deny', target }) as const),
  ]
  return { ...NO_LEVEL, ...level, exceptions: targetTable(exceptions.map((each) => [each.target, each])) }
}
