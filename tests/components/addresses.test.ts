import { expect, test } from 'vitest';
import { addressOf, readRoute } from '../../components/console/use-route.ts';
import { fileName } from '../../components/export/file-name.ts';

test('a file name holds nothing that a file system refuses', () => {
  expect(fileName(['douyin', '小满/家居:旗舰店', '2026-11-22 20:15'], 'csv')).toBe(
    'douyin-小满-家居-旗舰店-2026-11-22-20-15.csv',
  );
  expect(fileName(['..', 'a\u202Efdp'], 'csv')).toBe('a-fdp.csv');
});

test('an address leads back to where it was made', () => {
  expect(readRoute(addressOf('sessions', 'a/b 1'))).toEqual({ page: 'sessions', id: 'a/b 1', query: {} });
  expect(readRoute(addressOf('rules'))).toEqual({ page: 'rules', id: null, query: {} });
  expect(readRoute(addressOf('report', 's', { example: '几天到?&' }))).toEqual({
    page: 'report',
    id: 's',
    query: { example: '几天到?&' },
  });
});

test('an unknown address is the list of sessions', () => {
  expect(readRoute('#/somewhere')).toEqual({ page: 'sessions', id: null, query: {} });
  expect(readRoute('')).toEqual({ page: 'sessions', id: null, query: {} });
});
