import { describe, expect, it } from 'vitest'
import { linkTo } from './body-link'

describe('where an address leads as it is typed', () => {
  it.each([
    ['https://quay.example/a', 'https://quay.example/a'],
    ['HTTP://quay.example', 'HTTP://quay.example'],
    ['mailto:desk@quay.example', 'mailto:desk@quay.example'],
    ['  bloomberg.com/x ', 'https://bloomberg.com/x'],
    ['quay.example', 'https://quay.example'],
    ['quay.example:8080/a?b=c:d@e#f', 'https://quay.example:8080/a?b=c:d@e#f'],
    ['quay.example?mail=a@b.example', 'https://quay.example?mail=a@b.example'],
    ['müller.example', 'https://müller.example'],
    ['desk@quay.example', 'mailto:desk@quay.example'],
  ])('%s', (typed, href) => {
    expect(linkTo(typed)).toBe(href)
  })

  it.each([
    '',
    'javascript:alert(1)',
    'JavaScript:alert(document.domain)',
    ' javascript:alert(1)//a.example',
    'data:text/html,a',
    'ftp://quay.example',
    'file:///etc/hosts',
    'tel:123',
    '//quay.example',
    '/desks',
    '#top',
    'see above',
    'quay',
    'see quay.example',
    'https://',
    `https://quay.example/${'a'.repeat(2000)}`,
  ])('nowhere: %s', (typed) => {
    expect(linkTo(typed)).toBeNull()
  })
})
