// How near to each other two words are, in letters or in the keys that type them.

// Damerau's distance is 1 at most.
export const isNear = (one, other) => {
  if (Math.abs(one.length - other.length) > 1) return false;
  const least = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < least && one[start] === other[start]) start++;
  while (end < least - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const left = Math.max(one.length, other.length) - start - end;
  return left <= 1 || (left === 2 && one.length === other.length && one[start] === other[start + 1] && one[start + 1] === other[start]);
};
// It is 2 at most.
export const isNearly = (one, other) => {
  if (Math.abs(one.length - other.length) > 2) return false;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let to = 1; to <= other.length; to++) {
      const isSame = one[at - 1] === other[to - 1];
      row[to] = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (isSame ? 0 : 1));
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) row[to] = Math.min(row[to], before[to - 2] + 1);
    }
    if (Math.min(...row) > 2) return false;
    [before, last] = [last, row];
  }
  return last[other.length] <= 2;
};
export const goesOn = (one, other) => [-1, 0, 1].some((more) => isNear(one, other.slice(0, one.length + more)));
export const pairs = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
export const likeness = (one, other) => (2 * one.filter((pair) => other.includes(pair)).length) / (one.length + other.length || 1);
