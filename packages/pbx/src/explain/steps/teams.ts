import { naming, said, told } from './step-words.ts'

const LED_ON = /^→ (?<kind>\S+)$/

/** Groups, queues, and people who answer for others. */
export const teamSteps = {
  'ring-members': said(
    'Die Mitglieder der Rufgruppe klingeln.',
    'The members of the ring group ring.',
    told(
      /^(?<who>.+) for (?<seconds>\d+) s$/,
      'In der Rufgruppe klingelt {seconds} Sekunden: {who}.',
      'In the ring group rings for {seconds} seconds: {who}.',
    ),
  ),
  'group-full': said(
    'Bei der Rufgruppe warten schon so viele Anrufer, wie sie aufnimmt.',
    'As many callers as the ring group takes are waiting already.',
    told(
      /^(?<it>.+): (?<count>\d+) callers$/,
      'Bei der Rufgruppe „{it}“ warten schon {count} Anrufer, mehr nimmt sie nicht auf.',
      '{count} callers are waiting at the ring group “{it}” already; it takes no more.',
    ),
  ),
  queued: said(
    'Der Anrufer wartet in der Warteschlange.',
    'The caller waits in the queue.',
    told(
      /^(?<it>.+), place (?<place>\d+)$/,
      'Der Anrufer wartet in der Warteschlange „{it}“ auf Platz {place}.',
      'The caller waits in the queue “{it}” at place {place}.',
    ),
  ),
  'queue-answered': said(
    'Ein Agent hat angenommen.',
    'An agent has answered.',
    told(
      /^(?<it>.+): (?<who>\S+) after (?<seconds>\d+) s$/,
      '{who} nimmt den Anruf der Warteschlange „{it}“ nach {seconds} Sekunden Warten an.',
      '{who} answers the call of the queue “{it}” after {seconds} seconds of waiting.',
    ),
  ),
  'queue-full': said(
    'Die Warteschlange ist voll.',
    'The queue is full.',
    told(LED_ON, 'Die Warteschlange ist voll; der Anruf geht zu: {kind}.', 'The queue is full; the call goes to: {kind}.'),
  ),
  'queue-closed': said(
    'Die Warteschlange ist geschlossen.',
    'The queue is closed.',
    told(LED_ON, 'Die Warteschlange ist geschlossen; der Anruf geht zu: {kind}.', 'The queue is closed; the call goes to: {kind}.'),
  ),
  'queue-all-busy': said(
    'Alle Agenten der Warteschlange sind besetzt.',
    'All agents of the queue are busy.',
    told(
      LED_ON,
      'Alle Agenten der Warteschlange sind besetzt; der Anruf geht zu: {kind}.',
      'All agents of the queue are busy; the call goes to: {kind}.',
    ),
  ),
  'queue-no-agent': said(
    'In der Warteschlange ist kein Agent im Dienst.',
    'No agent of the queue is on duty.',
    told(
      LED_ON,
      'In der Warteschlange ist kein Agent im Dienst; der Anruf geht zu: {kind}.',
      'No agent of the queue is on duty; the call goes to: {kind}.',
    ),
  ),
  'queue-max-wait': said(
    'Die längste Wartezeit ist um.',
    'The longest time of waiting is over.',
    told(
      LED_ON,
      'Die längste Wartezeit ist um; der Anruf geht zu: {kind}.',
      'The longest time of waiting is over; the call goes to: {kind}.',
    ),
  ),
  'queue-exit': said(
    'Der Anrufer verlässt die Warteschlange durch eine Taste.',
    'The caller leaves the queue by a key.',
    told(
      LED_ON,
      'Der Anrufer verlässt die Warteschlange durch eine Taste; der Anruf geht zu: {kind}.',
      'The caller leaves the queue by a key; the call goes to: {kind}.',
    ),
  ),
  'queue-callback': said(
    'Die Warteschlange ruft einen Anrufer zurück, der darum gebeten hat.',
    'The queue calls back a caller who has asked for it.',
    told(
      /^(?<queue>.+): (?<it>\S+)$/,
      'Die Warteschlange „{queue}“ ruft {it} zurück, wie versprochen.',
      'The queue “{queue}” calls {it} back, as promised.',
    ),
  ),
  'ring-agents': said(
    'Agenten klingeln.',
    'Agents ring.',
    told(
      /^(?<who>.+) for (?<seconds>\d+) s$/,
      'Als Agenten klingeln {seconds} Sekunden lang: {who}.',
      'As agents ring for {seconds} seconds: {who}.',
    ),
  ),
  'agent-gone': said(
    'Der Agent hat aufgelegt, ehe er verbunden war.',
    'The agent hung up before being connected.',
    naming('Der Agent {it} ist aus dem Gespräch.', 'The agent {it} is out of the call.'),
  ),
  'callback-requested': said(
    'Ein Rückruf wurde verlangt.',
    'A callback was asked for.',
    told(/^(?<it>\+?\d+)$/, 'Ein Rückruf von {it} wurde verlangt.', 'A callback from {it} was asked for.'),
  ),
  'callback-offered': said('Dem Anrufer wird ein Rückruf angeboten.', 'The caller is offered a callback.'),
  'callback-promised': said(
    'Dem Anrufer ist ein Rückruf versprochen.',
    'The caller is promised a callback.',
    naming('{it} ist ein Rückruf versprochen.', '{it} is promised a callback.'),
  ),
  'callback-refused': said(
    'Ein Rückruf war nicht möglich.',
    'A callback was not possible.',
    told(/^(?<it>\+?\d+)$/, 'Ein Rückruf an {it} ist nicht möglich.', 'A callback to {it} is not possible.'),
  ),
  'callback-rests': said(
    'Der versprochene Rückruf ruht, solange der Anrufer selbst wartet.',
    'The promised callback rests while the caller waits in person.',
  ),
  'callback-deleted': said('Der Rückruf ist gelöscht.', 'The callback is deleted.'),
  operator: said(
    'Der Anruf kommt zur Vermittlung.',
    'The call comes to the operator position.',
    told(
      /^(?<it>.+): (?<period>\S+) → (?<kind>\S+)$/,
      'Der Anruf kommt zur Vermittlung „{it}“ ({period}); er geht zu: {kind}.',
      'The call comes to the operator position “{it}” ({period}); it goes to: {kind}.',
    ),
  ),
  'no-operator': said('Es ist keine Vermittlung eingerichtet.', 'There is no operator position.'),
  'operator-absent': said(
    'Niemand von der Vermittlung ist da.',
    'Nobody of the operator position is there.',
    told(/^(?<it>\d+)$/, 'Von der Vermittlung ist {it} nicht da.', 'Of the operator position {it} is not there.'),
  ),
  'operator-return': said(
    'Der vermittelte Anruf kommt zur Vermittlung zurück.',
    'The call comes back to the operator position.',
    told(
      /^(?<it>\S+): (?<cause>[\w-]+)$/,
      '{it} war nicht zu erreichen ({cause}): der Anruf kommt zur Vermittlung zurück.',
      '{it} was not reached ({cause}): the call comes back to the operator position.',
    ),
  ),
  'ring-operator': said(
    'Die Vermittlung klingelt.',
    'The operator position rings.',
    told(/^(?<it>\S+) on /, 'Die Vermittlung klingelt: {it}.', 'The operator position rings: {it}.'),
  ),
  filtered: said(
    'Der Anruf geht zuerst ins Sekretariat.',
    'The call goes to the secretaries first.',
    told(/^(?<it>\S+): its/, 'Anrufe an {it} gehen zuerst ins Sekretariat.', 'Calls to {it} go to the secretaries first.'),
  ),
  'no-secretary': said(
    'Im Sekretariat kann niemand klingeln.',
    'None of the secretaries can be rung.',
    told(/^none of (?<it>\S+) /, 'Im Sekretariat von {it} kann niemand klingeln.', 'None of the secretaries of {it} can be rung.'),
  ),
  'ring-secretaries': said(
    'Das Sekretariat klingelt.',
    'The secretaries ring.',
    naming('Im Sekretariat klingelt: {it}.', 'Of the secretaries ring: {it}.'),
  ),
  'secretary-absent': said(
    'Das Sekretariat hat nicht angenommen.',
    'The secretaries have not answered.',
    told(
      /^(?<cause>[\w-]+) → (?<kind>\S+)$/,
      'Das Sekretariat hat nicht angenommen ({cause}); der Anruf geht weiter zu: {kind}.',
      'The secretaries have not answered ({cause}); the call goes on to: {kind}.',
    ),
  ),
  'boss-takes': said('Der Chef nimmt selbst an, was im Sekretariat klingelt.', 'The boss answers what rings at the secretaries.'),
  'boss-takes-failed': said(
    'Der Chef konnte den Anruf nicht übernehmen.',
    'The boss could not take over the call.',
    told(/^(?<cause>[\w-]+)$/, 'Der Chef konnte den Anruf nicht übernehmen: {cause}.', 'The boss could not take over the call: {cause}.'),
  ),
  'nothing-to-take': said('Im Sekretariat klingelt nichts zum Übernehmen.', 'Nothing rings at the secretaries that could be taken.'),
  'supervision-begun': said(
    'Eine Aufsicht kommt zum Gespräch.',
    'A supervisor joins the call.',
    told(
      /^(?<who>\S+) beside (?<agent>[^,]+)/,
      '{who} kommt zur Aufsicht neben {agent} ins Gespräch.',
      '{who} joins the call beside {agent} as a supervisor.',
    ),
  ),
  'supervision-mode': said(
    'Die Aufsicht hört nun anders mit.',
    'The supervisor takes part in another way.',
    told(
      /^(?<who>\S+) beside (?<agent>[^,]+)/,
      '{who} wechselt die Art der Aufsicht neben {agent}.',
      '{who} changes how to take part beside {agent}.',
    ),
  ),
  'supervision-ended': said(
    'Die Aufsicht verlässt das Gespräch.',
    'The supervisor leaves the call.',
    told(/^(?<who>\S+) beside /, '{who} beendet die Aufsicht.', '{who} ends the supervision.'),
  ),
  'supervision-refused': said(
    'Die Aufsicht war nicht möglich.',
    'Supervision was not possible.',
    told(/not-allowed/, 'Die Aufsicht ist diesem Anrufer nicht erlaubt.', 'This caller may not supervise.'),
    told(/not-talking/, 'Keine Aufsicht: es spricht gerade niemand.', 'No supervision: nobody is talking.'),
  ),
  'supervision-failed': said('Die Aufsicht brach durch einen Fehler ab.', 'Supervision ended by a fault.'),
  intercom: said(
    'Die Telefone nehmen als Gegensprechanlage von selbst ab.',
    'The phones answer by themselves as an intercom.',
    told(
      /^(?<it>\S+) on /,
      'Die Telefone von {it} nehmen als Gegensprechanlage von selbst ab.',
      'The phones of {it} answer by themselves as an intercom.',
    ),
  ),
  'intercom-unknown': said(
    'Die Nebenstelle zum Gegensprechen gibt es nicht.',
    'The extension for the intercom does not exist.',
    naming('Die Nebenstelle {it} zum Gegensprechen gibt es nicht.', 'The extension {it} for the intercom does not exist.'),
  ),
  'intercom-refused': said(
    'Gegensprechen war nicht möglich.',
    'The intercom was not possible.',
    told(
      /^(?<it>\S+): not-allowed$/,
      '{it} erlaubt diesem Anrufer kein Gegensprechen.',
      '{it} does not allow this caller to use the intercom.',
    ),
    told(/^(?<it>\S+): /, 'Gegensprechen mit {it} ist gerade nicht möglich.', 'The intercom with {it} is not possible now.'),
  ),
  page: said(
    'Eine Durchsage beginnt.',
    'An announcement to phones begins.',
    told(/^(?<who>.+); left out: (?<others>.+)$/, 'Durchsage an: {who}; ausgelassen: {others}.', 'Paged: {who}; left out: {others}.'),
  ),
  'page-left': said(
    'Ein Telefon hört die Durchsage nicht mehr.',
    'A phone hears the announcement no more.',
    naming('{it} hört die Durchsage nicht mehr.', '{it} hears the announcement no more.'),
  ),
  'page-nobody': said('Kein Telefon hat die Durchsage angenommen.', 'No phone has answered the announcement.'),
  'page-refused': said(
    'Durchsagen sind diesem Anrufer nicht erlaubt.',
    'This caller may not page.',
    told(/^(?<it>\S+) may not page (?<group>.+)$/, '{it} darf keine Durchsagen an „{group}“ machen.', '{it} may not page “{group}”.'),
  ),
  'page-media-failed': said(
    'Der Ton der Durchsage kam bei einem Telefon nicht an.',
    'The sound of the announcement did not reach a phone.',
    naming('Der Ton der Durchsage kam bei {it} nicht an.', 'The sound of the announcement did not reach {it}.'),
  ),
} as const
