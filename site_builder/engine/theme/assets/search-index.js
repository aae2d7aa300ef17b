// The index of the claims: what a query finds, in which order. It touches no page: it is given strings and gives strings.
//
//   const index = await open(base, { words });
//
// `words` is the absolute URL of `search-words.js`, whose name changes with its content and is told by whoever calls; `base` is that of
// the folder `search/` and ends in "/"; `fetch`, a third one, takes the place of the browser's. A build may replace files while
// a reader searches: then the root is read anew, `search` and `suggest` begin again by themselves, and `cards` and `counts`, which
// were asked by numbers of the old one, fail once with a `Rebuilt`: search again.

const LEVELS = [4, 3, 2, 1];
const MOST_FILES = 3;
const CARDS = 8; // in a file
const FEW = 10; // claims, fewer than which a word may be a slip
const LONGER = [0.4, 0.4]; // a word that goes on counts so much, and so much for the part of it that was typed
const MOVED = 0.7;
const FORM = 0.7;
const NOUN = 0.9;
const SLIP = 0.5;
const BEGINNING = 0.4;
const APART = 0.5;
const MOST_TERMS = 24;
const MOST_SLIPS = 8;
const MOST_SPLIT = 12; // letters
const PHRASED = 30; // claims in which a phrase is looked for
const VERB = 1; // kinds of words
const INNER = 2;

export class Rebuilt extends Error {}

