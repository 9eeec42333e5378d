import type { Cause } from '../cause.ts'

/** What was wrong with the sound. */
export const mediaCauses = {
  'no-audio': {
    severity: 'problem',
    de: {
      cause: 'Von keiner Seite kam Ton an',
      remedy: 'prüfen Sie, ob eine Firewall RTP (UDP) zwischen den Telefonen und der Anlage sperrt',
    },
    en: {
      cause: 'No sound came from either side',
      remedy: 'check whether a firewall blocks RTP (UDP) between the phones and the exchange',
    },
  },
  'one-way-audio-from-caller': {
    severity: 'problem',
    de: {
      cause: 'Vom Anrufer {caller} kam kein Ton an, er selbst konnte hören',
      remedy: 'prüfen Sie Mikrofon, Stummschaltung und Firewall auf der Seite des Anrufers',
    },
    en: { cause: 'No sound came from the caller {caller}, who could hear', remedy: 'check microphone, mute and firewall at the caller' },
  },
  'one-way-audio-from-called': {
    severity: 'problem',
    de: {
      cause: 'Vom Angerufenen {called} kam kein Ton an, er selbst konnte hören',
      remedy: 'prüfen Sie Mikrofon, Stummschaltung und Firewall auf der Seite des Angerufenen',
    },
    en: {
      cause: 'No sound came from the called party {called}, who could hear',
      remedy: 'check microphone, mute and firewall at the called party',
    },
  },
  'nat-private-address': {
    severity: 'problem',
    de: {
      cause:
        'Es kam kein Ton von {party}: das Gerät nennt für seinen Ton die private Adresse {address}, ist aber über {source} angeschlossen (NAT)',
      remedy: 'schalten Sie im Router SIP-ALG aus und im Gerät STUN oder "NAT-Traversal" ein und öffnen Sie RTP',
    },
    en: {
      cause: 'No sound came from {party}: the device names the private address {address} for its sound but is connected by {source} (NAT)',
      remedy: 'switch SIP ALG off in the router and STUN or NAT traversal on in the device, and open RTP',
    },
  },
  'high-loss': {
    severity: 'problem',
    de: {
      cause: '{percent} % der Sprachpakete von {party} gingen verloren',
      remedy: 'prüfen Sie die Internetverbindung dort, nehmen Sie Kabel statt WLAN und geben Sie Sprache Vorrang (QoS)',
    },
    en: {
      cause: '{percent} % of the voice packets from {party} were lost',
      remedy: 'check the internet connection there, use a cable instead of Wi-Fi and give voice priority (QoS)',
    },
  },
  'high-jitter': {
    severity: 'problem',
    de: {
      cause: 'Die Sprachpakete von {party} kamen sehr ungleichmäßig an ({ms} ms)',
      remedy: 'nehmen Sie Kabel statt WLAN und geben Sie Sprache Vorrang (QoS)',
    },
    en: {
      cause: 'The voice packets from {party} came very unevenly ({ms} ms)',
      remedy: 'use a cable instead of Wi-Fi and give voice priority (QoS)',
    },
  },
  'high-delay': {
    severity: 'problem',
    de: {
      cause: 'Der Ton brauchte zu {party} und zurück {ms} ms',
      remedy: 'prüfen Sie die Leitung dort; über Satellit oder VPN ist das üblich',
    },
    en: { cause: 'Sound took {ms} ms to {party} and back', remedy: 'check the line there; by satellite or VPN this is usual' },
  },
  'media-inactivity': {
    severity: 'problem',
    de: {
      cause: 'Das Gespräch wurde beendet, weil kein Ton mehr ankam ({detail})',
      remedy: 'prüfen Sie Netz und Stromversorgung des Telefons, das verstummt ist',
    },
    en: {
      cause: 'The call was ended because no more sound came ({detail})',
      remedy: 'check network and power of the phone that fell silent',
    },
  },
  'media-unprotected': {
    severity: 'problem',
    de: {
      cause: 'Der Browser konnte sich für den verschlüsselten Ton nicht ausweisen ({detail})',
      remedy: 'laden Sie die Seite neu; ein Proxy dazwischen darf den Verkehr nicht verändern',
    },
    en: {
      cause: 'The browser could not prove who it is for the encrypted sound ({detail})',
      remedy: 'load the page again; no proxy between may change the traffic',
    },
  },
  'media-engine-lost': {
    severity: 'problem',
    de: {
      cause: 'Der Teil der Anlage, der den Ton trägt, ist ausgefallen',
      remedy: 'rufen Sie neu an; geschieht es wieder, sehen Sie im Protokoll der Anlage nach',
    },
    en: {
      cause: 'The part of the exchange that carries the sound failed',
      remedy: 'call again; if it happens again, look into the log of the exchange',
    },
  },
  'codec-mismatch': {
    severity: 'problem',
    de: {
      cause: 'Die beiden Seiten haben keinen gemeinsamen Codec (488)',
      remedy: 'erlauben Sie in den Geräten G.711 (PCMA) oder einen anderen gemeinsamen Codec',
    },
    en: { cause: 'Both sides have no codec in common (488)', remedy: 'allow G.711 (PCMA), or another common codec, in the devices' },
  },
  'srtp-mismatch': {
    severity: 'problem',
    de: {
      cause: 'Eine Seite verlangt verschlüsselten Ton (SRTP), die andere kann oder will ihn nicht (488)',
      remedy: 'stellen Sie SRTP auf beiden Seiten gleich ein, am besten "wahlweise"',
    },
    en: {
      cause: 'One side demands encrypted sound (SRTP), the other cannot or will not (488)',
      remedy: 'set SRTP alike on both sides, best to "optional"',
    },
  },
} as const satisfies Readonly<Record<string, Cause>>
