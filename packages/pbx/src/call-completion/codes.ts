import { type Call, type Outcome, talked } from '@klinke/calls'
import { confirm, deny } from '../calls/confirm.ts'
import { extensionParty } from '../calls/parties.ts'
import type { DialledFeature, Feature, FeatureContext } from '../feature-codes/feature.ts'
import type { PromptId } from '../prompts/catalogue.ts'
import type { LastAttempts } from './attempts.ts'
import type { Completions } from './completions.ts'
import { NOT_POSSIBLE, type Wanted, wishFor } from './wish.ts'

/** What the codes act on. */
export interface CodesParts {
  readonly completions: Completions
  readonly attempts: LastAttempts
}

/** What who asked is told. */
export const CONFIRMED = {
  busy: 'callback-set',
  'no-answer': 'callback-set-no-answer',
  'not-registered': 'callback-set-not-registered',
  redial: 'redial-set',
} as const satisfies Readonly<Record<string, PromptId>>

/** Of a number that the extension has not called just now. */
const UNKNOWN = { isHidden: false, wasBusy: false }

/** Codes that call again later, stop that, and tell what is waited for. */
export function completionFeatures(parts: CodesParts): readonly Feature[] {
  return [
    setting('callback-on', { de: 'Rückruf bei Besetzt oder keiner Antwort', en: 'Call back when free' }, '*37', 'callback', parts),
    clearing('callback-off', { de: 'Rückruf: aus', en: 'Call back when free: off' }, '37', 'callback', parts),
    setting('automatic-redial-on', { de: 'Automatische Wahlwiederholung', en: 'Automatic redial' }, '*38', 'redial', parts),
    clearing('automatic-redial-off', { de: 'Automatische Wahlwiederholung: aus', en: 'Automatic redial: off' }, '38', 'redial', parts),
    {
      ...{ name: 'callbacks-list', title: { de: 'Rückrufe anhören', en: 'List callbacks' }, codes: ['*36'], when: 'dialled' },
      ...{ argument: 'none', run: (call, _argument, context) => listByPhone(call, parts, context) },
    },
  ]
}

/** With a number behind it, or for the number that was called last. */
function setting(name: string, title: DialledFeature['title'], code: string, wanted: Wanted, parts: CodesParts): DialledFeature {
  return {
    ...{ name, title, codes: [code], when: 'dialled', argument: 'optional' },
    run: async (call, argument, context) => {
      const { tenant, extension, exchange } = context
      const attempt = argument === '' ? parts.attempts.of(extension.id) : { dialled: argument, number: argument, ...UNKNOWN }
      const wish = attempt === undefined ? NOT_POSSIBLE : wishFor(attempt, wanted, { tenant, extension, exchange })
      if (wish.kind === 'not-possible') return deny(call, `${name}: nobody to be called back`, context)
      const requested = await parts.completions.request(wish.wish, tenant)
      if (requested.kind === 'too-many') return confirm(call, `${name}: too many`, context, 'callback-too-many')
      const { completion } = requested
      return confirm(call, `${name} ${completion.number} (${completion.kind})`, context, CONFIRMED[completion.kind])
    },
  }
}

/** With a number behind it, or all of them. */
function clearing(
  name: string,
  title: DialledFeature['title'],
  digits: string,
  wanted: Wanted,
  { completions }: CodesParts,
): DialledFeature {
  return {
    ...{ name, title, codes: [`#${digits}`, `*0${digits}`], when: 'dialled', argument: 'optional' },
    run: async (call, argument, context) => {
      const own = completions.of(context.extension.id).filter(({ kind }) => (kind === 'redial') === (wanted === 'redial'))
      const meant = argument === '' ? own : own.filter(({ dialled, number }) => dialled === argument || number === argument)
      for (const completion of meant) await completions.cancel(completion)
      const said = meant.length > 0 ? 'callback-deleted' : 'callback-none'
      return confirm(call, `${name}: ${meant.length}`, context, said)
    },
  }
}

/** Says each number that is waited for; 1 deletes it. */
async function listByPhone(call: Call, { completions }: CodesParts, context: FeatureContext): Promise<Outcome> {
  const { tenant, extension, pbx } = context
  const own = completions.of(extension.id)
  if (own.length === 0) return confirm(call, 'no callbacks', context, 'callback-none')
  await call.answer(extensionParty(tenant, extension))
  for (const completion of own) {
    const files = [
      ...pbx.prompts.files('callback-for', { tenant }),
      ...pbx.prompts.digitsFiles(completion.number, { tenant }),
      ...pbx.prompts.files('callback-delete', { tenant }),
    ]
    const { digits } = await call.collect({
      ...{ maxDigits: 1, firstDigitSeconds: 2, interDigitSeconds: 1, prompt: { kind: 'files', files, repeat: 1 } },
    })
    if (digits !== '1') continue
    await completions.cancel(completion)
    call.note('callback-deleted', completion.number)
    await call.play(pbx.prompts.source('callback-deleted', { tenant }))
  }
  return talked('hung-up-by-called')
}
