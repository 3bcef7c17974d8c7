import type { Options, OptionTable, OptionValue } from '../rules/options.ts';
import type { ActiveRule, Preset, Rule, Severity } from '../rules/rule.ts';

/** Changes to the active rules. A selector is the id of a rule, a family or `all`. */
export interface Layer {
  /** These rules and no others, where it is set. */
  readonly select: readonly string[] | undefined;
  readonly extendSelect: readonly string[];
  readonly ignore: readonly string[];
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
  /** By the id of a rule. */
  readonly options: ReadonlyMap<string, RuleOptions>;
}

export type RuleOptions = Readonly<Record<string, OptionValue | undefined>>;

/** A layer that changes nothing. */
export const noChange: Layer = {
  select: undefined,
  extendSelect: [],
  ignore: [],
  severity: new Map(),
  options: new Map(),
};

/** The rules that are on after every layer has changed what the preset has, each with its severity and options. */
export function activeRules(
  rules: readonly Rule[],
  preset: Preset,
  layers: readonly Layer[],
): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    const state = layers.reduce((before, layer) => changed(before, rule, layer), presetState(rule, preset));
    return state.isOn ? [{ rule, severity: state.severity, options: optionsOf(rule, preset, layers) }] : [];
  });
}

interface RuleState {
  readonly isOn: boolean;
  /** What it has, or would have if it were on. */
  readonly severity: Severity;
}

function presetState(rule: Rule, preset: Preset): RuleState {
  const own = rule.severity[preset];
  if (own !== 'off') return { isOn: true, severity: own };
  const elsewhere = (['fast', 'review'] as const)
    .map((other) => rule.severity[other])
    .find((severity) => severity !== 'off');
  return { isOn: false, severity: elsewhere ?? 'warning' };
}

/** The more exact a selector is, the later it counts: an ignored family can have a selected rule, and the reverse. */
function changed({ isOn, severity }: RuleState, rule: Rule, layer: Layer): RuleState {
  if (layer.select !== undefined) isOn = false;
  for (const selector of ['all', rule.family, rule.id]) {
    if (layer.select?.includes(selector) === true || layer.extendSelect.includes(selector)) isOn = true;
    const wanted = layer.severity.get(selector);
    if (wanted === 'off') isOn = false;
    else if (wanted !== undefined) {
      severity = wanted;
      if (selector === rule.id) isOn = true;
    }
    if (layer.ignore.includes(selector)) isOn = false;
  }
  return { isOn, severity };
}

function optionsOf(rule: Rule, preset: Preset, layers: readonly Layer[]): Options<OptionTable> {
  const set = layers.map((layer) => layer.options.get(rule.id) ?? {});
  return Object.fromEntries(
    Object.entries(rule.options).map(([name, option]) => {
      const initial = preset === 'review' ? option.review : option.default;
      return [name, set.reduce((before, options) => merged(before, options[name]), initial)];
    }),
  );
}

/** A table adds to the one before it, and takes out what it gives an empty string; any other value replaces. */
function merged(before: OptionValue, value: OptionValue | undefined): OptionValue {
  if (value === undefined) return before;
  if (!isTextTable(before) || !isTextTable(value)) return value;
  return Object.fromEntries(Object.entries({ ...before, ...value }).filter(([, word]) => word !== ''));
}

function isTextTable(value: OptionValue): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && !Array.isArray(value);
}
