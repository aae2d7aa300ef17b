// Citations of the claim on this page, copied or downloaded: what `claims cite` prints, with the day of access.
// The forms come from the table of the language beside this script, what they say of the claim from its record; what only
// its page puts into words is read there. `library/citation_forms.py`, `library/citations.py` and `text/escaping.py` do the same in Python.
(() => {
  const NAMES = { apa: "APA", chicago: "Chicago", bibtex: "BibTeX", ris: "RIS", csl: "CSL-JSON", wikipedia: "Wikipedia", html: "HTML" };
  const FILES = { bibtex: ["bib", "application/x-bibtex"], ris: ["ris", "application/x-research-info-systems"], csl: ["json", "application/vnd.citationstyles.csl+json"] };
  const own = document.currentScript.src;
  document.currentScript.remove(); // its work is done; a page has the scripts that it was published with
  const tag = document.documentElement.lang;
  const section = document.getElementById("cite");
  const record = document.querySelector('.ca-tools a[href$="/claim.json"]').href;
  const [copy, text, quotation, download] = section.dataset.say.split("|");

  const oneLine = (value) => value.replace(/(?: *[\n\v\f\r\x85\u2028\u2029] *)+/g, " ");
  const entity = (character) => `&#${character.codePointAt(0)};`;
  const TEX = { "\\": "textbackslash", "{": "textbraceleft", "}": "textbraceright", "~": "textasciitilde", "^": "textasciicircum", "<": "textless", ">": "textgreater", "|": "textbar" };
  const HTML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
  const ESCAPES = {
    plain: (value) => value,
    json: (value) => JSON.stringify(value).slice(1, -1),
    ris: oneLine,
    bibtex: (value) => oneLine(value).replace(/[\\{}~^<>|&%$#_]/g, (mark) => (TEX[mark] ? `{\\${TEX[mark]}}` : `\\${mark}`)),
    wikitext: (value) => oneLine(value).replace(/&(?=#?[0-9A-Za-z]+;)|[<>[\]{|}]|''+|~~~+|__+/g, (marks) => [...marks].map(entity).join("")),
    html: (value) => value.replace(/[&<>"']/g, (mark) => HTML[mark]).replace(/(?: *[\n\v\f\r\x85\u2028\u2029] *)+/g, "<br>"),
  };

  const PLACE = /\{([a-z_]+)\}(\.?)/g;
  const ENDED = /[.!?…。！？]$/;
  const fill = (pieces, values, escape = ESCAPES.plain) => pieces.reduce((printed, piece) => {
    if ([...piece.matchAll(PLACE)].some(([, name]) => !values[name])) return printed;
    const seam = ENDED.test(printed) ? piece.replace(/^\./, "") : piece;
    return printed + seam.replace(PLACE, (_, name, stop) => escape(values[name]) + (ENDED.test(values[name]) ? "" : stop));
  }, "");

  const headline = (title, small) => {
    let before = ":";
    return title.split(" ").map((word) => {
      const isLower = word === word.toLowerCase() && word !== word.toUpperCase();
      const [first = "", ...rest] = word;
      const isRaised = isLower && (!small.includes(word) || before === ":" || before === ".");
      before = word.slice(-1) || before;
      return isRaised ? first.toUpperCase() + rest.join("") : word;
    }).join(" ");
  };

  const dayValues = (table, name, day) => {
    if (!day) return {};
    const [y, MM, dd] = day.split("-");
    const letters = { y: `${+y}`, M: `${+MM}`, MM, MMMM: table.months[MM - 1], d: `${+dd}`, dd };
    return Object.fromEntries(Object.entries(table.days).map(([pattern, template]) =>
      [`${name}_${pattern}`, template.replace(/\{(\w+)\}/g, (_, letter) => letters[letter])]));
  };
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
  };

  const original = (claim) => {
    const passed = [];
    for (let at = tag; claim.quotes[at] && !passed.includes(at); at = claim.quotes[at].from) {
      if (claim.quotes[at].source) return claim.quotes[at].source;
      passed.push(at);
    }
    return Object.values(claim.quotes).find((quote) => quote.source).source;
  };
  const address = (url) => (url || "").replace(/[^!#-&(-;=?-Z_a-z~]/gu, (mark) => (mark === "'" ? "%27" : encodeURIComponent(mark)));
  const shown = (selector) => document.querySelector(selector)?.textContent || "";

  const valuesOf = (table, claim) => {
    const source = original(claim);
    const archived = /\/(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{6}(?:[a-z]{2}_)?\//.exec(source.archived || "");
    const asOf = [...document.querySelectorAll(".ca-figures .ca-number + .ca-facts")].map((fact) => fact.textContent);
    const values = {
      ...table.constants,
      id: claim.id,
      url: claim.url,
      title: claim.title[tag],
      quote: claim.quotes[tag].text,
      words: shown(`#quote-${tag} blockquote p`),
      label: document.querySelector(`#quote-${tag} .ca-tag`)?.nextSibling.data.trim(),
      sentence: shown(".ca-lead").replaceAll("\u2060", ""), // which only keeps a particle on its line
      figures: claim.figures.map((figure, place) => fill(table.parts.figure, { quantity: figure.text[tag], as_of: asOf[place] })).join("; "),
      outlet: shown("#cite span cite"),
      source: shown("#cite span") + fill(table.parts.address, { address: source.url }),
      source_url: address(source.url),
      source_title: source.title || shown("#cite span cite"),
      source_date: (/^\d{4}(?:-\d\d-\d\d)?(?=T|$)/.exec(source.published || "") || [""])[0],
      source_accessed: source.accessed,
      archive_url: address(source.archived),
      archive_date: archived ? archived.slice(1).join("-") : "",
      undated: claim.added ? "" : table.undated,
      ...dayValues(table, "added", claim.added),
      ...dayValues(table, "accessed", today()),
    };
    if (claim.withdrawn) {
      Object.assign(values, { quote: "", words: "", label: "", figures: "" }, dayValues(table, "withdrawn", claim.withdrawn.on));
      values.title = values.withdrawn = fill(table.parts.title, values);
    }
    values.headline = table.small_words ? headline(values.title, table.small_words) : values.title;
    for (const part of ["accessed", "attribution", "note"]) values[part] = fill(table.parts[part], values);
    return values;
  };

  const read = async (url) => {
    const answer = await fetch(url, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.json();
  };
  let asked;
  const ask = () => (asked ||= Promise.all([read(new URL(`citations.${tag}.json`, own)), read(record)]).catch((error) => {
    asked = undefined; // so that the next click asks again
    throw error;
  }));
  const cite = async (format) => {
    const [table, claim] = await ask();
    const form = table.forms[format];
    return fill(form.pieces, valuesOf(table, claim), ESCAPES[form.escape]);
  };

  const made = (name, attributes, ...inside) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.append(...inside);
    return element;
  };
  const status = made("p", { className: "ca-cite__status", role: "status" });
  const preview = made("pre", { className: "ca-cite__text", tabIndex: 0, hidden: true, dir: "auto" });
  const button = (key, format, name) => {
    const element = made("button", { type: "button" }, name);
    element.dataset[key] = format;
    return element;
  };
  const group = (label, buttons) => {
    const element = made("div", { className: "ca-cite__buttons", role: "group" }, made("span", {}, label), ...buttons);
    element.setAttribute("aria-label", label);
    return element;
  };
  const names = Object.entries({ text, ...NAMES, quote: quotation });
  section.append(
    group(copy, names.map(([format, name]) => button("cite", format, name))),
    group(download, Object.entries(FILES).map(([format, [suffix]]) => button("download", format, `.${suffix}`))),
    status,
    preview,
  );

  const save = (citation, [suffix, type], id) => {
    const url = URL.createObjectURL(new Blob([`${citation}\n`], { type }));
    made("a", { href: url, download: `${id}.${suffix}` }).click();
    URL.revokeObjectURL(url);
  };
  section.addEventListener("click", async ({ target }) => {
    const { cite: format, download: file } = target.dataset;
    if (!format && !file) return;
    status.textContent = ""; // so that the same words are told again
    let citation, table, claim;
    try {
      citation = await cite(format || file);
      [table, claim] = await ask();
    } catch {
      getSelection().selectAllChildren(section.querySelector("p")); // without a connection there is this one
      return;
    }
    if (file) {
      save(citation, FILES[file], claim.id);
      return;
    }
    preview.textContent = citation;
    preview.hidden = false;
    let said = table.says.copied;
    try {
      await navigator.clipboard.writeText(citation);
    } catch {
      said = table.says.failed; // the browser allows no copying, as where a site has no encryption
    }
    status.textContent = said.replace("{name}", () => target.textContent);
  });
  // What the first click needs is asked for as soon as it is near, since Safari copies nothing after a wait.
  for (const near of ["pointerover", "focusin"]) section.addEventListener(near, () => ask().catch(() => {}), { once: true });
})();
