/* What the viewer does not do: landmarks, headings in order, names for its fields, and a word in the reader's language. */
const WORDS = {
  de: {
    lang: 'de',
    title: 'REST-API von Klinke',
    intro:
      'Jede Funktion des Portals gibt es auch als Aufruf der API. Öffnen Sie einen Bereich, um seine Operationen zu sehen; die lesenden lassen sich hier ausprobieren, nach „Authorize“ mit einem API-Schlüssel. Felder sind auf Englisch beschrieben; Fehler antwortet die API auf Deutsch, wenn Accept-Language danach fragt.',
    filter: 'Operationen filtern',
    about: 'Über diese API',
    key: 'Server und Schlüssel',
    other: { lang: 'en', name: 'English' },
  },
  en: {
    lang: 'en',
    title: 'The REST API of Klinke',
    intro:
      'Whatever the portal does, the API does too. Open a section to see its operations; those that only read can be tried here, after “Authorize” with an API key.',
    filter: 'Filter operations',
    about: 'About this API',
    key: 'Server and key',
    other: { lang: 'de', name: 'Deutsch' },
  },
}
const words = location.pathname.startsWith('/api/docs/en') ? WORDS.en : WORDS.de

/** Parts of the page that nothing names. */
const PARTS = [
  ['.information-container', words.about],
  ['.filter-container', words.filter],
  ['.scheme-container', words.key],
]

/** The viewer begins with its second level, and leaves some out. */
const LEVELS = [
  ['h2.title', 2],
  ['h3.opblock-tag', 2],
  ['h4', 3],
  ['h5', 4],
]

/** @param {HTMLElement} viewer */
function mend(viewer) {
  for (const [selector, level] of LEVELS)
    for (const heading of viewer.querySelectorAll(`${selector}:not([aria-level="${level}"])`))
      heading.setAttribute('aria-level', String(level))
  for (const [selector, label] of PARTS)
    for (const part of viewer.querySelectorAll(`${selector}:not([role])`)) {
      part.setAttribute('role', 'region')
      part.setAttribute('aria-label', label)
    }
  for (const field of viewer.querySelectorAll('.operation-filter-input:not([aria-label])')) field.setAttribute('aria-label', words.filter)
  // The viewer colours examples by itself, too pale for some.
  /** @type {NodeListOf<HTMLElement>} */
  const coloured = viewer.querySelectorAll('.microlight span:not([data-legible])')
  for (const word of coloured) {
    word.dataset.legible = ''
    word.style.color = '#fff'
  }
  for (const box of viewer.querySelectorAll('pre:not([tabindex]), .table-container:not([tabindex])')) box.setAttribute('tabindex', '0')
}

function begin() {
  const viewer = document.getElementById('swagger-ui')
  if (viewer === null) return
  const intro = document.createElement('header')
  intro.className = 'klinke-intro'
  intro.lang = words.lang
  const title = document.createElement('h1')
  title.textContent = words.title
  const text = document.createElement('p')
  text.textContent = words.intro
  const other = document.createElement('a')
  other.href = `/api/docs?lang=${words.other.lang}`
  other.lang = words.other.lang
  other.hreflang = words.other.lang
  other.textContent = words.other.name
  intro.append(title, text, other)
  document.documentElement.lang = words.lang
  viewer.before(intro)
  document.title = words.title
  new MutationObserver(() => mend(viewer)).observe(viewer, { childList: true, subtree: true })
  mend(viewer)
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin)
else begin()
