import type { Text } from '@klinke/platform'
import type { OrderForm } from './order-form.ts'
import { isOpen, type StoredTask } from './task-store.ts'
import { type OrderTask, taskWords } from './tasks.ts'

/** Whether a task that could not be done may be left out, and what that means or why not. */
export interface Skip {
  readonly allowed: boolean
  readonly words: Text
}

type Kind = OrderTask['kind']

const never = (de: string, en: string): Skip => ({ allowed: false, words: { de, en } })
const may = (de: string, en: string): Skip => ({ allowed: true, words: { de, en } })

const STILL_CHARGED = may(
  'Es bleibt bestellt und wird berechnet: Richten Sie es von Hand ein, oder ändern Sie den Vertrag.',
  'It stays ordered and is charged: set it up by hand, or change the contract.',
)

/** As far as nothing else of the order stands on it. */
const ALONE: Readonly<Record<Kind, Skip>> = {
  customer: never('Ohne den Kunden gibt es nichts einzurichten.', 'Without the customer there is nothing to set up.'),
  settings: never('Ohne sie gelten die Regeln des Produkts nicht.', 'Without them the rules of the product do not hold.'),
  recipient: never('Ohne ihn kann keine Rechnung gestellt werden.', 'Without it no invoice can be issued.'),
  limits: never('Ohne sie gilt keine Grenze des Vertrags.', 'Without them no limit of the contract holds.'),
  contract: never('Ohne den Vertrag wird nichts berechnet.', 'Without the contract nothing is charged.'),
  site: may('Der Kunde bekommt keinen Standort.', 'The customer gets no site.'),
  ...{ numbers: STILL_CHARGED, extensions: STILL_CHARGED, trunk: STILL_CHARGED },
  'trunk-channels': may(
    'Der Trunk behält seine Kanäle, und berechnet wird, was bestellt ist.',
    'The trunk keeps its channels, and what was ordered is charged.',
  ),
  'take-away': may('Es bleibt, ohne dass es berechnet wird.', 'It stays, and is not charged.'),
  ...{ group: STILL_CHARGED, queue: STILL_CHARGED, room: STILL_CHARGED },
  porting: may(
    'Die Rufnummer kommt nicht mit, solange niemand unter „Portierungen“ einen Auftrag anlegt.',
    'The number does not come along unless somebody makes a form under “Portings”.',
  ),
  mandate: may('Es gibt kein Mandat: Eingezogen wird nichts.', 'There is no mandate: nothing is collected.'),
  consents: may('Die Einwilligungen gelten als nicht erteilt.', 'The consents count as not given.'),
  'itemised-bill': may(
    'Einen Einzelverbindungsnachweis gibt es erst, wenn er neu gewählt wird.',
    'There is no itemised bill until it is chosen anew.',
  ),
  'directory-entry': may('Die Rufnummer steht in keinem Verzeichnis.', 'The number stands in no directory.'),
  administrator: may('Niemand bekommt einen Zugang.', 'Nobody gets a login.'),
  'hand-over': may(
    'Die Zugangsdaten gelten als übergeben: Geben Sie sie auf anderem Weg weiter.',
    'The credentials count as handed over: pass them on in another way.',
  ),
  move: may('Der Standort bleibt, wo er ist.', 'The site stays where it is.'),
  renumber: never(
    'Rufnummern des alten Ortsnetzes dürfen am neuen Standort nicht bleiben.',
    'Numbers of the old Ortsnetz must not stay at the new place.',
  ),
}

/** Undefined: it has not failed, or is not next. */
export function skipOf(task: StoredTask, tasks: readonly StoredTask[], form: OrderForm): Skip | undefined {
  if (!isOpen(task) || task.trouble === undefined) return undefined
  const { kind } = task.task
  const alone = ALONE[kind]
  if (!alone.allowed) return alone
  const needing = tasks.filter(
    (other) => isOpen(other) && other.position > task.position && needs(other.task.kind, kind, task, tasks, form),
  )
  if (needing.length === 0) return alone
  const named = (language: keyof Text) => needing.map((other) => taskWords(other.task)[language]).join(', ')
  return { allowed: false, words: { de: `Darauf baut noch auf: ${named('de')}.`, en: `On it stands: ${named('en')}.` } }
}

/** Whether one kind of task cannot be done when that task is not. */
function needs(kind: Kind, skipped: Kind, task: StoredTask, tasks: readonly StoredTask[], form: OrderForm): boolean {
  switch (skipped) {
    case 'site':
      return kind === 'numbers' || kind === 'extensions' || kind === 'trunk' || kind === 'porting'
    case 'move':
      return kind === 'renumber'
    case 'administrator':
      return kind === 'hand-over'
    case 'consents':
      return kind === 'directory-entry'
    case 'numbers':
      return (kind === 'directory-entry' || kind === 'renumber') && !hasOtherNumber(task, tasks, form)
    default:
      return false
  }
}

function hasOtherNumber(task: StoredTask, tasks: readonly StoredTask[], form: OrderForm): boolean {
  const others = tasks.filter(
    ({ task: each, position, skipped }) => each.kind === 'numbers' && position !== task.position && skipped === undefined,
  )
  return others.length > 0 || (form.kind === 'new' && form.portings.length > 0)
}
