import { addressOfRecord, type Registrar } from '@klinke/calls'
import { type WebPhoneAccount, WebPhones } from '@klinke/pbx'
import { followSessionEnds } from '@klinke/platform'
import type { Ground } from './klinke.ts'

/** Browsers' telephones, which end with their sessions: what they have registered is forgotten at once. */
export function openWebPhones({ database, clock, random, scope }: Ground, registrar: Pick<Registrar, 'removeAccount'>): WebPhones {
  const withdrawn = (account: WebPhoneAccount): void => void registrar.removeAccount(addressOfRecord(account), account.username)
  const webPhones = new WebPhones({ clock, random, withdrawn })
  scope.own(followSessionEnds(database, { ended: (id) => webPhones.sessionEnded(id), missed: () => webPhones.withdrawAll() }))
  return webPhones
}
