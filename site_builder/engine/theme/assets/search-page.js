// The search on the page of all claims. Its state is the address: the query, the filters, the order.
import { again, address, begin, brief, counted, fill, languageOf, listen, make, marked, number, passage } from "./search-parts.js";

const FILTERS = ["claimant", "about", "outlet", "series", "year", "lang"];
const SORTS = ["relevance", "newest", "oldest"];
const KEYS = ["q", ...FILTERS, "sort"];
const PAGE = 20;
const OPTIONS = 12; // of a filter; more are found by a part of their names
const SHOWN_OPTIONS = 60;

const stateOf = (params) => Object.fromEntries(KEYS.map((key) => [key, (params.get(key) ?? "").trim()]));
const paramsOf = (state) => new URLSearchParams(KEYS.filter((key) => state[key]).map((key) => [key, state[key]]));
const hrefOf = (state) => `${location.pathname}${`${paramsOf(state)}` && `?${paramsOf(state)}`}`;
const filtersOf = (state) => Object.fromEntries(FILTERS.filter((name) => state[name]).map((name) => [name, [state[name]]]));
const isActive = (state) => KEYS.some((key) => key !== "sort" && state[key]);

export const show = (place) => {
  const form = document.querySelector("main [role=search]");
  const input = form.elements.q;
  const language = languageOf(place);
  const root = document.documentElement;
  const bar = make("div", { class: "ca-filters", role: "group" });
  const chips = make("ul", { class: "ca-chips" });
  const status = make("p", { class: "ca-facts ca-found", role: "status" });
  const results = make("div", { class: "ca-results" });
  place.append(bar, chips, status, results);

  let state = stateOf(new URLSearchParams(location.search));
  let shown = history.state?.shown ?? PAGE;
  let latest = 0;
  let isTyping = false; // the query grows in one entry of the history until something else is done
  let labels = {}; // of the values of filters that are in force

  const url = (changes) => hrefOf({ ...state, ...changes });
  const link = (changes, attributes, ...inside) => make("a", { href: url(changes), "data-search": true, ...attributes }, ...inside);

  // Filters: a button each, which opens a list of links to the same search with one value.
  const panels = {};
  let opened = "";
  const openPanel = async (name, focus = false) => {
    if (opened && opened !== name) closePanel();
    opened = name;
    const { button, panel } = panels[name];
    button.setAttribute("aria-expanded", "true");
    panel.hidden = false;
    await fillPanel(name);
    if (focus && opened === name) panel.querySelector("a, input")?.focus();
  };
  const closePanel = (focus = false) => {
    if (!opened) return;
    const { button, panel } = panels[opened];
    opened = "";
    panel.hidden = true;
    panel.replaceChildren();
    button.setAttribute("aria-expanded", "false");
    if (focus) button.focus();
  };
  const fillPanel = async (name) => {
    const { panel } = panels[name];
    try {
      const { index, say, at } = await begin(language);
      const others = filtersOf({ ...state, [name]: "" });
      const values = await again(async () => index.counts(name, (await index.search(state.q, { filters: others })).numbers));
      if (opened !== name) return;
      values.sort(name === "year" ? (one, other) => other.id - one.id : (one, other) => other.count - one.count);
      const fold = (text) => text.normalize("NFKC").toLowerCase();
      const list = make("ul");
      const draw = (part = "") => {
        const wanted = values.filter((value) => value.labels.some((label) => fold(label).includes(fold(part.trim()))));
        list.replaceChildren(...wanted.slice(0, SHOWN_OPTIONS).map((value) => make("li", {}, link(
          { [name]: state[name] === value.id ? "" : value.id }, { "aria-current": state[name] === value.id ? "true" : null },
          make("bdi", {}, value.labels[at]), " ", make("span", { class: "ca-facts" }, number(language, value.count))))));
        if (!wanted.length) list.append(make("li", { class: "ca-facts" }, say.no_value));
      };
      draw();
      const find = values.length > OPTIONS && make("input", { type: "search", "aria-label": say.find, placeholder: say.find, autocomplete: "off" });
      if (find) find.addEventListener("input", () => draw(find.value));
      panel.replaceChildren(...[find, list].filter(Boolean));
    } catch {
      fail();
    }
  };

  const drawBar = ({ say }) => {
    if (bar.childElementCount) return;
    for (const name of FILTERS) {
      const id = `ca-filter-${name}`;
      const button = make("button", { type: "button", "aria-expanded": "false", "aria-controls": id }, say.filters[name]);
      const panel = make("div", { class: "ca-panel", id, role: "group", "aria-label": say.filters[name], hidden: true });
      panels[name] = { button, panel };
      button.addEventListener("click", () => (opened === name ? closePanel() : openPanel(name)));
      bar.append(make("div", {}, button, panel));
    }
    const select = make("select", { "aria-label": say.sort }, SORTS.map((name) => make("option", { value: name }, say.sorts[name])));
    select.addEventListener("change", () => go({ ...state, sort: select.value === usual() ? "" : select.value }));
    bar.append(make("div", { class: "ca-sort" }, select));
    drawSort();
  };
  const usual = () => (state.q ? "relevance" : "newest");
  const drawSort = () => {
    const select = bar.querySelector("select");
    if (!select) return;
    for (const name of FILTERS) panels[name].button.toggleAttribute("data-on", Boolean(state[name]));
    select.options[0].hidden = select.options[0].disabled = !state.q;
    select.value = order();
  };
  const order = () => (SORTS.includes(state.sort) && (state.q || state.sort !== "relevance") ? state.sort : usual());

  const drawChips = async ({ index, say, at }) => {
    const active = FILTERS.filter((name) => state[name]);
    labels = Object.fromEntries(await Promise.all(active.map(async (name) => {
      const all = await index.counts(name, everyClaim(index));
      return [name, all.find(({ id }) => id === state[name])?.labels[at] || (name === "lang" && say.quoted[state[name]]?.name) || state[name]];
    })));
    const chip = (name) => make("li", {}, link({ [name]: "" }, { "aria-label": fill(say.remove, { name: `${say.filters[name]}: ${labels[name]}` }) },
      make("span", { class: "ca-facts" }, `${say.filters[name]}: `), make("bdi", {}, labels[name])));
    const none = Object.fromEntries(FILTERS.map((name) => [name, ""]));
    return [...active.map(chip), ...(active.length > 1 ? [make("li", {}, link(none, { class: "ca-clear" }, say.clear))] : [])];
  };
  const everyClaim = (index) => Array.from({ length: index.claims }, (_, each) => each);

  const result = (card, terms, { index, say, at }) => {
    const words = passage(index, card, terms, language);
    const spoken = words && say.quoted[words.tag];
    const figures = card.figures?.[at] ?? [];
    return make("li", {},
      make("a", { href: address(language, `claims/${card.id}/`) }, marked(index.passage(card.title[at], terms))),
      make("p", {}, card.date[at], " · ", make("bdi", {}, marked(index.passage(card.claimant[at], terms))), figures.flatMap((figure) => [" · ", figure])),
      words && make("p", { class: "ca-words" },
        [words.tag !== language && (spoken?.name ?? words.tag), words.from && say.quoted[words.from]?.unchecked].filter(Boolean)
          .flatMap((label) => [make("span", { class: "ca-tag" }, label), " "]),
        make("bdi", words.tag !== language ? { lang: words.tag, dir: spoken?.direction } : {}, marked(words.pieces))));
  };

  // What was found in place of a term, as it stands in the results: the index knows but stems.
  const notes = (terms, cards, { index, say, at }) => terms.filter(({ used }) => say.notes[used]).map((term) => {
    const texts = cards.flatMap(({ title, claimant, quotes }) => [title[at], claimant[at], quotes[language] ?? ""]);
    const hits = texts.flatMap((text) => index.passage(text, [term])).filter(({ hit }) => hit).map(({ text }) => text);
    const telling = [...new Map(hits.map((hit) => [hit.toLowerCase(), hit])).values()].slice(0, 3);
    return make("p", { class: "ca-facts" }, fill(say.notes[telling.length ? term.used : "none"], { word: term.text, words: telling.join(", ") }));
  });

  const namesFound = async ({ index, say }) => {
    if (!state.q) return null;
    const { names } = await again(() => index.suggest(state.q, language));
    if (!names.length) return null;
    return make("nav", { class: "ca-near", "aria-label": say.names }, make("ul", { class: "ca-inline" }, names.map(({ path, name, count }, at) =>
      make("li", {}, make("a", { href: address(language, path) }, name), " ", make("span", { class: "ca-facts" }, number(language, count)), at < names.length - 1 ? ", " : ""))));
  };

  const nothing = async (found, begun) => {
    const { index, say, at } = begun;
    const active = FILTERS.filter((name) => state[name]);
    const count = async (changes) => (await index.search(state.q, { filters: filtersOf({ ...state, ...changes }) })).total;
    const none = Object.fromEntries(FILTERS.map((name) => [name, ""]));
    const wider = [...active.map((name) => [{ [name]: "" }, fill(say.without, { name: `${say.filters[name]}: ${labels[name]}` })]),
      ...(active.length > 1 ? [[none, say.without_filters]] : [])];
    const totals = await Promise.all(wider.map(([changes]) => count(changes)));
    const widened = wider.map(([changes, text], each) => [changes, text, totals[each]]).filter(([, , total]) => total);
    const near = found.near.map((each) => (typeof each === "string" ? each : each.labels?.[at] ?? each.name));
    return [
      make("h2", {}, state.q ? fill(say.nothing, { query: brief(state.q) }) : say.nothing_left),
      ...(state.q && !widened.length ? notes(found.terms.length > 1 ? found.terms : [], [], begun) : []),
      ...(widened.length ? [make("h3", {}, say.widen), make("ul", {}, widened.map(([changes, text, total]) =>
        make("li", {}, link(changes, {}, text), " ", make("span", { class: "ca-facts" }, counted(language, say.claims, total)))))] : []),
      ...(near.length ? [make("h3", {}, say.near), make("ul", {}, near.map((name) => make("li", {}, link({ ...none, q: name }, {}, name))))] : []),
      make("p", {}, say.hint),
      make("ul", { class: "ca-inline" }, say.ways.map(([text, path], each) => make("li", {}, make("a", { href: address(language, path) }, text), each < say.ways.length - 1 ? ", " : ""))),
    ];
  };

  const fail = () => {
    delete root.dataset.searching;
    status.textContent = "";
    begin(language).catch(() => {});
    results.replaceChildren(make("p", { role: "alert" }, said?.failed ?? ""));
  };
  let said;

  const run = async ({ typing = false, focusOn = -1 } = {}) => {
    const turn = ++latest;
    const isStale = () => turn !== latest;
    drawSort();
    if (!isActive(state) && order() === "newest") {
      delete root.dataset.searching;
      status.textContent = "";
      chips.replaceChildren();
      results.replaceChildren();
      if (opened) fillPanel(opened);
      return;
    }
    try {
      const begun = await begin(language);
      const { index, say } = begun;
      said = say;
      if (isStale()) return;
      const [found, cards] = await again(async () => {
        const answer = await index.search(state.q, { typing, filters: filtersOf(state), sort: order() });
        return [answer, await index.cards(answer.numbers.slice(0, shown))];
      });
      if (isStale()) return;
      const active = await drawChips(begun);
      const content = found.total
        ? [await namesFound(begun), ...notes(found.terms, cards, begun),
          make("ol", { class: "ca-cards" }, cards.map((card) => result(card, found.terms, begun))), more(found, say)]
        : await nothing(found, begun);
      if (isStale()) return;
      root.dataset.searching = "";
      chips.replaceChildren(...active);
      results.replaceChildren(...content.filter(Boolean));
      const told = found.total ? counted(language, say.claims, found.total) : state.q ? fill(say.nothing, { query: brief(state.q) }) : say.nothing_left;
      if (status.textContent !== told) status.textContent = told;
      status.classList.toggle("ca-unseen", !found.total);
      if (opened) fillPanel(opened);
      if (focusOn >= 0) results.querySelectorAll("ol > li > a")[focusOn]?.focus();
    } catch {
      if (!isStale()) fail();
    }
  };
  const more = ({ total }, say) => {
    const left = Math.min(PAGE, total - shown);
    if (left <= 0) return null;
    const button = make("button", { type: "button", class: "ca-more" }, counted(language, say.more, left));
    button.addEventListener("click", () => {
      const from = shown;
      shown += PAGE;
      keep();
      run({ focusOn: from });
    });
    return button;
  };

  // The history: one entry for a query as it is typed, one for each filter or order chosen.
  const keep = () => history.replaceState({ shown, y: scrollY }, "");
  const go = (to, { typing = false, push = true } = {}) => {
    if (hrefOf(to) === hrefOf(state)) return;
    state = to;
    shown = PAGE;
    if (push) {
      keepPlace();
      history.pushState({ shown }, "", hrefOf(state));
    } else history.replaceState({ shown }, "", hrefOf(state));
    run({ typing });
  };
  const keepPlace = () => history.replaceState({ ...history.state, y: scrollY }, "");

  const typed = (typing) => {
    const q = input.value.trim();
    if (q !== state.q) {
      const push = !isTyping;
      isTyping = true;
      go({ ...state, q }, { typing, push });
    } else if (!typing && q) run();
  };
  const stop = listen(input, typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    stop();
    typed(false);
    isTyping = false;
  });
  place.addEventListener("click", (event) => {
    const to = event.target.closest("a[data-search]");
    if (!to || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const within = to.closest(".ca-panel");
    const wasChip = to.closest(".ca-chips, .ca-results");
    stop();
    isTyping = false;
    if (within) closePanel(true);
    const next = stateOf(new URL(to.href).searchParams);
    input.value = next.q;
    go(next);
    if (wasChip) input.focus({ preventScroll: true });
  });
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !opened || event.isComposing) return;
    event.preventDefault();
    closePanel(true);
  });
  document.addEventListener("click", (event) => { if (opened && event.target.isConnected && !panels[opened].panel.parentElement.contains(event.target)) closePanel(); });
  document.addEventListener("focusin", (event) => { if (opened && !panels[opened].panel.parentElement.contains(event.target)) closePanel(); });
  addEventListener("popstate", (event) => {
    stop();
    closePanel();
    isTyping = false;
    state = stateOf(new URLSearchParams(location.search));
    shown = event.state?.shown ?? PAGE;
    input.value = state.q;
    run();
  });
  addEventListener("pagehide", keepPlace);

  // What a reader typed before this script was there stays.
  const isAhead = document.activeElement === input && input.value.trim() && input.value.trim() !== state.q;
  if (!isAhead) input.value = state.q;
  const y = history.state?.y ?? 0;
  begin(language).then(drawBar, fail);
  if (isAhead) typed(true);
  else run().then(() => { if (y && isActive(state)) scrollTo(0, y); });
};
