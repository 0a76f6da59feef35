import { expect, it } from 'vitest'
import { senderOf } from './limits'

it.each([
  ['an IPv4 address', '203.0.113.9', '203.0.113.9'],
  ['an IPv4 address in IPv6 clothes', '::ffff:203.0.113.9', '203.0.113.9'],
  ['the network of an IPv6 address', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['the same network, written short', '2001:DB8:1:2::6', '2001:db8:1:2'],
  ['zeros that were left out', '2001:db8::6', '2001:db8:0:0'],
  ['this machine', '::1', '0:0:0:0'],
  ['a link of this machine', 'fe80::1%eth0', 'fe80:0:0:0'],
  ['nothing', '', ''],
])('one sender is %s', (_, address, sender) => expect(senderOf(address)).toBe(sender))
