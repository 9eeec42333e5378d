import {
  CalendarClock,
  CircleHelp,
  Globe,
  Hash,
  Headset,
  type LucideIcon,
  Megaphone,
  PhoneForwarded,
  PhoneOff,
  ShieldCheck,
  Tag,
  Timer,
  UserSearch,
  Users,
} from 'lucide-react'
import type { BlockKind } from '../graph/flow.ts'

const ICONS: Readonly<Record<BlockKind, LucideIcon>> = {
  announcement: Megaphone,
  menu: CircleHelp,
  hours: CalendarClock,
  destination: PhoneForwarded,
  caller: Users,
  'dial-by-name': UserSearch,
  'number-pin': Hash,
  'dated-pin': Timer,
  set: Tag,
  lookup: Globe,
  'agent-login': Headset,
  consent: ShieldCheck,
  'hang-up': PhoneOff,
}

export function KindIcon({ kind, size = 16 }: { readonly kind: BlockKind; readonly size?: number }) {
  const Icon = ICONS[kind]
  return <Icon size={size} aria-hidden />
}
