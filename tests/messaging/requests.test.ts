import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REQUESTS } from '../../messaging/requests';

type Message = keyof typeof REQUESTS;
const accepts = (message: Message, payload: unknown) => REQUESTS[message].safeParse(payload).success;
const messages = Object.keys(REQUESTS) as Message[];

describe('a request', () => {
  it.each<[Message, unknown]>([
    ['getCards', { companies: ['netflix', 'royal-bank-of-canada'], onPage: [], incidents: 3 }],
    ['drawCards', { companies: ['netflix'], onPage: ['netflix', 'spotify'], incidents: 3 }],
    ['search', { query: '' }],
    ['search', { query: 'Räksmörgås 😀' }],
    ['setBadge', { companies: -1 }],
    ['setBadge', { companies: 12 }],
    ['openLibrary', {}],
    ['openLibrary', { company: 'netflix', incident: 'a-2018' }],
  ])('%s is accepted with %j', (message, payload) => {
    expect(accepts(message, payload)).toBe(true);
  });

  it.each<[Message, unknown]>([
    ['getCards', { companies: ['netflix'], onPage: [] }],
    ['getCards', { companies: 'netflix', onPage: [], incidents: 3 }],
    ['getCards', { companies: ['Netflix!'], onPage: [], incidents: 3 }],
    ['getCards', { companies: ['__proto__'], onPage: [], incidents: 3 }],
    ['getCards', { companies: ['../netflix'], onPage: [], incidents: 3 }],
    ['getCards', { companies: [], onPage: [], incidents: -1 }],
    ['getCards', { companies: [], onPage: [], incidents: 1.5 }],
    ['getCards', { companies: [], onPage: [], incidents: Number.NaN }],
    ['getCards', { companies: [], onPage: [], incidents: 501 }],
    ['getCards', { companies: Array(5001).fill('netflix'), onPage: [], incidents: 1 }],
    ['drawCards', { companies: ['netflix'], onPage: [] }],
    ['drawCards', { companies: ['../netflix'], onPage: [], incidents: 3 }],
    ['drawCards', { companies: [], onPage: Array(5001).fill('netflix'), incidents: 1 }],
    ['search', { query: 7 }],
    ['search', { query: 'x'.repeat(201) }],
    ['setBadge', { companies: '3' }],
    ['setBadge', { companies: -2 }],
    ['setBadge', { companies: Number.POSITIVE_INFINITY }],
    ['openLibrary', { company: 'javascript:alert(1)' }],
    ['openLibrary', { incident: 'a?b#c' }],
    ['openLibrary', 'netflix'],
  ])('%s is refused with %j', (message, payload) => {
    expect(accepts(message, payload)).toBe(false);
  });

  it.each(messages)('%s is refused with anything that is no object', (message) => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined));
    fc.assert(fc.property(scalar, (payload) => !accepts(message, payload)));
  });

  it.each(messages)('%s is checked without a throw and keeps no field that it does not know', (message) => {
    const known = ['companies', 'onPage', 'incidents', 'query', 'company', 'incident'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...known, 'extra', '__proto__'), fc.anything()), (payload) => {
        const result = REQUESTS[message].safeParse(payload);
        if (result.success) for (const key of Object.keys(result.data)) expect(known).toContain(key);
      }),
    );
  });
});
