// What all parts of the search share: the index, the words of the language, and elements made of texts.
import { open } from "./search-index.js";

const root = new URL("../", import.meta.url);
const WAIT = 120; // milliseconds after a key
const MOST_REPEATED = 80; // letters
const LONG_WAIT = 300; // until what was typed is looked at as a whole: also for slips

// Asked for when a reader begins, and again when that failed.
const once = (make) => {
  let made;
  return () => (made ??= make().catch((error) => { made = null; throw error; }));
};
const index = once(() => open(new URL("search/", root).href));
const json = async (path) => {
  const answer = await fetch(new URL(path, root), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};
const texts = {};

export const languageOf = (element) => element.closest("[lang]").lang;
export const begin = async (language) => {
  texts[language] ??= once(() => json(`assets/search.${language}.json`));
  const [opened, said] = await Promise.all([index(), texts[language]()]);
  return { index: opened, say: said, at: Math.max(0, opened.languages.indexOf(language)) };
};
export const address = (language, path) => {
  const to = new URL(`${language}/${path}`, root);
  return to.pathname;
};

// Numbers of a rebuilt archive mean other claims: whoever holds old ones asks once more.
export const again = async (work) => {
  try {
    return await work();
  } catch {
    return work();
  }
};

export const number = (language, value) => value.toLocaleString(language);
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
export const counted = (language, forms, count) => {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? Object.values(forms)[0];
  return fill(form, { count: number(language, count) });
};

export const make = (name, attributes = {}, ...inside) => {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(attribute, "");
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(attribute, value);
  }
  element.append(...inside.flat().filter((each) => each || each === 0));
  return element;
};
// What was typed, as it is repeated to whoever typed it.
export const brief = (text) => ([...text].length > MOST_REPEATED ? `${[...text].slice(0, MOST_REPEATED).join("")}…` : text);
export const marked = (pieces) => pieces.map(({ text, hit }) => (hit ? make("mark", {}, text) : text));

// Quotation marks say whose words these are, so they stay around a part of them too.
const MARKED = /^([\p{Pi}\p{Pf}\p{Ps}"])(.*)([\p{Pi}\p{Pf}\p{Pe}"])$/su;
const partOf = (index, text, terms) => {
  const [, opening, words, closing] = MARKED.exec(text) ?? ["", "", text, ""];
  const mark = (text) => (text ? [{ text, hit: false }] : []);
  return [...mark(opening), ...index.passage(words, terms), ...mark(closing)];
};

// A claim's words: those of the page's language, unless only others hold what was asked for.
export const passage = (index, card, terms, language) => {
  const all = Object.entries(card.quotes ?? {}).map(([tag, text]) => ({ tag, from: card.unchecked?.[tag], pieces: partOf(index, text, terms) }));
  const hasHit = ({ pieces }) => pieces.some(({ hit }) => hit);
  const own = all.find(({ tag }) => tag === language);
  const title = index.passage(card.title[index.languages.indexOf(language)] ?? "", terms);
  if (own && (hasHit(own) || title.some(({ hit }) => hit))) return own;
  return all.find(hasHit) ?? own ?? all[0];
};

// Calls for what is typed, soon with what there is of it, and once more when no key has followed.
export const listen = (input, call) => {
  let timers = [];
  const stop = () => timers.splice(0).forEach(clearTimeout);
  input.addEventListener("input", () => {
    stop();
    timers = [setTimeout(call, WAIT, true), setTimeout(call, LONG_WAIT, false)];
  });
  return stop;
};
