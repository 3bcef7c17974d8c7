/** Numbers grouped by another number, as one column with the place at which each group starts. */
export interface Groups {
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

/** Groups the numbers from 0 up to `count`, in order within each group. */
export function groups(count: number, groupCount: number, groupOf: (member: number) => number): Groups {
  const starts = new Int32Array(groupCount + 1);
  for (let member = 0; member < count; member++) {
    const group = groupOf(member) + 1;
    starts[group] = (starts[group] ?? 0) + 1;
  }
  for (let group = 0; group < groupCount; group++) {
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  }
  const next = starts.slice();
  const members = new Int32Array(count);
  for (let member = 0; member < count; member++) {
    const group = groupOf(member);
    const place = next[group] ?? 0;
    members[place] = member;
    next[group] = place + 1;
  }
  return { starts, members };
}
