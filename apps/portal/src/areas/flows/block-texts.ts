import { type Bilingual, defineTexts } from '../../shared/texts.ts'
import type { BlockKind } from './graph/flow.ts'

interface BlockText {
  readonly name: Bilingual
  /** What it does, in one line. */
  readonly about: Bilingual
  /** What a new one is called within the flow. */
  readonly word: Bilingual
}

/** The blocks, in the order of the palette. */
export const BLOCK_TEXTS: Readonly<Record<BlockKind, BlockText>> = {
  announcement: {
    name: { de: 'Ansage', en: 'Announcement' },
    about: { de: 'Sagt dem Anrufer etwas und geht weiter', en: 'Tells the caller something and goes on' },
    word: { de: 'ansage', en: 'announcement' },
  },
  menu: {
    name: { de: 'Menü', en: 'Menu' },
    about: { de: 'Fragt nach einer Taste; jede führt woandershin', en: 'Asks for a key; each leads elsewhere' },
    word: { de: 'menue', en: 'menu' },
  },
  hours: {
    name: { de: 'Öffnungszeiten', en: 'Opening hours' },
    about: { de: 'Entscheidet nach einem Zeitplan: offen oder geschlossen', en: 'Decides by a schedule: open or closed' },
    word: { de: 'zeiten', en: 'hours' },
  },
  destination: {
    name: { de: 'Ziel', en: 'Destination' },
    about: { de: 'Verbindet mit Nebenstelle, Gruppe, Mailbox …', en: 'Connects with an extension, group, mailbox …' },
    word: { de: 'ziel', en: 'destination' },
  },
  caller: {
    name: { de: 'Anrufer', en: 'Caller' },
    about: { de: 'Entscheidet danach, wer anruft', en: 'Decides by who calls' },
    word: { de: 'anrufer', en: 'caller' },
  },
  'dial-by-name': {
    name: { de: 'Wahl nach Namen', en: 'Dial by name' },
    about: { de: 'Drei Buchstaben führen zur Nebenstelle', en: 'Three letters lead to the extension' },
    word: { de: 'name', en: 'name' },
  },
  'number-pin': {
    name: { de: 'PIN', en: 'PIN' },
    about: { de: 'Eine PIN führt zu ihrer Nebenstelle', en: 'A PIN leads to its extension' },
    word: { de: 'pin', en: 'pin' },
  },
  'dated-pin': {
    name: { de: 'PIN mit Ablauf', en: 'PIN with expiry' },
    about: { de: 'Eine fünfstellige PIN, die bis zu einem Tag gilt', en: 'A PIN of five digits, good until a day' },
    word: { de: 'pin', en: 'pin' },
  },
  set: {
    name: { de: 'Kennzeichnen', en: 'Mark' },
    about: { de: 'Gibt Anzeigetext und Vorrang mit', en: 'Gives a display text and a priority along' },
    word: { de: 'kennzeichen', en: 'mark' },
  },
  lookup: {
    name: { de: 'Abfrage', en: 'Lookup' },
    about: { de: 'Fragt Ihren Server, wohin der Anruf soll', en: 'Asks your server where the call shall go' },
    word: { de: 'abfrage', en: 'lookup' },
  },
  'agent-login': {
    name: { de: 'Agenten-Anmeldung', en: 'Agent login' },
    about: { de: 'Meldet Agenten in Warteschlangen an oder ab', en: 'Signs agents in to queues, or out' },
    word: { de: 'agent', en: 'agent' },
  },
  consent: {
    name: { de: 'Einwilligung', en: 'Consent' },
    about: { de: 'Fragt, ob aufgezeichnet werden darf', en: 'Asks whether the call may be recorded' },
    word: { de: 'einwilligung', en: 'consent' },
  },
  'hang-up': {
    name: { de: 'Auflegen', en: 'Hang up' },
    about: { de: 'Beendet den Anruf', en: 'Ends the call' },
    word: { de: 'ende', en: 'end' },
  },
}

/** What blocks say of themselves on the canvas, and what stands at their exits. */
export const blockTexts = defineTexts({
  next: { de: 'weiter', en: 'on' },
  otherwise: { de: 'sonst', en: 'otherwise' },
  nobodyAnswers: { de: 'wenn niemand annimmt', en: 'if nobody answers' },
  wrongPin: { de: 'keine richtige PIN', en: 'no right PIN' },
  nobodyFound: { de: 'niemand gefunden', en: 'nobody found' },
  notSignedIn: { de: 'nicht erkannt', en: 'not recognised' },
  timedOut: { de: 'keine Taste', en: 'no key' },
  invalid: { de: 'falsche Taste', en: 'wrong key' },
  agreed: { de: 'einverstanden', en: 'agrees' },
  declined: { de: 'nicht einverstanden', en: 'does not agree' },
  failed: { de: 'keine Antwort', en: 'no answer' },
  key: { de: (key: string) => `Taste ${key}`, en: (key: string) => `Key ${key}` },
  newKey: { de: 'neue Taste', en: 'new key' },
  open: { de: 'geöffnet', en: 'open' },
  closed: { de: 'geschlossen', en: 'closed' },
  schedule: { de: (name: string, is: string) => `${name}: ${is}`, en: (name: string, is: string) => `${name}: ${is}` },
  internal: { de: 'intern', en: 'internal' },
  external: { de: 'von außen', en: 'from outside' },
  anonymous: { de: 'ohne Rufnummer', en: 'without a number' },
  condition: { de: (number: number) => `Bedingung ${number}`, en: (number: number) => `Condition ${number}` },
  pins: {
    de: (count: number) => (count === 1 ? '1 PIN' : `${count} PINs`),
    en: (count: number) => (count === 1 ? '1 PIN' : `${count} PINs`),
  },
  priority: { de: (value: number) => `Vorrang ${value}`, en: (value: number) => `priority ${value}` },
  signIn: { de: 'anmelden', en: 'sign in' },
  signOut: { de: 'abmelden', en: 'sign out' },
  ends: { de: 'Anruf endet', en: 'Call ends' },
  comesIn: { de: 'Anruf kommt', en: 'Call comes in' },
})
