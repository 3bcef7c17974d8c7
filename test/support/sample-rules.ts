import { flag, integer, table, text, texts } from '../../src/rules/options.ts';
import { defineRule, type Preset, type Rule, type Severity } from '../../src/rules/rule.ts';

const examples = { bad: ['x = 1'], good: ['y = 1'] } as const;
const quiet = { why: 'It matters.', limits: 'Where it does not.', examples, check: () => [] };
const severityOf = (
  fast: Severity | 'off',
  review: Severity | 'off',
): Readonly<Record<Preset, Severity | 'off'>> => ({
  fast,
  review,
});

/** Rules of three families; one is off in the preset `fast`, and one has an option of every kind. */
export const sampleRules: readonly Rule[] = [
  defineRule({
    ...quiet,
    id: 'long-test',
    family: 'organisation',
    summary: 'a test that is long',
    severity: severityOf('warning', 'error'),
    options: { statements: integer({ default: 40, review: 25, description: 'how many are too many' }) },
  }),
  defineRule({
    ...quiet,
    id: 'swallowed-error',
    family: 'exceptions',
    summary: 'an error that nobody sees',
    severity: severityOf('error', 'error'),
  }),
  defineRule({
    ...quiet,
    id: 'bare-handler',
    family: 'exceptions',
    summary: 'a handler of everything',
    severity: severityOf('error', 'error'),
  }),
  defineRule({
    ...quiet,
    id: 'clipped-name',
    family: 'vague-names',
    summary: 'a name that is clipped',
    severity: severityOf('off', 'warning'),
    options: {
      words: table({
        default: { dest: 'destination', src: 'source' },
        description: 'the words and what they mean',
      }),
      exempt: texts({ default: ['ctx'], description: 'names that are left alone' }),
      prefix: text({ default: '_', description: 'what exempts a name' }),
      parameters: flag({ default: false, review: true, description: 'whether parameters count' }),
    },
  }),
];
