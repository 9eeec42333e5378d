import {
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  SelectQueryNode,
  sql,
  type Transaction,
  type UnknownRow,
} from 'kysely'
import { errorCode } from './errors.ts'

/** A statement in a transaction that has failed already, which the work has caught. */
const IN_FAILED_TRANSACTION = '25P02'

/** What triggers have noted about a transaction. */
export interface Marks {
  /** Call nodes were told of a change (`klinke.announce`). */
  readonly announced: boolean
  /** A change is in the audit log. */
  readonly audited: boolean
}

const NONE: Marks = { announced: false, audited: false }

/** Sees the statements of a transaction. Only those that Kysely has built as a SELECT are known to change nothing. */
export class Statements implements KyselyPlugin {
  #onlyRead = true

  get onlyRead(): boolean {
    return this.#onlyRead
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    if (!SelectQueryNode.is(node) || node.with !== undefined) this.#onlyRead = false
    return node
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result)
  }
}

/** Asks for the marks, unless nothing can have made any. */
export async function marksOf(transaction: Transaction<unknown>, statements: Statements): Promise<Marks> {
  if (statements.onlyRead) return NONE
  try {
    const { rows } = await sql<{ announced: string | null; audited: string | null }>`
      SELECT current_setting('klinke.announced', true) AS announced, current_setting('klinke.audited', true) AS audited`.execute(
      transaction,
    )
    return { announced: rows[0]?.announced === 'yes', audited: rows[0]?.audited === 'yes' }
  } catch (error) {
    if (errorCode(error) === IN_FAILED_TRANSACTION) return NONE
    throw error
  }
}
