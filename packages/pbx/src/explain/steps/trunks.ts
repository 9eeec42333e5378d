import { said, told } from './step-words.ts'

/** Calls from and to customers' own PBXs. */
export const trunkSteps = {
  'trunk-call': said(
    'Der Anruf kommt von der eigenen Telefonanlage des Kunden.',
    'The call comes from the customer’s own PBX.',
    told(
      /^(?<it>.+), shown (?<number>\S+): its own$/,
      'Der Anruf kommt über den Trunk „{it}“; gezeigt wird {number}, wie es die Anlage des Kunden wünscht.',
      'The call comes by the trunk “{it}”; {number} is shown, as the customer’s PBX wishes.',
    ),
    told(
      /^(?<it>.+), shown (?<number>\S+): no number named$/,
      'Der Anruf kommt über den Trunk „{it}“; die Anlage nennt keine Rufnummer, gezeigt wird die Kopfnummer {number}.',
      'The call comes by the trunk “{it}”; the PBX names no number, so its head number {number} is shown.',
    ),
    told(
      /^(?<it>.+), shown (?<number>\S+): (?<named>\S+) is not the customer's$/,
      'Der Anruf kommt über den Trunk „{it}“; die genannte Rufnummer {named} gehört dem Kunden nicht, seine eigene ist {number}.',
      'The call comes by the trunk “{it}”; {named}, which it names, is not the customer’s; its own is {number}.',
    ),
  ),
  'trunk-inactive': said('Der Trunk ist abgeschaltet: nur Notrufe gehen.', 'The trunk is switched off: only emergency calls go.'),
  'trunk-rung': said(
    'Die Telefonanlage des Kunden wird gerufen.',
    'The customer’s PBX is called.',
    told(
      /^(?<number>\S+) at (?<it>.+)$/,
      'Die Telefonanlage am Trunk „{it}“ wird mit {number} gerufen.',
      'The PBX at the trunk “{it}” is called with {number}.',
    ),
  ),
  'trunk-place-failed': said(
    'Die Telefonanlage des Kunden war an einer Adresse nicht zu erreichen.',
    'The customer’s PBX could not be reached at an address.',
    told(
      /^(?<it>.+): (?<cause>[\w-]+)$/,
      'Die Telefonanlage war an der Adresse {it} nicht zu erreichen: {cause}.',
      'The PBX could not be reached at the address {it}: {cause}.',
    ),
  ),
  'trunk-not-reached': said(
    'Die Telefonanlage des Kunden ist nicht zu erreichen.',
    'The customer’s PBX cannot be reached.',
    told(
      /^(?<it>.+): not registered$/,
      'Die Telefonanlage am Trunk „{it}“ ist nicht registriert.',
      'The PBX at the trunk “{it}” is not registered.',
    ),
    told(
      /^(?<it>.+): does not answer$/,
      'Die Telefonanlage am Trunk „{it}“ antwortet an keiner Adresse.',
      'The PBX at the trunk “{it}” answers at no address.',
    ),
    told(
      /^(?<it>.+): no address$/,
      'Der Name der Telefonanlage am Trunk „{it}“ hat keine Adresse.',
      'The name of the PBX at the trunk “{it}” has no address.',
    ),
  ),
  'trunk-redirected': said(
    'Die Telefonanlage des Kunden leitet den Anruf weiter.',
    'The customer’s PBX redirects the call.',
    told(
      /^to (?<it>\+?\d+)$/,
      'Die Telefonanlage des Kunden leitet den Anruf weiter an {it} (302).',
      'The customer’s PBX redirects the call to {it} (302).',
    ),
    told(
      /^refused: (?<it>.+)$/,
      'Die Weiterleitung der Telefonanlage (302) wird nicht ausgeführt: {it}.',
      'The redirection of the PBX (302) is not carried out: {it}.',
    ),
  ),
  'trunk-media': said('Was am Trunk nicht gesprochen wird, bleibt weg.', 'What is not spoken on the trunk is left out.'),
  'trunk-continuity': said(
    'Die Telefonanlage ist nicht zu erreichen: es gilt, was für den Ausfall eingestellt ist.',
    'The PBX cannot be reached: what is set for an outage applies.',
    told(
      /^switched on → (?<kind>\S+)$/,
      'Die Anrufe an die Telefonanlage sind von Hand umgeschaltet; der Anruf geht zu: {kind}.',
      'The calls to the PBX are switched elsewhere by hand; the call goes to: {kind}.',
    ),
    told(
      /^(?<cause>[\w-]+) → (?<kind>\S+)$/,
      'Die Telefonanlage ist nicht zu erreichen ({cause}); es gilt, was für den Ausfall eingestellt ist: {kind}.',
      'The PBX cannot be reached ({cause}); what is set for an outage applies: {kind}.',
    ),
  ),
} as const
