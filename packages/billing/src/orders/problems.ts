import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable, Text } from '@klinke/platform'
import type { OrderKind } from './order.ts'

/** ORD-06: only who said yes or no to a credit check, and why. */
export class ReasonMissing extends KlinkeError {
  constructor() {
    super('order-reason-missing', 'Say why the order is refused: the customer reads it.')
  }
}

/** What has begun to be set up is ended by a notice, not by a cancellation; what the contract has already, by changing it back. */
export class OrderBegun extends KlinkeError {
  constructor(kind: OrderKind) {
    if (kind === 'new') super('order-begun', 'Setting up has begun. End the contract by a notice instead: an order that changes it.')
    else
      super(
        'order-begun',
        'The order is confirmed, and the contract is changed by it. Change the contract back instead, or withdraw its notice.',
        {
          german:
            'Die Bestellung ist bestätigt, und der Vertrag ist durch sie geändert. Ändern Sie stattdessen den Vertrag zurück, oder nehmen Sie seine Kündigung zurück.',
        },
      )
  }
}

/** The site is at its new address: there is no way back for its numbers (NUM-02). */
export class MoveDone extends KlinkeError {
  constructor(site: string) {
    super('order-move-done', `The site "${site}" has moved: the order cannot be called off any more. Provision it, or order a move back.`, {
      german: `Der Standort „${site}“ ist umgezogen: Die Bestellung lässt sich nicht mehr stornieren. Stellen Sie sie bereit, oder bestellen Sie einen Umzug zurück.`,
    })
  }
}

/** What a PBX shows and logs in for is not carried over. */
export class TrunksLeftBehind extends KlinkeError {
  constructor(site: string, trunks: readonly string[]) {
    super(
      'order-trunks-left-behind',
      `The site "${site}" has SIP trunks: ${trunks.join(', ')}. They are not carried over into another Ortsnetz; call the order off, or put the trunks elsewhere first.`,
      {
        german: `Am Standort „${site}“ gibt es SIP-Trunks: ${trunks.join(', ')}. Sie ziehen nicht von selbst in ein anderes Ortsnetz um; stornieren Sie die Bestellung, oder verlegen Sie die Trunks zuerst.`,
      },
    )
  }
}

/** Of two moves one would take back the address of the other, and not its numbers. */
export class OtherMoveOrdered extends KlinkeError {
  constructor(order: string) {
    super('order-other-move', `The order ${order} moves the same site. Wait until it has, or call it off first.`, {
      german: `Die Bestellung ${order} zieht denselben Standort um. Warten Sie, bis das geschehen ist, oder stornieren Sie sie zuerst.`,
    })
  }
}

/** One thing could not be set up; says which and why. */
export class ProvisioningStopped extends KlinkeError {
  constructor(task: Text, why: Text) {
    super('order-provisioning-stopped', `${task.en}: ${why.en} What was set up before stays; mend this and provision again.`, {
      german: `${task.de}: ${why.de} Was schon eingerichtet ist, bleibt; beheben Sie das, und stellen Sie noch einmal bereit.`,
    })
  }
}

/** Only the task at which setting up has stopped is mended. */
export class TaskNotStopped extends KlinkeError {
  constructor(task: Text) {
    super('order-task-not-stopped', `“${task.en}” has not failed: only the task at which setting up has stopped is amended or skipped.`, {
      german: `„${task.de}“ ist nicht gescheitert: Berichtigt oder übersprungen wird nur, woran die Einrichtung stehen geblieben ist.`,
    })
  }
}

/** What goes wrong there is not said by the order. */
export class TaskNotAmendable extends KlinkeError {
  constructor(task: Text) {
    super('order-task-not-amendable', `“${task.en}” has nothing to be amended. Mend what it tells of, and provision again.`, {
      german: `An „${task.de}“ gibt es nichts zu berichtigen. Beheben Sie, was dort steht, und stellen Sie noch einmal bereit.`,
    })
  }
}

/** Something else cannot be without it. */
export class TaskNeeded extends KlinkeError {
  constructor(task: Text, why: Text) {
    super('order-task-needed', `“${task.en}” cannot be skipped. ${why.en}`, {
      german: `„${task.de}“ lässt sich nicht überspringen. ${why.de}`,
    })
  }
}

export const orderProblems: ProblemTable = {
  'order-step-impossible': {
    status: 409,
    title: { en: 'Not now', de: 'Jetzt nicht möglich' },
    germanDetail: 'Dieser Schritt gehört nicht zum Zustand der Bestellung.',
  },
  'order-reason-missing': {
    status: 422,
    title: { en: 'The reason is missing', de: 'Der Grund fehlt' },
    germanDetail: 'Sagen Sie, warum die Bestellung abgelehnt wird: Der Kunde liest es.',
  },
  'order-begun': {
    status: 409,
    title: { en: 'Cannot be cancelled any more', de: 'Lässt sich nicht mehr stornieren' },
    germanDetail:
      'Die Einrichtung hat begonnen. Beenden Sie den Vertrag stattdessen mit einer Kündigung: einer Bestellung, die ihn ändert.',
  },
  'order-move-done': {
    status: 409,
    title: { en: 'The site has moved', de: 'Der Standort ist umgezogen' },
    germanDetail: 'Der Standort ist umgezogen. Stellen Sie die Bestellung bereit, oder bestellen Sie einen Umzug zurück.',
  },
  'order-trunks-left-behind': {
    status: 409,
    title: { en: 'SIP trunks at the site', de: 'SIP-Trunks am Standort' },
    germanDetail: 'SIP-Trunks ziehen nicht von selbst in ein anderes Ortsnetz um. Verlegen Sie sie zuerst.',
  },
  'order-other-move': {
    status: 409,
    title: { en: 'Another order moves this site', de: 'Eine andere Bestellung zieht diesen Standort um' },
    germanDetail: 'Warten Sie, bis der andere Umzug geschehen ist, oder stornieren Sie ihn zuerst.',
  },
  'order-provisioning-stopped': {
    status: 409,
    title: { en: 'Not everything could be set up', de: 'Nicht alles ließ sich einrichten' },
    germanDetail: 'Was schon eingerichtet ist, bleibt. Beheben Sie das Problem, und stellen Sie noch einmal bereit.',
  },
  'order-task-not-stopped': {
    status: 409,
    title: { en: 'This task has not failed', de: 'Diese Aufgabe ist nicht gescheitert' },
    germanDetail: 'Berichtigt oder übersprungen wird nur, woran die Einrichtung stehen geblieben ist.',
  },
  'order-task-not-amendable': {
    status: 409,
    title: { en: 'Nothing to be amended', de: 'Nichts zu berichtigen' },
    germanDetail: 'Beheben Sie, was bei der Aufgabe steht, und stellen Sie noch einmal bereit.',
  },
  'order-task-needed': {
    status: 409,
    title: { en: 'Cannot be skipped', de: 'Lässt sich nicht überspringen' },
    germanDetail: 'Ohne diese Aufgabe stimmt anderes nicht.',
  },
}
