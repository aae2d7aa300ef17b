// Suggestions below a field to search with: names and claims. The field is a plain form; Enter without a choice sends it.
import { again, begin, counted, fill, address, languageOf, listen, make, marked, passage } from "./search-parts.js";

let fields = 0;

export const suggest = (input) => {
  const form = input.form;
  const language = languageOf(input);
  const id = `ca-suggestions-${++fields}`;
  const list = make("div", { class: "ca-suggestions", role: "listbox", id, hidden: true });
  const status = make("span", { class: "ca-unseen", role: "status" });
  form.append(list, status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", autocapitalize: "none", spellcheck: "false" })) input.setAttribute(name, value);

  let latest = 0;
  let chosen = -1;
  let shown = ""; // the query that the list answers
  const options = () => [...list.querySelectorAll("[role=option]")];
  const choose = (at) => {
    const all = options();
    all[chosen]?.removeAttribute("aria-selected");
    chosen = at;
    const option = all[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const open = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", `${isOpen}`);
    if (!isOpen) {
      choose(-1);
      status.textContent = "";
    }
  };
  const close = () => {
    latest++;
    stop();
    open(false);
  };

  const option = (href, ...inside) => make("a", { role: "option", href, tabindex: "-1" }, ...inside);
  const nameOf = ({ path, name, other, count }, say) =>
    option(address(language, path), make("bdi", {}, name), other ? make("span", { class: "ca-facts" }, make("bdi", {}, other)) : null,
      make("span", { class: "ca-facts ca-count" }, counted(language, say.claims, count)));
  const claimOf = (card, { index, say, at }, terms) => {
    const words = passage(index, card, terms, language);
    const spoken = words && say.quoted[words.tag];
    const pieces = words?.pieces ?? [];
    return option(address(language, `claims/${card.id}/`), make("span", {}, marked(index.passage(card.title[at], terms))),
      make("span", { class: "ca-facts" }, card.date[at], " · ", make("bdi", {}, card.claimant[at])),
      pieces.some(({ hit }) => hit) && make("span", { class: "ca-facts ca-passage", lang: words.tag, dir: spoken?.direction }, marked(pieces)));
  };
  const group = (title, entries) => entries.length ? make("div", { role: "group", "aria-label": title }, make("div", { class: "ca-suggestions__title", "aria-hidden": "true" }, title), entries) : null;

  const show = async () => {
    const query = input.value.trim();
    const turn = ++latest;
    if (!query) return open(false);
    try {
      const begun = await begin(language);
      const { index, say } = begun;
      const { names, claims, terms = [] } = await again(() => index.suggest(query, language));
      if (turn !== latest || document.activeElement !== input) return;
      list.setAttribute("aria-label", say.listbox);
      list.replaceChildren(...[
        group(say.names, names.map((name) => nameOf(name, say))),
        group(say.found, claims.map((card) => claimOf(card, begun, terms))),
        option(`${form.action}?${new URLSearchParams({ q: query })}`, make("span", {}, fill(say.all, { query }))),
      ].filter(Boolean));
      shown = query;
      chosen = -1;
      input.removeAttribute("aria-activedescendant");
      options().forEach((each, at) => { each.id = `${id}-${at}`; });
      open(true);
      status.textContent = counted(language, say.suggestions, options().length);
    } catch {
      open(false); // the form still leads to the search
    }
  };
  const stop = listen(input, (typing) => { if (typing) show(); });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return; // a syllable is being put together
    const isOpen = !list.hidden;
    const all = options();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!input.value.trim()) return;
      event.preventDefault();
      if (!isOpen) {
        if (shown === input.value.trim() && all.length) open(true);
        else return void show();
      }
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(chosen + step < -1 ? all.length - 1 : chosen + step >= all.length ? -1 : chosen + step);
    } else if (event.key === "Enter") {
      const to = isOpen && all[chosen];
      if (!to) return close();
      event.preventDefault();
      location.assign(to.href);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    }
  });
  // What is pressed is a link: the field keeps the focus until the finger is lifted.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("blur", close);
  input.addEventListener("focus", () => { if (input.value.trim() && shown === input.value.trim()) open(true); });

  begin(language).catch(() => {});
  if (input.value.trim()) show();
};
