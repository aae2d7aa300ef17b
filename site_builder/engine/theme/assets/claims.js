// Conveniences; without script every page reads the same. No page state; requests only for what a reader asks for.
(() => {
  const root = document.documentElement;
  const store = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private mode */ } },
  };

  // Light or dark: as the system has it or the owner begins, until the reader chooses otherwise, who may not be asked.
  // Runs before the page is painted.
  const others = () => (matchMedia("(prefers-color-scheme: dark)").matches ? ["light", "dark"] : ["dark", "light"]);
  const chosen = "fixed" in root.dataset ? null : store.get("claims.scheme");
  if (others().includes(chosen)) root.dataset.scheme = chosen;
  else if (chosen === "") delete root.dataset.scheme;

  // Who comes with a search sees no list of all claims first.
  const isServed = location.protocol !== "file:";
  if (isServed && /[?&](?:q|claimant|about|outlet|series|year|lang|sort)=[^&]/.test(location.search)) root.dataset.searching = "";

  document.addEventListener("DOMContentLoaded", () => {
    const toggle = document.querySelector("[data-scheme-toggle]");
    if (toggle) {
      const [name, ...states] = toggle.dataset.schemeToggle.split("|");
      const span = (text, as) => Object.assign(document.createElement("span"), { textContent: text, ...as });
      toggle.append(span(`${name}: `, { className: "ca-unseen" }), ...states.map((state) => span(state)));
      ["system", "light", "dark"].forEach((scheme, place) => { toggle.children[place + 1].dataset.of = scheme; });
      toggle.hidden = false;
      toggle.addEventListener("click", () => {
        const [first, second] = others();
        const next = { [first]: second, [second]: "" }[root.dataset.scheme] ?? first;
        store.set("claims.scheme", next);
        if (next) root.dataset.scheme = next;
        else delete root.dataset.scheme;
      });
    }

    // Search: plain forms, for which a server is needed. What suggests and finds is loaded when a field is used.
    const withIndex = (part) => {
      import("./search-index.js").catch(() => {}); // at once, not when the part has come that imports it
      return part;
    };
    const fields = [...document.querySelectorAll("[role=search] [name=q]")];
    const place = document.getElementById("search");
    for (const field of fields) {
      field.form.hidden = !isServed;
      field.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
      if (place?.previousElementSibling === field.form) continue; // which shows its results at once
      field.addEventListener("focus", () => withIndex(import("./search.js")).then(({ suggest }) => suggest(field), () => {}), { once: true });
    }
    if (place && isServed) withIndex(import("./search-page.js")).then(({ show }) => show(place), () => { delete root.dataset.searching; });
    const names = document.querySelector("[data-names]");
    if (names && isServed) {
      names.hidden = false;
      names.querySelector("input").addEventListener("focus", () => withIndex(import("./search-names.js")).then(({ filter }) => filter(names), () => {}), { once: true });
    }
    document.addEventListener("keydown", (event) => {
      const isWriting = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
      const isSlash = event.key === "/" && !isWriting && !event.ctrlKey && !event.metaKey && !event.altKey;
      const isK = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && /^[kㅏ]$/i.test(event.key);
      if (!fields.length || !isServed || event.isComposing || !(isSlash || isK)) return;
      event.preventDefault();
      fields[0].focus();
      fields[0].select();
    });

    // A page opened from the disk has no server that finds the page of a folder.
    if (!isServed) {
      for (const link of document.querySelectorAll("a[href]")) {
        const to = new URL(link.href);
        if (to.protocol === "file:" && to.pathname.endsWith("/")) {
          to.pathname += "index.html";
          link.href = to.href;
        }
      }
    }

    // What copies citations, where there is a claim or a chart to cite.
    const cite = document.getElementById("cite");
    if (cite?.dataset.src) document.head.append(Object.assign(document.createElement("script"), { src: cite.dataset.src }));

    // Language: remembered when switched, at the same place of the page; followed where a page belongs to none.
    const links = document.querySelectorAll("a[hreflang]");
    const follow = () => links.forEach((link) => { link.hash = location.hash; });
    follow();
    addEventListener("hashchange", follow);
    for (const link of links) link.addEventListener("click", () => store.set("claims.language", link.hreflang));
    const choices = [...document.querySelectorAll(".ca-choice a[hreflang]")];
    if (choices.length) {
      const wanted = [store.get("claims.language"), ...navigator.languages].filter(Boolean);
      const match = wanted
        .map((tag) => choices.find((link) => link.hreflang.split("-")[0] === tag.split("-")[0]))
        .find(Boolean);
      location.replace((match || choices[0]).href);
    }
  });
})();
