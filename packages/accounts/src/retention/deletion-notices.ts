import type { Language, Mail, MailSender, SignInTables, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { HOUSE } from './data-kind.ts'
import { type CustomerEnd, type MasterDataDue, masterDataDue } from './master-data.ts'
import { germanToday } from './periods.ts'
import { tenantsBehind } from './store.ts'

/** A month before (PRI-01). */
const TOLD_BEFORE_DAYS = 31
const TENANTS_AT_A_TIME = 100

/** Customers who are deleted within so many days, or would be but for what holds them, the first ones first. */
export async function upcomingDeletions(tx: Tx, end: CustomerEnd, nowMs: number, days: number): Promise<readonly MasterDataDue[]> {
  const until = germanToday(nowMs).add({ days })
  const found: MasterDataDue[] = []
  let after: string | undefined
  for (;;) {
    const tenants = await tenantsBehind(tx, after, TENANTS_AT_A_TIME)
    for (const id of tenants) {
      const due = id === HOUSE ? undefined : await masterDataDue(tx, id, end)
      if (due !== undefined && Temporal.PlainDate.compare(due.dueOn, until) <= 0) found.push(due)
    }
    after = tenants.at(-1)
    if (after === undefined) return found.toSorted(byDayAndName)
  }
}

function byDayAndName(one: MasterDataDue, other: MasterDataDue): number {
  return Temporal.PlainDate.compare(one.dueOn, other.dueOn) || one.tenant.name.localeCompare(other.tenant.name)
}

/** Tells operators by mail, a month before, that customers are going to be deleted: once for each day that is due. Without mail it is only listed. */
export async function tellOfDeletions(tx: Tx, end: CustomerEnd, nowMs: number, mail: MailSender | undefined): Promise<number> {
  if (mail === undefined) return 0
  const news: MasterDataDue[] = []
  for (const due of await upcomingDeletions(tx, end, nowMs, TOLD_BEFORE_DAYS)) {
    const told = await sql`
      INSERT INTO deletion_notice (tenant_id, due_on, told_at) VALUES (${due.tenant.id}, ${due.dueOn.toString()}, ${new Date(nowMs)})
      ON CONFLICT (tenant_id) DO UPDATE SET due_on = excluded.due_on, told_at = excluded.told_at WHERE deletion_notice.due_on <> excluded.due_on
      RETURNING 1`.execute(tx.tables())
    if (told.rows.length > 0) news.push(due)
  }
  if (news.length === 0) return 0
  // Where nobody could be told the notes are taken back, and it is tried again; one address that is refused does not tell the others twice.
  const told = await Promise.allSettled((await operators(tx)).map(({ email, language }) => mail.send(deletionMail(news, email, language))))
  const failed = told.find((outcome) => outcome.status === 'rejected')
  if (failed !== undefined && !told.some(({ status }) => status === 'fulfilled')) throw failed.reason
  return news.length
}

function operators(tx: Tx): Promise<readonly { readonly email: string; readonly language: Language }[]> {
  const query = tx.tables<Pick<SignInTables, 'login'>>().selectFrom('login').select(['email', 'language'])
  return query.where('kind', '=', 'operator').where('disabled_at', 'is', null).orderBy('email').execute()
}

function deletionMail(news: readonly MasterDataDue[], to: string, language: Language): Mail {
  const lines = news.map(({ tenant, dueOn, holds }) => {
    const held = Object.entries(holds).map(([what, count]) => `${what}: ${count}`)
    const on = language === 'de' ? dueOn.toString().split('-').toReversed().join('.') : dueOn.toString()
    return `- ${tenant.name}: ${on}${held.length === 0 ? '' : ` (${language === 'de' ? 'wartet auf' : 'waits for'} ${held.join(', ')})`}`
  })
  return language === 'de'
    ? {
        ...{ to, subject: 'Kunden werden demnächst gelöscht' },
        text: `Die Stammdaten dieser beendeten Verträge sind am genannten Tag fällig (Ende des Jahres nach dem Vertragsende). Sie werden dann mit allem gelöscht, was nicht nach dem Gesetz bleiben muss; das lässt sich nicht zurücknehmen:\n\n${lines.join('\n')}\n`,
      }
    : {
        ...{ to, subject: 'Customers are going to be deleted' },
        text: `The master data of these ended contracts is due on the day named (end of the year after the end of the contract). It is then deleted with all that need not be kept by law; this cannot be undone:\n\n${lines.join('\n')}\n`,
      }
}
