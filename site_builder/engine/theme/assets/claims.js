// Three conveniences; without script every page reads the same. No page state, no requests.
(() => {
  const root = document.documentElement;
  const store = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private mode */ } },
  };

  // Light or dark: the system's choice until the reader makes one. Runs before the page is painted.
  const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;
  const chosen = store.get("claims.scheme");
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;

  document.addEventListener("DOMContentLoaded", () => {
    const toggle = document.querySelector("[data-scheme-toggle]");
    if (toggle) {
      toggle.hidden = false;
      toggle.addEventListener("click", () => {
        const next = (root.dataset.scheme || (dark() ? "dark" : "light")) === "dark" ? "light" : "dark";
        root.dataset.scheme = next;
        store.set("claims.scheme", next);
      });
    }

    // A navigation that is wider than the screen begins with where the reader is.
    const current = document.querySelector(".ca-header nav [aria-current]");
    if (current) {
      const nav = current.closest("nav");
      nav.scrollLeft = current.offsetLeft - nav.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2;
    }

    // Language: remembered when switched, followed where a page belongs to none.
    for (const link of document.querySelectorAll("a[hreflang]")) {
      link.addEventListener("click", () => store.set("claims.language", link.hreflang));
    }
    const choices = [...document.querySelectorAll("a[data-choice]")];
    if (choices.length) {
      const wanted = [store.get("claims.language"), ...navigator.languages].filter(Boolean);
      const match = wanted
        .map((tag) => choices.find((link) => link.dataset.choice.split("-")[0] === tag.split("-")[0]))
        .find(Boolean);
      location.replace((match || choices[0]).href + location.hash);
    }
  });
})();
