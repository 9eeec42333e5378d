/** Numbers of the Linux system call interface, the same on x64 and arm64 unless said. */
export const AF_INET = 2
export const AF_INET6 = 10
export const SOCK_DGRAM = 2
export const SOCK_NONBLOCK = 0o4000
export const SOCK_CLOEXEC = 0o2000000
export const EPOLL_CLOEXEC = 0o2000000
export const MSG_DONTWAIT = 0x40
export const IPPROTO_IP = 0
export const IPPROTO_IPV6 = 41
export const IP_TOS = 1
export const IPV6_V6ONLY = 26
export const IPV6_TCLASS = 67
export const EPOLLIN = 1
export const EPOLL_CTL_ADD = 1
export const EPOLL_CTL_DEL = 2
/** `struct epoll_event` is packed on x64 only: 32 bits of events, then 64 bits of data. */
export const EPOLL_EVENT = process.arch === 'x64' ? { octets: 12, dataAt: 4 } : { octets: 16, dataAt: 8 }
/** Expedited forwarding (DSCP 46, RFC 3246) as the octet of the IP header. */
export const EXPEDITED_FORWARDING = 0xb8
