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
export const pairs = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
export const likeness = (one, other) => (2 * one.filter((pair) => other.includes(pair)).length) / (one.length + other.length || 1);