export const open = async (base, { words: script, fetch: get = (...request) => fetch(...request) }) => {
  let root, files;
  const load = async (cache) => {
    const answer = await get(`${base}index.json`, { cache });
    if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
    root = await answer.json();
    files = new Map();
  };
  const [{ Words }] = await Promise.all([import(script), load("default")]);
  const words = new Words(root.rules);

  const file = (path, made = (content) => content) => {
    if (!files.has(path)) files.set(path, fetched(path, files).then(made));
    return files.get(path);
  };
  const fetched = async (path, kept) => {
    try {
      const answer = await get(`${base}${path}.json`);
      if (answer.status === 404) throw new Rebuilt(path);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return await answer.json();
    } catch (error) {
      kept.delete(path);
      throw error;
    }
  };
  const current = async (work, again) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Rebuilt)) throw error;
      await load("reload");
      if (!again) throw error;
      return work();
    }
  };
  const named = (kind, number) => `${kind}/${nameAt(root[kind].names ?? root[kind], number)}`;

  // The files of `t` or `e` that hold the words from one up to another.
  const between = (kind, [from, to]) => {
    const { first } = root[kind];
    const start = Math.max(0, upper(first, from) - 1);
    const end = Math.max(start + 1, lower(first, to));
    const made = kind === "t" ? (content) => new Map(Object.entries(content)) : undefined;
    return Array.from({ length: first.length ? Math.min(end - start, MOST_FILES) : 0 }, (_, at) => file(named(kind, start + at), made));
  };
  const postings = async (word) => (await Promise.all(between("t", [word, `${word}\0`]))).find((each) => each.has(word))?.get(word);
  // Words that begin with what was typed, in these ranges.
  const beginning = async (typed, ranges) => {
    const pressed = keys(typed);
    const parts = await Promise.all(ranges.flatMap((range) => between("t", range)));
    const within = (word) => ranges.some(([from, to]) => word >= from && word < to) && keys(word).startsWith(pressed);
    return [...new Set(parts)].flatMap((part) => [...part].filter(([word]) => within(word)));
  };

  const found = () => ({ hits: new Map(), words: new Set(), exact: false, used: "none" });
  const add = (result, word, each, share) => {
    result.words.add(word);
    decode(each, (number, level) => {
      if (!(result.hits.get(number) >= level * share)) result.hits.set(number, level * share);
    });
  };

  const merge = (result, other, share = 1) => {
    other.words.forEach((word) => result.words.add(word));
    other.hits.forEach((weight, number) => result.hits.set(number, Math.max(weight * share, result.hits.get(number) ?? 0)));
  };

  // Its words, and those that begin with it.
  const direct = async (term, typing) => {
    const result = found();
    const begun = new Set([...term.words].filter(([word, { kind }]) => kind !== VERB && !isNumber(word)).map(([word]) => word));
    if (term.text && (typing || !isNumber(term.text))) begun.add(term.text);
    const longer = (ranges, certainty) => Promise.all([...begun].map(async (typed) => {
      const share = certainty * (term.words.get(typed)?.share ?? 1);
      for (const [word, each] of await beginning(typed, ranges(typed))) {
        if (word !== typed) add(result, word, each, share * (LONGER[0] + (LONGER[1] * typed.length) / Math.max(word.length, typed.length)));
        else if (!term.words.has(word)) add(result, word, each, 1);
        if (result.used === "none") result.used = "prefix";
      }
    }));
    await Promise.all([longer(whole, 1), ...[...term.words].map(async ([word, { share }]) => {
      const each = await postings(word);
      if (each === undefined) return;
      add(result, word, each, share);
      result.exact ||= isKey(word) ? parts(word[1]) !== null : share === 1;
      result.used = "exact";
    })]);
    if (typing || !result.exact) await longer(moved, MOVED);
    return result;
  };

  // Two words written as one, or three: all must be there.
  const split = async (term) => {
    const letters = [...term.text];
    const least = isSyllabic(term.text) ? 2 : 3;
    const known = new Map();
    const part = (from, to) => {
      const text = letters.slice(from, to).join("");
      if (!known.has(text)) known.set(text, exactly(text));
      return known.get(text);
    };
    const ways = (from, count) => {
      if (count === 1) return [[[from, letters.length]]];
      const cuts = Array.from({ length: Math.max(0, letters.length - from - least * count + 1) }, (_, at) => from + least + at);
      return cuts.flatMap((cut) => ways(cut, count - 1).map((rest) => [[from, cut], ...rest]));
    };
    const result = found();
    for (let count = 2; count <= (least === 2 ? 3 : 2) && !result.hits.size; count++) {
      for (const way of letters.length > MOST_SPLIT ? [] : ways(0, count)) {
        const sides = await Promise.all(way.map(([from, to]) => part(from, to)));
        for (const [number, weight] of sides[0].hits) {
          const all = Math.min(weight, ...sides.slice(1).map(({ hits }) => hits.get(number) ?? 0));
          if (all <= (result.hits.get(number) ?? 0)) continue;
          result.hits.set(number, all);
          sides.forEach((side) => side.words.forEach((word) => result.words.add(word)));
          result.used = "split";
        }
      }
    }
    return result;
  };
  const exactly = async (text) => {
    const result = found();
    const own = [...words.of(text)].filter(([, kind]) => kind !== INNER);
    await Promise.all(own.map(async ([word]) => {
      const each = await postings(word);
      if (each !== undefined) add(result, word, each, 1);
    }));
    return result;
  };

  // Words of which one letter is another, too many, missing, or in its neighbour's place: those of names, else any that share
  // the first or the last half of the letters; else words that go on from one that is near.
  const slipped = async (term) => {
    const result = found();
    const spelt = new Map(stems(term).map((word) => [word, letters(word)]).filter(([, each]) => each.length > 3));
    const isNearOne = (word) => [...spelt.values()].some((each) => isNear(each, word));
    const names = (await allNames()).words.filter(([, each]) => isNearOne(each)).map(([word]) => word);
    let candidates = names.flatMap((name) => [...words.of(name)].filter(([, kind]) => !kind).map(([word]) => word));
    if (!candidates.length) {
      const shared = [...spelt].flatMap(([word, { length }]) => {
        const half = Math.ceil((length - 1) / 2);
        const begun = starting(word, half);
        const last = ending(word, length - 1 - half);
        return [...[...whole(begun), ...moved(begun)].flatMap((range) => between("t", range)), ...(last ? between("e", [last, after(last)]) : [])];
      });
      const others = (await Promise.all(new Set(shared))).flatMap((part) => [...(part instanceof Map ? part.keys() : part)]);
      const near = (isAlike) => others.filter((word) => isAlike(letters(word)));
      candidates = near(isNearOne);
      if (!candidates.length) candidates = near((word) => [...spelt.values()].some((each) => each.length > 5 && goesOn(each, word)));
    }
    await Promise.all([...new Set(candidates)].filter((word) => !isKey(word)).slice(0, MOST_SLIPS).map(async (word) => {
      const meant = await direct({ text: word, words: new Map([[word, { kind: 0, share: 1 }]]) });
      if (!meant.exact) return;
      merge(result, meant, SLIP);
      result.used = "slip";
    }));
    return result;
  };

  const otherKeyboard = async (term, typing) => {
    const turned = /^[a-z]+$/i.test(term.raw) ? hangul(term.raw) : isSyllabic(term.text) ? keys(term.text) : "";
    if (!turned) return found();
    const result = await direct(oneTerm(turned), typing);
    return { ...result, used: result.hits.size ? "keyboard" : "none" };
  };

  const shortened = async (term) => {
    const letters = [...term.text];
    for (let length = letters.length - 1; length >= Math.max(2, letters.length * 0.6); length--) {
      const result = found();
      const begun = letters.slice(0, length).join("");
      for (const [word, each] of await beginning(begun, whole(begun))) add(result, word, each, BEGINNING);
      if (result.hits.size) return { ...result, used: "beginning" };
    }
    return found();
  };

  const lookUp = async (term, typing) => {
    let result = await direct(term, typing);
    if (!term.text || isNumber(term.text)) return result;
    const orElse = async (next) => {
      if (!result.hits.size) result = await next(term, typing);
    };
    for (const next of isSyllabic(term.text) ? [split, otherKeyboard] : [otherKeyboard, split]) await orElse(next);
    if (!typing && !result.exact && result.hits.size < FEW && result.used !== "keyboard") {
      const more = await slipped(term);
      if (!result.hits.size) result = more;
      else merge(result, more);
    }
    await orElse(shortened);
    return result;
  };

  // A term is a word between spaces, or several that are a number or a date together.
  const oneTerm = (raw) => {
    const own = words.of(raw);
    const longest = (each) => Math.max(...[...own.keys()].filter(each).map(({ length }) => length));
    const [most, mostOfKey] = [longest((word) => !own.get(word)), longest(isKey)];
    const shares = [...own].filter(([, kind]) => kind !== INNER).map(([word, kind]) =>
      [word, { kind, share: isKey(word) ? (FORM * word.length) / mostOfKey : kind === VERB ? NOUN : word.length / most }]);
    return { raw, text: words.fold(raw), words: new Map(shares) };
  };
  const termsOf = (query) => {
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
      if (size === 1) terms.push(oneTerm(taken[0]));
      else {
        const apart = taken.flatMap((chunk) => [...oneTerm(chunk).words]).map(([word, { kind, share }]) => [word, { kind, share: share * APART }]);
        terms.push({ raw: taken.join(" "), text: "", words: new Map([...apart, ...own.map(([word, kind]) => [word, { kind, share: 1 }])]) });
      }
    }
    const telling = terms.filter((term) => term.words.size);
    const asked = new Map((telling.length ? telling : terms).map((term) => [term.text || term.raw, term]));
    return [...asked.values()].slice(0, MOST_TERMS);
  };

  const score = (terms) => {
    const met = new Uint8Array(root.claims);
    const scores = new Float64Array(root.claims);
    const telling = terms.filter(({ hits }) => hits.size);
    for (const { hits } of telling) {
      const weight = Math.log(1 + (root.claims - hits.size + 0.5) / (hits.size + 0.5));
      for (const [number, each] of hits) {
        met[number]++;
        scores[number] += (weight * each) / (each + 1.2);
      }
    }
    const numbers = [];
    met.forEach((count, number) => {
      if (!count) return;
      scores[number] *= (count / telling.length) ** 2;
      numbers.push(number);
    });
    return { numbers, met, scores };
  };

  const search = async (query, { typing = false, filters = {}, sort = "relevance" } = {}) => {
    const phrases = [...query.matchAll(QUOTED)].map(([, phrase]) => phrase);
    const asked = termsOf(query.replace(QUOTED, " $1 ").slice(0, MOST_LETTERS));
    const allowed = kept(filters);
    const looked = await Promise.all(asked.map((term, at) => lookUp(term, typing && at === asked.length - 1)));
    let { numbers, met, scores } = score(looked);
    if (!asked.length) numbers = Array.from(met.keys());
    const filter = await allowed;
    if (filter) numbers = numbers.filter((number) => filter.every((holds) => holds(number)));
    const order = {
      relevance: (one, other) => scores[other] - scores[one] || other - one,
      newest: (one, other) => met[other] - met[one] || other - one,
      oldest: (one, other) => met[other] - met[one] || one - other,
    };
    numbers.sort(Object.hasOwn(order, sort) ? order[sort] : order.relevance);
    for (const phrase of phrases) {
      const parts = new Set(termsOf(phrase).map(({ raw }) => raw));
      const all = looked.filter(({ hits }, at) => hits.size && parts.has(asked[at].raw));
      numbers = await withPhrase(numbers, phrase, numbers.filter((number) => all.every(({ hits }) => hits.has(number))));
    }
    const terms = looked.map(({ used, words: matched }, at) => ({ text: asked[at].raw, used, words: [...matched] }));
    return { numbers, total: numbers.length, terms, near: numbers.length || typing ? [] : await nearNames(asked) };
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
    const [id, said, title, claimant, date, quotes, figures] = (await file(named("d", Math.floor(number / CARDS))))[number % CARDS];
    const unchecked = {}; // the languages that translations are from which nobody checked
    const words = Object.entries(quotes).map(([tag, quote]) => {
      if (Array.isArray(quote)) unchecked[tag] = quote[1];
      return [tag, [quote].flat()[0]];
    });
    return { number, id, said, title, claimant, date, quotes: Object.fromEntries(words), unchecked, figures };
  }));

  const column = async (filter) => {
    if (filter !== "year") return (await file(`f/${root.f[filter]}`)).map(([id, labels, gaps]) => ({ id, labels, gaps }));
    return root.years.map(([id, from], at) => ({ id, labels: root.languages.map(() => id), from, to: root.years[at + 1]?.[1] ?? root.claims }));
  };
  const each = ({ gaps, from, to }, take) => {
    if (gaps !== undefined) decode(gaps, take);
    else for (let number = from; number < to; number++) take(number);
  };
  const kept = async (filters) => {
    const wanted = Object.entries(filters).filter(([name, value]) => value && (name === "year" || Object.hasOwn(root.f, name)));
    const columns = await Promise.all(wanted.map(([name]) => column(name)));
    return wanted.map(([, value], at) => {
      const allowed = new Set();
      for (const own of columns[at].filter(({ id }) => [value].flat().includes(id))) each(own, (number) => allowed.add(number));
      return (number) => allowed.has(number);
    });
  };
  const counts = async (filter, numbers) => {
    const asked = new Uint8Array(root.claims);
    numbers.forEach((number) => (asked[number] = 1));
    return (await column(filter)).map((value) => {
      let count = 0;
      each(value, (number) => (count += asked[number]));
      return { id: value.id, labels: value.labels, count };
    }).filter(({ count }) => count);
  };

  // Names of entities and series, with the keys that type them: a name is found in whichever keyboard it was begun.
  const allNames = () => file(`n/${root.n}`, (entries) => {
    const spelt = entries.map(([path, labels, other, count]) => ({
      path, labels, count,
      ways: [...labels, ...other].map((name) => {
        const text = words.fold(name).replace(NO_LETTERS, " ").trim();
        const bare = text.replaceAll(" ", "");
        return { name, text, parts: text.split(" ").map(letters), keys: ` ${keys(text)}`, bare: keys(bare), initials: keys(initials(bare)), letters: letters(bare) };
      }),
    }));
    const own = spelt.flatMap(({ ways }) => ways.flatMap(({ text }) => text.split(" ")));
    return { entries: spelt, words: [...new Set(own)].map((word) => [word, letters(word)]) };
  });
  const nearNames = async (terms) => {
    const asked = pairs(letters(terms.map(({ text }) => text).join("")));
    const alike = (name) => Math.max(...name.ways.map((way) => likeness(asked, pairs(way.letters))));
    const ranked = (await allNames()).entries.map((name) => [alike(name), name]).filter(([like]) => like >= 0.4);
    return ranked.sort(([one], [other]) => other - one).slice(0, 3).map(([, { labels, ways }]) => ({ labels, name: ways[0].name }));
  };

  const suggest = async (query, language, { names: mostNames = 5, claims: mostClaims = 5 } = {}) => {
    const asked = termsOf(query);
    const [{ entries }, { numbers, terms }] = await Promise.all([allNames(), search(query, { typing: true })]);
    const text = words.fold(query).replace(NO_LETTERS, " ").trim();
    const forms = [text, ...(asked.length === 1 ? stems(asked[0]) : [])].map((form) => ({ form, keys: keys(form), bare: keys(form.replaceAll(" ", "")), letters: letters(form.replaceAll(" ", "")) }));
    const rank = (way) => Math.max(...forms.map((form) => {
      if (!form.keys) return 0;
      if (way.keys.startsWith(` ${form.keys}`)) return 5;
      if (way.keys.includes(` ${form.keys}`)) return 4;
      if (way.bare.startsWith(form.bare) || (isInitials(form.form) && way.initials.startsWith(form.keys))) return 3;
      return form.letters.length > 3 && [way.letters, ...way.parts].some((part) => isNear(form.letters, part)) ? 2 : 0;
    }));
    const at = Math.max(0, root.languages.indexOf(language));
    const ranked = entries.map((entry) => {
      const best = entry.ways.map((way) => [rank(way), way.name]).reduce((one, other) => (other[0] > one[0] ? other : one));
      const name = entry.labels[at];
      return { rank: best[0], path: entry.path, name, other: best[1] === name ? "" : best[1], count: entry.count };
    });
    const best = ranked.filter((each) => each.rank).sort((one, other) => other.rank - one.rank || other.count - one.count).slice(0, mostNames);
    return { names: best.map(({ rank: _, ...name }) => name), claims: await cardsOf(numbers.slice(0, mostClaims)), terms };
  };

  return {
    get languages() { return root.languages; },
    get claims() { return root.claims; },
    search: (query, options) => current(() => search(query, options), true),
    suggest: (query, language, most) => current(() => suggest(query, language, most), true),
    cards: (numbers) => current(() => cardsOf(numbers)),
    counts: (filter, numbers) => current(() => counts(filter, numbers)),
    passage: (text, terms) => passage(words, text, terms),
  };
};

