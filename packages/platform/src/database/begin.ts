import { CompiledQuery, type Driver, PostgresDialect, type PostgresDialectConfig, PostgresDriver, type Transaction } from 'kysely'
import { escapeLiteral } from 'pg'
import { APP_ROLE, OPERATOR_ROLE, RESELLER_ROLE, SCHEMA } from './roles.ts'
import type { TxScope } from './tx.ts'

const ROLE_OF = { tenant: APP_ROLE, reseller: RESELLER_ROLE, operator: OPERATOR_ROLE } as const

/** PostgreSQL as Kysely speaks it, but without its BEGIN: `begin` sends it together with what the transaction may see. */
export class OwnBeginDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new OwnBeginDriver(this.#config)
  }
}

class OwnBeginDriver extends PostgresDriver {
  override beginTransaction(): Promise<void> {
    return Promise.resolve()
  }
}

/** `snapshot`: it sees all as it was when it began, however long it takes, and changes nothing. */
export type How = 'usual' | 'snapshot'

const CHARACTERISTICS: Readonly<Record<How, string>> = { usual: '', snapshot: ' ISOLATION LEVEL REPEATABLE READ, READ ONLY' }

/** Begins a transaction that acts for `scope`, in one round trip; all of it holds until the end of the transaction only. */
export async function begin(transaction: Transaction<unknown>, scope: TxScope, actor: string, how: How = 'usual'): Promise<void> {
  const settings = {
    search_path: SCHEMA,
    'klinke.tenant': scope.kind === 'tenant' ? scope.tenantId : '',
    'klinke.reseller': scope.kind === 'reseller' ? scope.resellerId : '',
    'klinke.actor': actor,
    role: ROLE_OF[scope.kind],
  }
  const each = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`)
  // Two statements at once go without parameters only.
  await transaction.executeQuery(CompiledQuery.raw(`BEGIN${CHARACTERISTICS[how]}; SELECT ${each.join(', ')}`))
}
