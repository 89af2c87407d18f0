import { expect, it } from 'vitest';
import { createInOrder } from '../../../lib/capture/in-order.ts';

it('gives results in the order their work began, at once while none is waited for', async () => {
  const given: string[] = [];
  const inOrder = createInOrder('failed');
  const take = (value: string) => given.push(value);
  let finish = (_: string) => {};
  const slow = new Promise<string>((done) => {
    finish = done;
  });

  inOrder('first', take);
  expect(given).toEqual(['first']);
  inOrder(slow, take);
  inOrder('third', take);
  inOrder(Promise.reject(new Error('broken frame')), take);
  inOrder(Promise.resolve('fifth'), take);
  expect(given).toEqual(['first']);
  finish('second');
  await new Promise<void>((done) => inOrder('sixth', (value) => done(void take(value))));
  inOrder('seventh', take);

  expect(given).toEqual(['first', 'second', 'third', 'failed', 'fifth', 'sixth', 'seventh']);
});
