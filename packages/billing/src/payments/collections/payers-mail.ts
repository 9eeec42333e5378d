import type { Language, SignInTables, Tx } from '@klinke/platform'

/** To whom a customer's bills go: its administrators who may see them. */
export async function payersMail(tx: Tx, tenantId: string): Promise<readonly { readonly email: string; readonly language: Language }[]> {
  const query = tx
    .tables<Pick<SignInTables, 'login'>>()
    .selectFrom('login')
    .select(['email', 'language', 'rights'])
    .where('tenant_id', '=', tenantId)
  const logins = await query.where('kind', '=', 'tenant').where('disabled_at', 'is', null).execute()
  return logins.filter(({ rights }) => rights === null || rights.billing !== undefined)
}
