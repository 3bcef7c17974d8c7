import { Flag, Use } from './blocks.ts';

/** What an identifier is, or how the stretch that a node begins is read; most are plain reads. */
export const Mark = {
  read: 0,
  notAName: 1,
  stored: 2,
  augmented: 3,
  walrus: 4,
  imported: 5,
  declaredGlobal: 6,
  declaredNonlocal: 7,
  typeParameter: 8,
  annotated: 9,
  ignored: 10,
  unknown: 11,
  parameter: 12,
  functionName: 13,
  className: 14,
  /** On a node that begins a stretch: an annotation that is not evaluated. */
  unevaluated: 15,
  /** On the `[…]` after the name of a definition: type parameters are declared there, not subscripts read. */
  declares: 16,
  /** On `type`, `print` or `exec` where the grammar takes a name for a keyword. */
  isName: 17,
} as const;

/** The flags that an identifier under each mark gives to its symbol. */
export const flagsOfMark = new Int32Array(Mark.isName + 1);
/** What an identifier under each mark does. */
export const useOfMark = new Uint8Array(Mark.isName + 1);
for (const [mark, flags, use] of [
  [Mark.read, Flag.used, Use.reads],
  [Mark.stored, Flag.local, Use.defines],
  [Mark.augmented, Flag.local, Use.defines | Use.reads],
  [Mark.walrus, Flag.local, Use.defines],
  [Mark.imported, Flag.imported, Use.defines],
  [Mark.declaredGlobal, Flag.global, Use.declares],
  [Mark.declaredNonlocal, Flag.nonlocal, Use.declares],
  [Mark.typeParameter, Flag.typeParameter | Flag.local, Use.defines],
  [Mark.annotated, Flag.annotated | Flag.local, Use.defines],
  [Mark.parameter, Flag.parameter, Use.defines],
  [Mark.functionName, Flag.local | Flag.functionName, Use.defines],
  [Mark.className, Flag.local | Flag.className, Use.defines],
] as const) {
  flagsOfMark[mark] = flags;
  useOfMark[mark] = use;
}
