// The index of the claims: what a query finds, in which order. It touches no page: it is given strings and gives strings.
//
//   const index = await open(base);
//
// `base` is the absolute URL of the folder `search/` and ends in "/"; `fetch`, an option, takes the place of the browser's. Where a
// build has replaced files, `search` and `suggest` begin again by themselves, and `cards` and `counts`, which were asked by numbers of
// the old ones, fail once with a `Rebuilt`: search again.
import { Rebuilt, decode, openFiles } from "./search-files.js";
import { namesOf } from "./search-naming.js";
import { passage } from "./search-passage.js";
import { NO_LETTERS, termsOf } from "./search-terms.js";
import { finder } from "./search-ways.js";
import { Words } from "./search-words.js";

const PHRASED = 30; // claims in which a phrase is looked for
const MOST_LETTERS = 400; // of a query
const QUOTED = /["“”«»「『]([^"“”«»「」『』]+)["“”«»」』]/g;

export { Rebuilt };

export const open = async (base, { fetch: get = (...request) => fetch(...request) } = {}) => {
  const files = await openFiles(base, get);
  const { current, file, named } = files;
  const words = new Words(files.root.rules);
  const names = namesOf(files, words);
  const { lookUp, joined } = finder(files, words, names);

  // How many of the terms each claim has, whether any as it was typed, and what they weigh.
  const score = (terms) => {
    const met = new Uint8Array(files.root.claims);
    const typed = new Uint8Array(files.root.claims);
    const scores = new Float64Array(files.root.claims);
    const telling = terms.filter(({ hits }) => hits.size);
    for (const { hits, used } of telling) {
      const weight = Math.log(1 + (files.root.claims - hits.size + 0.5) / (hits.size + 0.5));
      for (const [number, each] of hits) {
        met[number]++;
        if (used !== "slip") typed[number] = 1;
        scores[number] += (weight * each) / (each + 1.2);
      }
    }
    const numbers = [];
    met.forEach((count, number) => {
      if (!count) return;
      scores[number] *= (count / telling.length) ** 2;
      numbers.push(number);
    });
    return { numbers, met, typed, scores };
  };

  const search = async (query, { typing = false, filters = {}, sort = "relevance" } = {}) => {
    const phrases = [...query.matchAll(QUOTED)].map(([, phrase]) => phrase);
    const asked = termsOf(words, query.replace(QUOTED, " $1 ").slice(0, MOST_LETTERS));
    const allowed = kept(filters);
    const looked = await Promise.all(asked.map((term, at) => lookUp(term, typing && at === asked.length - 1)));
    for (let at = asked.length - 1; at > 0 && !typing; at--) {
      const isMissing = [looked[at - 1], looked[at]].some(({ used }) => used === "none");
      const one = await joined(asked[at - 1], asked[at], isMissing);
      if (!one) continue;
      asked.splice(at - 1, 2, one.term);
      looked.splice(at - 1, 2, one.result);
    }
    let { numbers, met, typed, scores } = score(looked);
    if (!asked.length) numbers = Array.from(met.keys());
    const filter = await allowed;
    if (filter) numbers = numbers.filter((number) => filter.every((holds) => holds(number)));
    const order = {
      relevance: (one, other) => typed[other] - typed[one] || scores[other] - scores[one] || other - one,
      newest: (one, other) => met[other] - met[one] || other - one,
      oldest: (one, other) => met[other] - met[one] || one - other,
    };
    numbers.sort(Object.hasOwn(order, sort) ? order[sort] : order.relevance);
    for (const phrase of phrases) {
      const parts = new Set(termsOf(words, phrase).map(({ raw }) => raw));
      const all = looked.filter(({ hits }, at) => hits.size && parts.has(asked[at].raw));
      numbers = await withPhrase(numbers, phrase, numbers.filter((number) => all.every(({ hits }) => hits.has(number))));
    }
    const terms = looked.map(({ used, words: matched }, at) => ({ text: asked[at].raw, used, words: [...matched] }));
    return { numbers, total: numbers.length, terms, near: numbers.length || typing ? [] : await names.near(asked) };
  };

  // First those that hold a phrase, of those that have its words.
  const withPhrase = async (numbers, phrase, candidates) => {
    const bare = (text) => words.fold(text).replace(NO_LETTERS, "");
    const wanted = bare(phrase);
    const first = await cardsOf(candidates.slice(0, PHRASED));
    const holding = new Set(first.filter(({ title, quotes }) => [...title, ...Object.values(quotes)].some((text) => bare(text).includes(wanted))).map(({ number }) => number));
    return [...numbers.filter((number) => holding.has(number)), ...numbers.filter((number) => !holding.has(number))];
  };

  const cardsOf = (numbers) => Promise.all(numbers.map(async (number) => {
    const [id, said, title, claimant, date, quotes, figures] = (await file(named("d", Math.floor(number / files.root.batch))))[number % files.root.batch];
    const unchecked = {}; // the languages that translations are from which nobody checked
    const words = Object.entries(quotes).map(([tag, quote]) => {
      if (Array.isArray(quote)) unchecked[tag] = quote[1];
      return [tag, [quote].flat()[0]];
    });
    return { number, id, said, title, claimant, date, quotes: Object.fromEntries(words), unchecked, figures };
  }));

  const column = async (filter) => {
    if (filter !== "year") return (await file(`f/${files.root.f[filter]}`)).map(([id, labels, gaps]) => ({ id, labels, gaps }));
    return files.root.years.map(([id, from], at) => ({ id, labels: files.root.languages.map(() => id), from, to: files.root.years[at + 1]?.[1] ?? files.root.claims }));
  };
  const each = ({ gaps, from, to }, take) => {
    if (gaps !== undefined) decode(gaps, take);
    else for (let number = from; number < to; number++) take(number);
  };
  const kept = async (filters) => {
    const wanted = Object.entries(filters).filter(([name, value]) => value && (name === "year" || Object.hasOwn(files.root.f, name)));
    const columns = await Promise.all(wanted.map(([name]) => column(name)));
    return wanted.map(([, value], at) => {
      const allowed = new Set();
      for (const own of columns[at].filter(({ id }) => [value].flat().includes(id))) each(own, (number) => allowed.add(number));
      return (number) => allowed.has(number);
    });
  };
  const counts = async (filter, numbers) => {
    const asked = new Uint8Array(files.root.claims);
    numbers.forEach((number) => (asked[number] = 1));
    return (await column(filter)).map((value) => {
      let count = 0;
      each(value, (number) => (count += asked[number]));
      return { id: value.id, labels: value.labels, count };
    }).filter(({ count }) => count);
  };

  const suggest = async (query, language, { names: mostNames = 5, claims: mostClaims = 5 } = {}) => {
    const suggested = names.suggest(query, termsOf(words, query), language, mostNames);
    const [own, { numbers, terms }] = await Promise.all([suggested, search(query, { typing: true })]);
    return { names: own, claims: await cardsOf(numbers.slice(0, mostClaims)), terms };
  };

  return {
    get languages() { return files.root.languages; },
    get claims() { return files.root.claims; },
    search: (query, options) => current(() => search(query, options), true),
    suggest: (query, language, most) => current(() => suggest(query, language, most), true),
    cards: (numbers) => current(() => cardsOf(numbers)),
    counts: (filter, numbers) => current(() => counts(filter, numbers)),
    passage: (text, terms) => passage(words, text, terms),
  };
};
