/**
 * Names of all decisions that a call's record tells of, by what they are about. A decision that is noted stands here, and whoever
 * explains calls has words for each: `satisfies Record<RoutingStepName, …>` fails to compile without.
 */
export const ROUTING_STEPS = [
  // Ringing, and who answers
  ...['branch-failed', 'not-rung', 'not-accepted', 'way-failed', 'ring-extension', 'not-registered', 'follow-me', 'too-many-calls'],
  ...['do-not-disturb', 'ring-block', 'no-call-waiting', 'rejected-caller', 'anonymous-caller', 'forwarded', 'not-forwarded'],
  ...[
    'replaced',
    'taken-over',
    'pick-up',
    'take-place',
    'call-control',
    'call-completion',
    'ring-fax',
    'fax-busy',
    'fax-tone',
    'fax-negotiated',
  ],
  // Numbers, carriers and where calls are led
  ...['number', 'number-unassigned', 'not-a-number', 'on-net', 'inbound', 'external', 'outbound-leg', 'no-outgoing-number'],
  ...['barred', 'bar-lifted', 'channels-in-use', 'call-paced', 'call-rate', 'preempts', 'preempted'],
  ...['guard-agent', 'guard-lock', 'guard-country', 'guard-international', 'guard-limit', 'prepaid-credit'],
  ...['carrier-rule', 'redirect-refused', 'own-carrier', 'enum', 'enum-silent', 'enum-forbidden'],
  ...['identity', 'identity-declined', 'identity-refused', 'caller-forbidden', 'caller-withheld', 'spam', 'spam-rejected'],
  ...['carrier-selected', 'carrier-failed', 'no-carrier', 'emergency', 'emergency-call-back', 'shared-phone', 'goes-round', 'overflow'],
  ...['emergency-site', 'emergency-no-site', 'emergency-not-dialled', 'emergency-again', 'emergency-test', 'number-beyond'],
  // Customers' trunks
  ...['trunk-call', 'trunk-inactive', 'trunk-rung', 'trunk-place-failed', 'trunk-not-reached', 'trunk-redirected', 'trunk-continuity'],
  ...['trunk-media', 'media-change-refused', 'number-beyond-refused', 'carrier-full'],
  ...['hang-up', 'destination-gone', 'destination-unserved', 'announced', 'prompt-gone', 'echo'],
  // Media
  ...['media-lost', 'media-direct', 'media-direct-failed', 'media-unprotected', 'media-inactivity', 'media-stopped', 'media-returned'],
  ...['media-not-moved', 'playback-failed'],
  // Transfers and parties that are brought together
  ...['transfer', 'transfer-refused', 'transfer-failed', 'ring-back', 'consult', 'dials-on', 'three-party'],
  ...['parked', 'park-empty', 'park-refused', 'park-return', 'retrieve'],
  ...['picked-up', 'pick-up-failed', 'pick-up-unknown', 'pick-up-too-late', 'nothing-to-pick-up'],
  ...['conference-joined', 'conference-left', 'conference-held', 'conference-resumed', 'conference-invited', 'conference-not-invited'],
  ...['conference-key', 'conference-private-word', 'conference-media-failed', 'conference-name-missing', 'conference-pin-wrong'],
  ...['conference-refused'],
  // Groups, queues and people who answer for others
  ...['ring-members', 'group-full', 'queued', 'queue-answered', 'queue-full', 'queue-closed', 'queue-all-busy', 'queue-no-agent'],
  ...['queue-max-wait', 'queue-exit', 'queue-callback', 'ring-agents', 'agent-gone'],
  ...['callback-requested', 'callback-offered', 'callback-promised', 'callback-refused', 'callback-rests', 'callback-deleted'],
  ...['operator', 'no-operator', 'operator-absent', 'operator-return', 'ring-operator'],
  ...['filtered', 'no-secretary', 'ring-secretaries', 'secretary-absent', 'boss-takes', 'boss-takes-failed', 'nothing-to-take'],
  ...['supervision-begun', 'supervision-mode', 'supervision-ended', 'supervision-refused', 'supervision-failed'],
  ...['intercom', 'intercom-unknown', 'intercom-refused', 'page', 'page-left', 'page-nobody', 'page-refused', 'page-media-failed'],
  // Voicemail, recordings, codes and PINs
  ...['mailbox', 'mailbox-access', 'mailbox-call-back', 'mailbox-full', 'mailbox-off', 'mailbox-opened', 'mailbox-unavailable'],
  ...['no-mailbox', 'storage-full', 'wants-person', 'greeting', 'greeting-deleted', 'greeting-recorded', 'greeting-not-recorded'],
  ...[
    'message-left',
    'message-restored',
    'message-too-short',
    'pin-changed',
    'pin-missing',
    'pin-wrong',
    'pin-locked',
    'wrong-pin',
    'turned-away',
  ],
  ...['announcement', 'announcement-recorded', 'announcement-not-recorded', 'announcement-silent'],
  ...['recording-asked', 'recording-begun', 'recording-ended', 'recording-failed', 'recording-paused', 'recording-refused'],
  ...['recording-resumed', 'feature', 'feature-argument', 'unknown-feature-code', 'confirmed', 'denied', 'database-away'],
  ...['logged-off', 'hot-desk-logged-in', 'hot-desk-logged-out', 'hot-desk-refused', 'restart'],
  // Call flows, step by step
  ...['flow-entered', 'flow-announced', 'flow-asked', 'flow-pressed', 'flow-nothing-pressed', 'flow-hours', 'flow-pin', 'flow-named'],
  ...['flow-caller', 'flow-set', 'flow-looked-up', 'flow-lookup-failed', 'flow-signed-in', 'flow-sign-in-failed', 'flow-consent'],
  ...['flow-led', 'flow-returned', 'flow-ended', 'flow-gave-up'],
] as const

export type RoutingStepName = (typeof ROUTING_STEPS)[number]
