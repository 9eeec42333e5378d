import { type Call, type Outcome, refused } from '@klinke/calls'
import { KlinkeError } from '@klinke/foundation'
import { isAway, type Text } from '@klinke/platform'
import { refuseSaying } from '../calls/announce.ts'
import { confirm, deny } from '../calls/confirm.ts'
import type { CallerFeature, DialledFeature, Feature, FeatureContext } from '../feature-codes/feature.ts'
import type { PromptId } from '../prompts/catalogue.ts'
import { forwardingsOff, forwardingTo } from './change-forwarding.ts'
import { dialledDestination } from './dialled-destination.ts'
import type { CallSettings, ForwardWhen } from './settings.ts'
import { settingsOf } from './settings-of.ts'

/** Writes what a code changes; resolves when it is stored. Throws as `changeCallSettings` does. */
export type ChangeSettings = (tenantId: string, extensionId: string, change: (before: CallSettings) => CallSettings) => Promise<void>

/** Codes of one switch: `*NN` on, `#NN` off, and `*0NN` off for phones whose # key dials. */
function onOff(digits: string): { readonly on: readonly string[]; readonly off: readonly string[] } {
  return { on: [`*${digits}`], off: [`#${digits}`, `*0${digits}`] }
}

/** All codes for an extension's own settings (CALL-03, CALL-04, CLI-01). */
export function settingsFeatures(change: ChangeSettings): readonly Feature[] {
  return [
    ...forwarding('always', '21', { de: 'Immer weiterleiten', en: 'Forward always' }, change),
    ...forwarding('no-answer', '61', { de: 'Weiterleiten, wenn niemand antwortet', en: 'Forward when nobody answers' }, change),
    ...forwarding('not-registered', '62', { de: 'Weiterleiten, wenn nicht angemeldet', en: 'Forward when not registered' }, change),
    ...forwarding('busy', '67', { de: 'Weiterleiten bei Besetzt', en: 'Forward when busy' }, change),
    {
      ...{ name: 'forward-all-off', title: { de: 'Alle Weiterleitungen aus', en: 'All forwarding off' }, codes: onOff('20').off },
      ...{
        when: 'dialled',
        argument: 'none',
        run: switching((before) => forwardingsOff(before), 'forward-all-off', change, 'switched-off'),
      },
    },
    ...toggle('do-not-disturb', '26', { de: 'Bitte nicht stören', en: 'Do not disturb' }, (on) => ({ doNotDisturb: on }), change),
    ...toggle(
      'reject-anonymous',
      '28',
      { de: 'Anonyme Anrufer abweisen', en: 'Reject anonymous callers' },
      (on) => ({ rejectAnonymous: on }),
      change,
    ),
    ...toggle(
      'hide-number',
      '32',
      { de: 'Rufnummer immer unterdrücken', en: 'Always hide the number' },
      (on) => ({ hideNumber: on }),
      change,
    ),
    ...toggle('call-waiting', '43', { de: 'Anklopfen', en: 'Call waiting' }, (on) => ({ callWaiting: on }), change),
    ...toggle(
      'also-ring',
      '24',
      { de: 'Parallelruf', en: 'Ring others too' },
      (on, { alsoRing }) => ({ alsoRing: { ...alsoRing, active: on } }),
      change,
    ),
    ...toggle(
      'follow-me',
      '25',
      { de: 'Rufnachfolge', en: 'Follow me' },
      (on, { followMe }) => ({ followMe: { ...followMe, active: on } }),
      change,
    ),
    ...callerFeatures,
  ]
}

const callerFeatures: readonly CallerFeature[] = [
  {
    ...{ name: 'hide-number-once', title: { de: 'Rufnummer für diesen Anruf unterdrücken', en: 'Hide the number in this call' } },
    ...{ codes: ['*31'], when: 'before-number', digits: 0, choose: () => ({ hidden: true }) },
  },
  {
    ...{ name: 'show-number-once', title: { de: 'Rufnummer für diesen Anruf zeigen', en: 'Show the number in this call' } },
    ...{ codes: ['#31', '*031'], when: 'before-number', digits: 0, choose: () => ({ hidden: false }) },
  },
  {
    ...{ name: 'choose-number', title: { de: 'Rufnummer für diesen Anruf wählen', en: 'Choose the number for this call' }, codes: ['*33'] },
    ...{ when: 'before-number', digits: 1 },
    choose: (digit, { tenant, extension }) => {
      const number = settingsOf(tenant, extension.id).numberChoices[Number(digit) - 1]
      return number === undefined ? undefined : { number, hidden: false }
    },
  },
]

function forwarding(when: ForwardWhen, digits: string, title: Text, change: ChangeSettings): readonly DialledFeature[] {
  const { on, off } = onOff(digits)
  const name = `forward-${when}`
  return [
    {
      ...{ name: `${name}-on`, title, codes: on, when: 'dialled', argument: 'optional' },
      run: (call, argument, context) => {
        const to = argument === '' ? undefined : dialledDestination(argument, context)
        if (argument !== '' && to === undefined) return deny(call, `${argument} is no destination`, context)
        if (to?.kind === 'external' && isPhoneLocked(context)) return refuseSaying(call, 'phone-locked', refused('forbidden', 403), context)
        return switching((before) => forwardingTo(before, when, to), `${name} ${argument}`, change, 'switched-on')(call, '', context)
      },
    },
    {
      ...{ name: `${name}-off`, title: { de: `${title.de}: aus`, en: `${title.en}: off` }, codes: off, when: 'dialled', argument: 'none' },
      run: switching((before) => forwardingsOff(before, when), `${name} off`, change, 'switched-off'),
    },
  ]
}

/** Who may not call outside from this telephone may not have calls led there from it either. */
function isPhoneLocked({ tenant, extension, pbx }: FeatureContext): boolean {
  return pbx.outside.phoneLock.isLocked(tenant.id, extension.id)
}

type Part = (on: boolean, before: CallSettings) => Partial<CallSettings>

function toggle(name: string, digits: string, title: Text, part: Part, change: ChangeSettings): readonly DialledFeature[] {
  const { on, off } = onOff(digits)
  const run = (to: boolean) =>
    switching((before) => ({ ...before, ...part(to, before) }), `${name} ${to ? 'on' : 'off'}`, change, to ? 'switched-on' : 'switched-off')
  return [
    { name: `${name}-on`, title, codes: on, when: 'dialled', argument: 'none', run: run(true) },
    {
      ...{ name: `${name}-off`, title: { de: `${title.de}: aus`, en: `${title.en}: off` }, codes: off, when: 'dialled', argument: 'none' },
      run: run(false),
    },
  ]
}

/** `next` gives the settings after, or undefined when there is nothing to switch. */
function switching(next: (before: CallSettings) => CallSettings | undefined, what: string, change: ChangeSettings, said: PromptId) {
  return async (call: Call, _argument: string, context: FeatureContext): Promise<Outcome> => {
    let possible = true
    try {
      await change(context.tenant.id, context.extension.id, (before) => {
        const settings = next(before)
        possible = settings !== undefined
        return settings ?? before
      })
    } catch (error) {
      if (isAway(error) || !(error instanceof KlinkeError)) throw error
      return deny(call, error.message, context)
    }
    return possible ? confirm(call, what, context, said) : deny(call, `${what}: no destination was set before`, context)
  }
}
