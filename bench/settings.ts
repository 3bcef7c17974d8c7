import { activeRules } from '../src/config/active-rules.ts';
import { rules } from '../src/rules/index.ts';
import type { ActiveRule, Preset } from '../src/rules/rule.ts';

/** The rules that a preset has on where nothing is configured. */
export const presetRules = (preset: Preset): readonly ActiveRule[] => activeRules(rules, preset, []);
