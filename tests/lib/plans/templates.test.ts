import { expect, test } from 'vitest';
import { compileRules } from '../../../lib/compliance/index.ts';
import { EmergencyPlan, platformIds, stepHours } from '../../../lib/model.ts';
import { planIds, planTemplates } from '../../../lib/plans/templates.ts';

test('there is a plan for each emergency, and each is one', () => {
  expect(planTemplates.map(({ id }) => id)).toEqual([...planIds]);
  for (const plan of planTemplates) expect(EmergencyPlan.parse(plan)).toEqual(plan);
});

test('each begins at once and ends within twelve hours, in that order', () => {
  for (const { id, steps } of planTemplates) {
    const hours = steps.map((step) => step.hours);

    expect([id, hours]).toEqual([id, [...hours].sort((a, b) => a - b)]);
    expect(stepHours.filter((one) => one === 0 || one === 12).every((one) => hours.includes(one))).toBe(true);
    expect(hours.some((one) => one === 2 || one === 4)).toBe(true);
  }
});

test('every step says who does it', () => {
  for (const { steps } of planTemplates) for (const { owner } of steps) expect(owner).toBeTruthy();
});

const checker = compileRules();

test.each(platformIds)(
  'what the host says first passes our own rules on %s, aloud and in writing',
  (platform) => {
    for (const { say } of planTemplates)
      for (const channel of ['host', 'public_reply'] as const)
        expect([say, checker.check(say, { channel, platform })]).toEqual([say, []]);
  },
);
