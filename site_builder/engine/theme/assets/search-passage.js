// What of a text is shown beside a result.
import { isSyllabic } from "./search-keyboard.js";

// Pieces around the first words that were found, which are told by `hit`.
export const passage = (words, text, terms) => {
  const wanted = new Set(terms.flatMap((term) => term.words));
  const chunks = [...text.matchAll(/\S+/g)].map(({ index, 0: chunk }) => ({ from: index, to: index + chunk.length }));
  const isWanted = (from, to) => [...words.of(text.slice(from, to)).keys()].filter((word) => wanted.has(word));
  const marked = [];
  chunks.forEach(({ from }, first) => {
    for (let last = Math.min(first + 4, chunks.length - 1); last >= first; last--) {
      const { to } = chunks[last];
      const own = isWanted(from, to);
      if (last > first) {
        const parts = [...isWanted(from, chunks[last - 1].to), ...isWanted(chunks[first + 1].from, to)];
        if (own.some((word) => !parts.includes(word))) marked.push(trimmed(text, from, to));
      } else if (own.length) marked.push(within(words, text, from, to, own));
    }
  });
  return pieces(text, marked.sort(([one], [other]) => one - other));
};
// Without punctuation around it.
const trimmed = (text, from, to) => {
  const inside = text.slice(from, to).match(/[\p{L}\p{M}\p{N}].*[\p{L}\p{M}\p{N}%]|[\p{L}\p{M}\p{N}]/su);
  return inside ? [from + inside.index, from + inside.index + inside[0].length] : [from, to];
};
// The longest of the words where it stands as it is, else all that stands between spaces.
const within = (words, text, from, to, own) => {
  const spelt = words.fold(text.slice(from, to));
  const found = own.filter((word) => spelt.includes(word)).sort((one, other) => other.length - one.length)[0];
  if (!found || !isSyllabic(found) || spelt.length !== to - from) return trimmed(text, from, to);
  return [from + spelt.indexOf(found), from + spelt.indexOf(found) + found.length];
};
const SHOWN = 180;
const BEFORE = 60;
const pieces = (text, marked) => {
  let [start, end] = [0, text.length];
  if (end > SHOWN) {
    const wish = Math.max(0, Math.min((marked[0]?.[0] ?? 0) - BEFORE, end - SHOWN));
    start = wish && gap(text, wish, marked[0]?.[0] ?? wish);
    end = start + SHOWN < end ? gap(text, start + SHOWN - BEFORE / 2, start + SHOWN) : end;
  }
  const made = [];
  const put = (piece, hit) => piece && made.push({ text: piece, hit });
  let at = start;
  for (const [from, to] of marked) {
    if (to <= at || from >= end) continue;
    put(text.slice(at, from), false);
    put(text.slice(Math.max(at, from), Math.min(to, end)), true);
    at = Math.min(to, end);
  }
  put(text.slice(at, end), false);
  if (start) made.unshift({ text: "…", hit: false });
  if (end < text.length) made.push({ text: "…", hit: false });
  return made;
};
// The first letter behind a space between two places; where there is none, one that is not half of a character.
const gap = (text, from, to) => {
  const space = text.slice(from, to).search(/\s\S/);
  const at = space < 0 ? from : from + space + 1;
  return /[\udc00-\udfff]/.test(text[at] ?? "") ? at + 1 : at;
};
