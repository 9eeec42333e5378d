import { type Call, type Outcome, talked } from '@klinke/calls'
import { KlinkeError } from '@klinke/foundation'
import { isAway } from '@klinke/platform'
import { deny } from '../calls/confirm.ts'
import { numberParty } from '../calls/parties.ts'
import type { DialledFeature, FeatureContext } from '../feature-codes/feature.ts'
import type { ExtensionPins } from '../pins/extension-pins.ts'
import type { PromptId } from '../prompts/catalogue.ts'

/** What log-ins by phone write. */
export interface HotDeskStore {
  /** As `logIn` of the store: throws `PhoneTaken` and the like. */
  logIn(tenantId: string, phoneId: string, userId: string, replace: boolean): Promise<void>
  /** False when nobody was logged in. */
  logOut(tenantId: string, phoneId: string): Promise<boolean>
}

/** The codes by which users log in and out at shared phones (DEV-05). */
export function hotDeskFeatures(store: HotDeskStore, pins: ExtensionPins): readonly DialledFeature[] {
  return [
    {
      ...{ name: 'hot-desk-log-in', title: { de: 'An diesem Telefon anmelden', en: 'Log in at this phone' }, codes: ['*47'] },
      ...{ when: 'dialled', argument: 'optional', loggedOff: true },
      run: (call, argument, context) => logInByCode(call, argument, context, store, pins),
    },
    {
      ...{ name: 'hot-desk-log-out', title: { de: 'Von diesem Telefon abmelden', en: 'Log out of this phone' }, codes: ['#47', '*047'] },
      ...{ when: 'dialled', argument: 'none', loggedOff: true },
      run: (call, _none, context) => logOutByCode(call, context, store),
    },
  ]
}

/** `*47`, extension and PIN are asked for; `*47` and the extension: the PIN. */
async function logInByCode(
  call: Call,
  number: string,
  context: FeatureContext,
  store: HotDeskStore,
  pins: ExtensionPins,
): Promise<Outcome> {
  const { tenant, from, pbx } = context
  const phoneId = sharedPhone(context)
  if (phoneId === undefined) return deny(call, 'not a shared phone', context)
  await call.answer(numberParty('hot-desk', tenant.id))
  const at = { call, tenant, prompts: pbx.prompts, callerNumber: from.phone?.number ?? from.number }
  const user = await (number === '' ? pins.askWho(at) : pins.prove(at, number))
  if (user === undefined) return talked('hung-up-by-called')
  try {
    await store.logIn(tenant.id, phoneId, user.id, tenant.hotDesking.settings.whenTaken === 'replace')
  } catch (error) {
    if (isAway(error) || !(error instanceof KlinkeError)) throw error
    call.note('hot-desk-refused', error.code)
    return sayAndEnd(call, error.code === 'phone-taken' ? 'hot-desk-taken' : 'not-possible', context)
  }
  call.note('hot-desk-logged-in', `${user.number} at ${at.callerNumber}`)
  return sayAndEnd(call, 'logged-in', context)
}

async function logOutByCode(call: Call, context: FeatureContext, store: HotDeskStore): Promise<Outcome> {
  const { tenant } = context
  const phoneId = sharedPhone(context)
  if (phoneId === undefined) return deny(call, 'not a shared phone', context)
  await call.answer(numberParty('hot-desk', tenant.id))
  call.note('hot-desk-logged-out', (await store.logOut(tenant.id, phoneId)) ? context.extension.number : 'nobody')
  return sayAndEnd(call, 'logged-out', context)
}

/** The shared phone from which the code was dialled: by the one who is logged in there, or by the phone itself. */
function sharedPhone({ tenant, extension, from }: FeatureContext): string | undefined {
  const phoneId = from.phone?.extensionId ?? extension.id
  return tenant.hotDesking.phones.has(phoneId) ? phoneId : undefined
}

async function sayAndEnd(call: Call, said: PromptId, { tenant, pbx }: FeatureContext): Promise<Outcome> {
  await call.play(pbx.prompts.source(said, { tenant }))
  return talked('hung-up-by-called')
}
