import { said } from './step-words.ts'

/** Steps through call flows bring their sentence along; these stand for those of records from before. */
export const flowSteps = {
  'flow-entered': said('Der Anruf kommt in einen Anrufablauf.', 'The call enters a call flow.'),
  'flow-announced': said('Der Anrufer hört eine Ansage des Anrufablaufs.', 'The caller hears an announcement of the call flow.'),
  'flow-asked': said('Der Anrufer wird um eine Taste gebeten.', 'The caller is asked for a key.'),
  'flow-pressed': said('Der Anrufer drückt eine Taste.', 'The caller presses a key.'),
  'flow-nothing-pressed': said('Der Anrufer drückt nichts.', 'The caller presses nothing.'),
  'flow-hours': said('Ein Zeitplan entscheidet, wie es weitergeht.', 'A schedule decides how it goes on.'),
  'flow-pin': said('Der Anrufer gibt eine PIN ein.', 'The caller enters a PIN.'),
  'flow-named': said('Der Anrufer buchstabiert einen Namen.', 'The caller spells a name.'),
  'flow-caller': said('Die Nummer des Anrufers entscheidet, wie es weitergeht.', 'The number of the caller decides how it goes on.'),
  'flow-set': said('Der Anrufablauf setzt Anzeige oder Vorrang des Anrufs.', 'The call flow sets the display or priority of the call.'),
  'flow-looked-up': said('Eine Abfrage entscheidet, wie es weitergeht.', 'A lookup decides how it goes on.'),
  'flow-lookup-failed': said('Die Abfrage gelingt nicht.', 'The lookup fails.'),
  'flow-signed-in': said('Ein Agent meldet sich an oder ab.', 'An agent signs in or out.'),
  'flow-sign-in-failed': said('Die Anmeldung als Agent gelingt nicht.', 'Signing in as an agent fails.'),
  'flow-consent': said('Der Anrufer sagt, ob aufgezeichnet werden darf.', 'The caller says whether to be recorded.'),
  'flow-led': said('Der Anrufablauf führt zu seinem Ziel.', 'The call flow leads to its destination.'),
  'flow-returned': said('Der Anruf kommt in den Anrufablauf zurück.', 'The call comes back to the call flow.'),
  'flow-ended': said('Der Anrufablauf beendet den Anruf.', 'The call flow ends the call.'),
  'flow-gave-up': said('Der Anrufablauf gibt auf: er kommt nicht weiter.', 'The call flow gives up: it cannot go on.'),
} as const