const MOST_LETTERS = 400; // of a query
const QUOTED = /["“”«»「『]([^"“”«»「」『』]+)["“”«»」』]/g;
const APART_AT = /[\s"“”«»「」『』()[\]{}<>;:!?…]+|[,·ㆍ・](?![0-9])|(?<![0-9])[,·ㆍ・]/u;
const NO_LETTERS = /[^\p{L}\p{M}\p{N}]+/gu;

const isNumber = (word) => /^[0-9]/.test(word);
const isKey = (word) => word.startsWith("~");
const isSyllabic = (word) => /[\u1100-\u11ff\uac00-\ud7a3\u3041-\u30ff\u3400-\u9fff]/.test(word);
const isInitials = (word) => /^[\u1100-\u1112]+$/.test(word);
const stems = ({ text, words }) => [...new Set([text, ...[...words].filter(([, { kind }]) => !kind).map(([word]) => word)])].filter((word) => word && !isNumber(word));

const nameAt = (names, number) => names.slice(number * 6, number * 6 + 6);
const bound = (isBefore) => (sorted, word) => {
  let from = 0;
  for (let to = sorted.length; from < to;) {
    const middle = (from + to) >> 1;
    if (isBefore(sorted[middle], word)) from = middle + 1;
    else to = middle;
  }
  return from;
};
const lower = bound((each, word) => each < word);
const upper = bound((each, word) => each <= word);

const DIGITS = Object.fromEntries([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].map((digit, value) => [digit, value]));
// Levels are parted by commas; a number is the one before it and a gap, in digits of 5 bits, the least first.
const decode = (postings, take) => {
  let [at, number, gap, shift] = [0, -1, 0, 0];
  for (const digit of postings) {
    if (digit === ",") {
      at++;
      number = -1;
      continue;
    }
    const value = DIGITS[digit];
    gap += (value & 31) << shift;
    shift += 5;
    if (value & 32) continue;
    take((number += gap), LEVELS[at]);
    gap = shift = 0;
  }
};

// Hangul in the keys of the Korean keyboard (KS X 5002): what is half typed begins what is whole, and what was typed with the keyboard
// in another language is the same keys.
const LEADS = [..."rRseEfaqQtTdwWczxvg"];
const VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ");
const FINALS = " r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split(" ");
const ONE_KEY = "koiOjpuPh123yn456bm7l"; // a vowel of two keys is one letter
const syllable = (lead, vowel, final = 0) => String.fromCharCode(0xac00 + (lead * 21 + vowel) * 28 + final);
const parts = (letter) => {
  const code = letter.charCodeAt(0) - 0xac00;
  return code >= 0 && code < 11172 ? [Math.floor(code / 588), Math.floor(code / 28) % 21, code % 28] : null;
};
const spelling = (vowels) => (word) => word.replace(/[\u1100-\u1112\u1161-\u1175\u11a8-\u11c2\uac00-\ud7a3]/g, (letter) => {
  const code = letter.charCodeAt(0);
  if (code < 0x1161) return LEADS[code - 0x1100];
  if (code < 0x11a8) return vowels[code - 0x1161];
  if (code < 0xac00) return FINALS[code - 0x11a7];
  const [lead, vowel, final] = parts(letter);
  return LEADS[lead] + vowels[vowel] + FINALS[final];
});
const keys = spelling(VOWELS);
const letters = spelling(ONE_KEY);
const SYLLABLE = /([rRseEfaqQtTdwWczxvg])(hk|ho|hl|nj|np|nl|ml|[koiOjpuPhynbml])((?:rt|sw|sg|f[raqtxvg]|qt|[rRsefaqtTdwczxvg])(?![koiOjpuPhynbml]))?|([rRseEfaqQtTdwWczxvg])/g;
const hangul = (typed) => {
  const shifted = typed.replace(/[^OPQRTEW]/g, (key) => key.toLowerCase());
  const text = shifted.replace(SYLLABLE, (_, lead, vowel, final = "", alone) =>
    alone ? String.fromCharCode(0x1100 + LEADS.indexOf(alone)) : syllable(LEADS.indexOf(lead), VOWELS.indexOf(vowel), FINALS.indexOf(final)));
  return /^(?:[\uac00-\ud7a3]+[\u1100-\u1112]?|[\u1100-\u1112]+)$/.test(text) ? text : "";
};
const initials = (text) => text.replace(/[\uac00-\ud7a3]/g, (letter) => String.fromCharCode(0x1100 + parts(letter)[0]));

const after = (word) => word.slice(0, -1) + String.fromCharCode(word.charCodeAt(word.length - 1) + 1);
const withLead = (head, lead) => [head + syllable(lead, 0), head + String.fromCharCode(0xac00 + 588 * (lead + 1))];
// From which word up to which those lie that begin with what was typed, whatever its last syllable becomes: 고 과, 갑 값, ㅂ 바.
const whole = (typed) => {
  const [head, last] = [typed.slice(0, -1), typed.slice(-1)];
  if (isInitials(last)) return [[typed, after(typed)], withLead(head, last.charCodeAt(0) - 0x1100)];
  if (!parts(last)) return [[typed, after(typed)]];
  const [lead, vowel, final] = parts(last);
  const end = (table, at) => table.findLastIndex((each) => each.startsWith(table[at]));
  return [[typed, after(head + (final ? syllable(lead, vowel, end(FINALS, final)) : syllable(lead, end(VOWELS, vowel), 27)))]];
};
// And those whose next syllable begins with the last consonant: 갑 가바.
const moved = (typed) => {
  const [lead, vowel, final] = parts(typed.slice(-1)) ?? [];
  if (!final) return [];
  const keys = FINALS[final];
  return [withLead(typed.slice(0, -1) + syllable(lead, vowel, FINALS.indexOf(keys.slice(0, -1))), LEADS.indexOf(keys.slice(-1)))];
};

// The beginning of a word that has so many letters, and its last whole syllables that have no more, turned round.
const starting = (word, count) => {
  let begun = "";
  for (const each of word) {
    const { length } = letters(each);
    if (length > count) {
      const [lead, vowel, final] = parts(each) ?? [];
      if (lead !== undefined && count === 1) begun += String.fromCharCode(0x1100 + lead);
      if (lead !== undefined && count > 1) begun += syllable(lead, vowel, count > 2 ? FINALS.indexOf(FINALS[final][0]) : 0);
      break;
    }
    begun += each;
    count -= length;
  }
  return begun;
};
const ending = (word, count) => {
  let turned = "";
  for (const each of [...word].reverse()) {
    count -= letters(each).length;
    if (count < 0) break;
    turned += each;
  }
  return turned;
};

// Damerau's distance is 1 at most.
const isNear = (one, other) => {
  if (Math.abs(one.length - other.length) > 1) return false;
  const least = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < least && one[start] === other[start]) start++;
  while (end < least - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const left = Math.max(one.length, other.length) - start - end;
  return left <= 1 || (left === 2 && one.length === other.length && one[start] === other[start + 1] && one[start + 1] === other[start]);
};
const goesOn = (one, other) => [-1, 0, 1].some((more) => isNear(one, other.slice(0, one.length + more)));
const pairs = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
const likeness = (one, other) => (2 * one.filter((pair) => other.includes(pair)).length) / (one.length + other.length || 1);

// What of a text is shown beside a result: pieces around the first words that were found, which are told by `hit`.
const passage = (words, text, terms) => {
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
