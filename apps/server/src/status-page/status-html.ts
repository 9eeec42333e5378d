import { COMPONENT_WORDS, DEFAULT_TIME_ZONE, type PublicStatus, type StatusDay } from '@klinke/accounts'
import type { Language } from '@klinke/platform'
import type { CachedStatus } from './status-cache.ts'
import { overall } from './status-json.ts'
import { OVERALL, STATES, WORDS } from './status-words.ts'

/** Minutes of a day above which its bar is dark. */
const LONG_MINUTES = 30
const BAR = { width: 6, step: 8, height: 28 } as const

const STYLE = `
:root{color-scheme:light dark;--good:#1b7f4b;--bad:#b3261e;--some:#8a5a00;--none:#8a8a8a;--line:#8884}
body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:56rem;padding:1.5rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
.now{border-radius:.5rem;padding:1rem;font-size:1.15rem;border:2px solid var(--none)}
.works{border-color:var(--good)}.disturbed,.down{border-color:var(--bad)}.maintenance{border-color:var(--some)}
.part{border-top:1px solid var(--line);padding:.75rem 0}.part p{margin:0;display:flex;justify-content:space-between;gap:1rem}
svg{width:100%;height:28px;display:block}.g{fill:var(--good)}.s{fill:var(--some)}.b{fill:var(--bad)}.n{fill:var(--none)}
time{white-space:nowrap}article{border-top:1px solid var(--line);padding:.75rem 0}h3{font-size:1rem;margin:0}
@media(prefers-color-scheme:dark){:root{--good:#5fd39a;--bad:#ff8a80;--some:#ffc46b}}`

/** The public status page: one document without scripts or anything from elsewhere. Undefined: nothing is known. */
export function statusHtml(cached: CachedStatus | undefined, language: Language, nonce: string): string {
  const word = (name: keyof typeof WORDS): string => escaped(WORDS[name][language])
  const body = cached === undefined ? `<p class="now">${word('unknown')}</p>` : bodyOf(cached, language)
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${word('title')}</title>
<style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>${word('title')}</h1>
${body}
</main></body></html>
`
}

function bodyOf({ status, isOld }: CachedStatus, language: Language): string {
  const word = (name: keyof typeof WORDS): string => escaped(WORDS[name][language])
  const now = overall(status)
  return [
    `<p class="now ${now}" role="status"><strong>${escaped(OVERALL[now][language])}</strong></p>`,
    isOld ? `<p>${word('old')}</p>` : '',
    `<p>${word('updated')}: ${time(status.at, language)}</p>`,
    `<h2>${word('components')}</h2>`,
    ...status.components.map((part) => partOf(part, language)),
    `<h2>${word('incidents')}</h2>`,
    ...(status.incidents.length === 0
      ? [`<p>${word('noIncidents')}</p>`]
      : status.incidents.map((incident) => incidentOf(incident, language))),
    `<h2>${word('maintenance')}</h2>`,
    ...(status.maintenance.length === 0
      ? [`<p>${word('noMaintenance')}</p>`]
      : status.maintenance.map((window) => windowOf(window, language))),
  ].join('\n')
}

function partOf({ component, state, days }: PublicStatus['components'][number], language: Language): string {
  const name = escaped(COMPONENT_WORDS[component][language])
  const label = `${name}: ${escaped(WORDS.days[language])}`
  const bars = days.map((day, index) => barOf(day, index, language)).join('')
  const picture = `<svg viewBox="0 0 ${days.length * BAR.step} ${BAR.height}" preserveAspectRatio="none" role="img" aria-label="${label}">${bars}</svg>`
  return `<section class="part"><p><span>${name}</span><strong>${escaped(STATES[state][language])}</strong></p>${picture}</section>`
}

function barOf({ day, outageMinutes, kind: known }: StatusDay, index: number, language: Language): string {
  const kind = outageMinutes === null ? 'n' : outageMinutes === 0 ? 'g' : outageMinutes < LONG_MINUTES ? 's' : 'b'
  const said =
    outageMinutes === null
      ? WORDS[known === 'no-service' ? 'noService' : 'notMeasured'][language]
      : outageMinutes === 0
        ? WORDS.none[language]
        : `${outageMinutes} min`
  const title = `<title>${escaped(`${dayText(day, language)}: ${said}`)}</title>`
  return `<rect class="${kind}" x="${index * BAR.step}" y="0" width="${BAR.width}" height="${BAR.height}">${title}</rect>`
}

function incidentOf({ title, components, beganAt, endedAt, news }: PublicStatus['incidents'][number], language: Language): string {
  const state = endedAt === null ? WORDS.lasts[language] : `${WORDS.mended[language]}: `
  const end = endedAt === null ? '' : time(endedAt, language)
  const said = news.map(({ text, at }) => `<li>${time(at, language)}: ${escaped(text[language])}</li>`).join('')
  const parts = components.map((component) => COMPONENT_WORDS[component][language]).join(', ')
  return `<article><h3>${escaped(title[language])}</h3><p>${time(beganAt, language)} – ${escaped(state)}${end}<br>${escaped(parts)}</p><ul>${said}</ul></article>`
}

function windowOf({ title, text, from, until, components }: PublicStatus['maintenance'][number], language: Language): string {
  const parts = components.map((component) => COMPONENT_WORDS[component][language]).join(', ')
  return `<article><h3>${escaped(title[language])}</h3><p>${time(from, language)} – ${time(until, language)}<br>${escaped(parts)}</p><p>${escaped(text[language])}</p></article>`
}

function time(at: Date, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: DEFAULT_TIME_ZONE,
  })
  return `<time datetime="${at.toISOString()}">${escaped(format.format(at))}</time>`
}

function dayText(day: string, language: Language): string {
  return language === 'de' ? day.split('-').toReversed().join('.') : day
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}
