import type { Generated } from 'kysely'
import type { Tx } from '../database/tx.ts'
import { violatedConstraint } from '../database/violated-constraint.ts'
import { SingleSignOnRefused } from './errors.ts'
import type { SingleSignOn } from './store.ts'

interface Tables {
  readonly single_sign_on_subject: {
    readonly single_sign_on_id: string
    readonly issuer: string
    readonly client_id: string
    readonly subject: string
    readonly login_id: string
    readonly linked_at: Generated<Date>
  }
}

/** The login that has signed in as this subject (`sub`) before; undefined when none has. */
export async function loginOfSubject(tx: Tx, { id, issuer, client_id }: SingleSignOn, subject: string): Promise<string | undefined> {
  const row = await tx
    .tables<Tables>()
    .selectFrom('single_sign_on_subject')
    .select('login_id')
    .where('single_sign_on_id', '=', id)
    .where('issuer', '=', issuer)
    .where('client_id', '=', client_id)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.login_id
}

/** From now on the login is this subject's alone. Throws `SingleSignOnRefused` when it is somebody else's. */
export async function linkSubject(tx: Tx, { id, issuer, client_id }: SingleSignOn, subject: string, loginId: string): Promise<void> {
  try {
    await tx
      .tables<Tables>()
      .insertInto('single_sign_on_subject')
      .values({ single_sign_on_id: id, issuer, client_id, subject, login_id: loginId })
      .execute()
  } catch (error) {
    throw violatedConstraint(error) === 'single_sign_on_subject_login' ? new SingleSignOnRefused(error) : error
  }
}
