import { type Call, type Outcome, talked } from '@klinke/calls'
import { refuseSaying } from '../calls/announce.ts'
import { confirm, deny } from '../calls/confirm.ts'
import { extensionParty } from '../calls/parties.ts'
import type { CallerFeature, Feature, FeatureContext } from '../feature-codes/feature.ts'
import type { ExtensionPins } from '../pins/extension-pins.ts'

/** The telephone lock, and calls that the PIN allows in spite of it and of what is barred for the extension alone (FRD-02). */
export function phoneLockFeatures(pins: ExtensionPins): readonly Feature[] {
  return [
    {
      ...{ name: 'phone-lock', title: { de: 'Telefonschloss zu', en: 'Lock the telephone' }, codes: ['*34'] },
      ...{ when: 'dialled', argument: 'none', run: (call, _none, context) => lock(call, context) },
    },
    {
      ...{ name: 'phone-unlock', title: { de: 'Telefonschloss auf (mit PIN)', en: 'Unlock the telephone (with PIN)' }, codes: ['*35'] },
      ...{ when: 'dialled', argument: 'none', run: (call, _none, context) => unlock(call, context, pins) },
    },
    {
      ...{
        name: 'call-with-pin',
        title: { de: 'Gesperrte Nummer mit PIN anrufen', en: 'Call a barred number with the PIN' },
        codes: ['*58'],
      },
      ...{ when: 'before-number', digits: 0, choose: () => ({ pinProven: true }) },
      prove: (call, context) => provePin(call, context, pins),
    } satisfies CallerFeature,
  ]
}

/** Who has no PIN could never unlock it again. */
async function lock(call: Call, context: FeatureContext): Promise<Outcome> {
  const { tenant, extension, pbx } = context
  if (!tenant.hotDesking.pins.has(extension.id)) {
    call.note('pin-missing', extension.number)
    return refuseSaying(call, 'phone-lock-needs-pin', { kind: 'refused', cause: 'forbidden', status: 403 }, context)
  }
  await pbx.outside.phoneLock.set(tenant.id, extension.id, true)
  return confirm(call, 'phone-lock on', context, 'phone-lock-on')
}

async function unlock(call: Call, context: FeatureContext, pins: ExtensionPins): Promise<Outcome> {
  const { tenant, extension, pbx } = context
  if (!(await provePin(call, context, pins))) return talked('hung-up-by-called')
  await pbx.outside.phoneLock.set(tenant.id, extension.id, false)
  return confirm(call, 'phone-lock off', context, 'phone-lock-off')
}

/** The PIN of the extension that calls; wrong ones count as everywhere. False: who calls has heard so. */
async function provePin(call: Call, context: FeatureContext, pins: ExtensionPins): Promise<boolean> {
  const { tenant, extension, from, pbx } = context
  // Nobody is at the keypad of a call that is led on for somebody else.
  if (call.undertaking !== undefined) return deny(call, 'no PIN can be asked for', context).then(() => false)
  await call.answer(extensionParty(tenant, extension))
  const callerNumber = from.phone?.number ?? from.number
  const proven = (await pins.prove({ call, tenant, prompts: pbx.prompts, callerNumber }, extension.number)) !== undefined
  if (proven) call.note('bar-lifted', extension.number)
  return proven
}
