// What a query asks for: its terms, each with the words of the index that it may mean.
import { INNER, VERB } from "./search-words.js";

const FORM = 0.7;
const NOUN = 0.9;
const APART = 0.5;
const MOST_TERMS = 24;
const APART_AT = /[\s"“”«»「」『』()[\]{}<>;:!?…]+|[,·ㆍ・](?![0-9])|(?<![0-9])[,·ㆍ・]/u;

const AROUND = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;
export const NO_LETTERS = /[^\p{L}\p{M}\p{N}]+/gu;
export const isNumber = (word) => /^[0-9]/.test(word);
export const isKey = (word) => word.startsWith("~");
export const stems = ({ text, words }) => [...new Set([text, ...[...words].filter(([, { kind }]) => !kind).map(([word]) => word)])].filter((word) => word && !isNumber(word));

// A term is a word between spaces, or several that are a number or a date together.
export const oneTerm = (words, raw) => {
  const own = words.of(raw);
  const longest = (each) => Math.max(...[...own.keys()].filter(each).map(({ length }) => length));
  const [most, mostOfKey, mostOfNumber] = [longest((word) => !own.get(word) && !isNumber(word)), longest(isKey), longest(isNumber)];
  const isCounted = isNumber(raw);
  const shares = [...own].filter(([word, kind]) => kind !== INNER || isKey(word)).map(([word, kind]) =>
    [word, { kind, share: isKey(word) ? (FORM * word.length) / mostOfKey : kind === VERB ? NOUN : isNumber(word) ? word.length / mostOfNumber : (word.length / most) * (isCounted ? APART : 1) }]);
  return { raw, text: words.fold(raw).replace(AROUND, ""), words: new Map(shares) };
};

export const termsOf = (words, query) => {
  const chunks = query.split(APART_AT).filter(Boolean);
  const terms = [];
  while (chunks.length) {
    let size = Math.min(5, chunks.length);
    let own = [];
    for (; size > 1; size--) {
      const of = (from, to) => words.of(chunks.slice(from, to).join(" "));
      const parts = [of(0, size - 1), of(1, size)];
      own = [...of(0, size)].filter(([word]) => !parts.some((part) => part.has(word)));
      if (own.length) break;
    }
    const taken = chunks.splice(0, size);
    if (size === 1) terms.push(oneTerm(words, taken[0]));
    else {
      const longest = Math.max(...own.map(([word]) => word.length));
      const apart = taken.flatMap((chunk) => [...oneTerm(words, chunk).words]).map(([word, { kind, share }]) => [word, { kind, share: share * APART }]);
      terms.push({ raw: taken.join(" "), text: "", words: new Map([...apart, ...own.map(([word, kind]) => [word, { kind, share: word.length / longest }])]) });
    }
  }
  const telling = terms.filter((term) => term.words.size);
  const asked = new Map((telling.length ? telling : terms).map((term) => [term.text || term.raw, term]));
  return [...asked.values()].slice(0, MOST_TERMS);
};
