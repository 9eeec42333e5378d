import type { CallParty, DialogChange } from '@klinke/calls'
import { xml, xmlAddress } from '../events/xml.ts'

export const DIALOG_INFO = 'application/dialog-info+xml'

/** What a document says of a dialog. */
export type ShownDialog = Pick<DialogChange, 'sip' | 'direction' | 'state' | 'local' | 'remote'>

export interface DialogInfo {
  /** `number@domain` of the extension whose lamp it is. */
  readonly entity: { readonly number: string; readonly domain: string }
  /** One more in each document of a subscription, from 0 on. */
  readonly version: number
  /** `full`: these are all; `partial`: only what has changed. */
  readonly state: 'full' | 'partial'
  readonly dialogs: Iterable<ShownDialog>
}

/** A dialog information document (RFC 4235 §4.1), as seen from the extension's phone. */
export function dialogInfo({ entity: { number, domain }, version, state, dialogs }: DialogInfo): string {
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="${state}"`
  const body = [...dialogs].map((dialog) => dialogElement(dialog, domain)).join('')
  return `${head} entity="${xmlAddress(number, domain)}">${body}\n</dialog-info>\n`
}

function dialogElement(dialog: ShownDialog, domain: string): string {
  const { sip, direction, state, local, remote } = dialog
  const tags = [
    ['id', sip.callId],
    ['call-id', sip.callId],
    ['local-tag', sip.localTag],
    ['remote-tag', sip.remoteTag],
    ['direction', direction],
  ] as const
  const attributes = tags.map(([name, value]) => (value === undefined ? '' : ` ${name}="${xml(value)}"`)).join('')
  const parties = `${partyElement('local', local, domain)}${remote === undefined ? '' : partyElement('remote', remote, domain)}`
  return `\n<dialog${attributes}><state>${state}</state>${parties}</dialog>`
}

/** The target is what a phone calls that picks up: the number, so that the INVITE comes to us. */
function partyElement(name: 'local' | 'remote', { number, displayName }: CallParty, domain: string): string {
  const uri = xmlAddress(number, domain)
  const display = displayName === undefined ? '' : ` display="${xml(displayName)}"`
  return `<${name}><identity${display}>${uri}</identity><target uri="${uri}"/></${name}>`
}
